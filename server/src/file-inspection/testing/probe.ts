import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

// Run locked down: node probe.ts FILE OTHER_FILE ADDON PORT PROCESS. Says what it could do, as JSON.
const [file = '', other = '', addon = '', port = '', stranger = ''] = process.argv.slice(2);

function could(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

const reaches = (toPort: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(toPort, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
  });

const done = {
  // The one that some shells set for whatever they start.
  environment: Object.keys(process.env).filter((name) => name !== '_'),
  readFile: could(() => readFileSync(file)),
  readOther: could(() => readFileSync(other)),
  readAccounts: could(() => readFileSync('/etc/passwd')),
  readEnvironment: could(() => readFileSync('/proc/self/environ')) || could(() => readFileSync(`/proc/${stranger}/environ`)),
  connect: await reaches(Number(port)),
  signal: could(() => process.kill(Number(stranger), 0)),
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
process.stdout.write(JSON.stringify(done), () => process.exit(0));
