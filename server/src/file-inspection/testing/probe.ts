import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// Run locked down: node probe.ts FILE OTHER_FILE ADDON. Says what it could do, as JSON.
const [file = '', other = '', addon = ''] = process.argv.slice(2);

function could(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

const done = {
  // The one that some shells set for whatever they start.
  environment: Object.keys(process.env).filter((name) => name !== '_'),
  readFile: could(() => readFileSync(file)),
  readOther: could(() => readFileSync(other)),
  write: could(() => writeFileSync(file, 'x')),
  start: could(() => spawn('true')),
  worker: could(() => new Worker('', { eval: true })),
  nativeCode: could(() => process.dlopen({ exports: {} }, addon)),
  evaluate: could(() => new Function('return 1')()),
  // 64 megabytes a time, written to: until it is refused, or twice what is allowed.
  megabytes: 0,
};
const held: Uint8Array[] = [];
while (held.length < 50 && could(() => held.push(new Uint8Array(64 * 1024 * 1024).fill(1)))) done.megabytes += 64;
process.stdout.write(JSON.stringify(done));
