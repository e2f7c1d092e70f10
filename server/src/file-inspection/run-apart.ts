import { spawn } from 'node:child_process';
import { PROCESS_LIMITS, ROOT } from './locked-down.ts';
import { FileRefused } from './refused.ts';

/** Characters kept of a process's error output. */
const ERRORS = 20_000;

/**
 * Runs a locked-down program (locked-down.ts) and returns its output; one that crashes, exceeds its memory or time, or
 * writes too much gives `tooHeavy`.
 */
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
    // Failing to start a process is not the file's fault.
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

/** JSON escapes that no database accepts in a text: a NUL, a lone surrogate. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** They come from a broken font, or a text cut in the middle of a character. */
const storable = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value);

/** The output of such a program, parsed as JSON with storable texts; undefined if it is not JSON. */
export function jsonPrinted(text: string): unknown {
  try {
    return UNSTORABLE.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
  } catch {
    return undefined;
  }
}
