import { readFileSync, writeFileSync } from 'node:fs';

/** Megabytes of memory that a process holds (VmRSS), or held at most since it began (VmHWM); NaN where it has ended or the system does not tell. */
export function megabytesOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** From now on the most that a process held (VmHWM) is counted anew. */
export const forgetMost = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
