import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's tables: hundredths of a second. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  /** Its own, and of those that it started and that have ended. */
  readonly ticks: number;
}

function readProcess(pid: string): Process | undefined {
  try {
    // The name stands in brackets and may hold anything.
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = told.slice(11, 15).map(Number);
    return { parent: Number(told[1]), ticks: user + system + endedUser + endedSystem };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** Who started a process; 0 where that is not told. */
export const parentOf = (pid: number): number => readProcess(String(pid))?.parent ?? 0;

/** Seconds of processor that processes and all that they started have taken; NaN where the system does not tell. */
export function cpuSeconds(roots: readonly number[]): number {
  if (process.platform !== 'linux') return Number.NaN;
  const all = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), readProcess(name)] as const] : [])));
  const counted = new Set(roots);
  // Processes are told in the order of their numbers, not of their descent.
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, told] of all)
      if (told && counted.has(told.parent) && !counted.has(pid)) {
        counted.add(pid);
        grown = true;
      }
  }
  return [...counted].reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0) / TICKS;
}
