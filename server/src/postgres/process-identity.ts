import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isCode } from './is-code.ts';

/** Whether a process with this number lives. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isDead(pid);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** The command line of a process, where the system tells it. */
export function commandOf(pid: number): readonly string[] | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (process.platform === 'win32') return [output('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']).split('"')[1] ?? ''];
    // The program apart: its path may hold blanks.
    return ['comm=', 'command='].map((column) => output('ps', ['-ww', '-o', column, '-p', String(pid)]));
  } catch {
    return undefined;
  }
}

/**
 * When a process was born, as words to compare: numbers come round again, most of all in containers, where each start
 * counts from one. Empty where the system does not tell.
 */
export function startTimeOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // The boot too: the time counts from it.
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${statOf(pid)[19]}`;
    }
    if (process.platform === 'darwin') return output('ps', ['-o', 'lstart=', '-p', String(pid)]);
  } catch {
    // Told below.
  }
  return '';
}

/** A line by which a process is known again: its number and its birth. */
export const identityOf = (pid: number): string => `${pid} ${startTimeOf(pid)}`;

/** Whether the process that wrote this line about itself still lives. */
export function isStillRunning(identity: string): boolean {
  const [number = '', ...rest] = identity.trim().split(' ');
  const pid = Number(number);
  if (!isRunning(pid)) return false;
  const born = rest.join(' ');
  const now = startTimeOf(pid);
  return born === '' || now === '' || born === now;
}

// A zombie answers signals; where nobody collects the dead (a container without init) it does so for ever.
function isDead(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return statOf(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

// The fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets.
function statOf(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const output = (program: string, args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8', windowsHide: true }).trim();
