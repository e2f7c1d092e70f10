import { spawn } from 'node:child_process';
import { PROCESS_LIMITS, ROOT } from './locked-down.ts';
import { FileRefused } from './refused.ts';

/** Characters kept of what a process says of its end. */
const ERRORS = 20_000;

/** Runs a locked-down program (locked-down.ts) and gives what it says; one that crashes, runs out of memory or time, or says too much is `tooHeavy`. */
export function runApart([program, ...args]: [string, ...string[]], seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: {}, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let errors = '';
    let ended: string | undefined;
    const end = (reason: string) => {
      ended ??= reason;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => end('time'), seconds * 1_000);
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > PROCESS_LIMITS.answer) end('answer');
      else chunks.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < ERRORS) errors += text;
    });
    // That no process can be started is not the file's fault.
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(clock);
      if (code === 0 && ended === undefined) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new FileRefused('tooHeavy', { reason: ended ?? reasonOf(errors, signal), ...lastWords(errors) }));
    });
  });
}

function reasonOf(errors: string, signal: NodeJS.Signals | null): string {
  if (/out of memory|allocation failed|failed to reserve/i.test(errors)) return 'memory';
  return signal === 'SIGXCPU' || signal === 'SIGKILL' ? 'time' : 'crash';
}

/** The line that names the error, for the operator's log. */
function lastWords(errors: string): Record<string, string> {
  const line = errors.split('\n').find((each) => /error/i.test(each));
  return line === undefined ? {} : { said: line.trim().slice(0, 300) };
}

/** How JSON writes what no database takes in a text: a NUL, half of a character. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** A broken font may say them, and a text that is cut in the middle of a character. */
const storable = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value);

/** What such a program says, read as JSON with texts that can be stored; undefined where it is none. */
export function jsonPrinted(text: string): unknown {
  try {
    return UNSTORABLE.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
  } catch {
    return undefined;
  }
}
