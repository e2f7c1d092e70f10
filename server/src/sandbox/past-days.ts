import { createHash } from 'node:crypto';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Offices work from eight on, for so long. */
const [FROM_MS, LONG_MS] = [8 * HOUR_MS, 8 * HOUR_MS];
/** Midnight in Vietnam, of UTC. */
const ZONE_MS = 7 * HOUR_MS;

/** The days of a round that lie before the first start of the sandbox, since its self-assessment opened. */
export interface PastDays {
  /** Midnight before the first start. */
  readonly firstStart: number;
  /** Midnights before the days on which offices worked. */
  readonly atWork: readonly number[];
}

const isWeekend = (midnight: number): boolean => [0, 6].includes(new Date(midnight + ZONE_MS).getUTCDay());

/** @param opened midnight on which self-assessment opened @param days how many days before the first start that was */
export function pastDays(opened: number, days: number): PastDays {
  const all = Array.from({ length: days }, (_, index) => opened + index * DAY_MS);
  return { firstStart: opened + days * DAY_MS, atWork: all.filter((day) => !isWeekend(day)) };
}

/** A number from 0 up to 1 that is always the same for a name. */
export const shareOf = (name: string): number => createHash('sha256').update(`sandbox ${name}`).digest().readUInt32BE() / 2 ** 32;

/** A moment in the hours of work of a day, another one for each name. */
export const momentOn = (day: number, name: string): Date => new Date(day + FROM_MS + Math.floor(shareOf(name) * LONG_MS));

/** A working day counted back: 1 is the last one before the first start. */
export const workingDaysAgo = ({ atWork }: PastDays, count: number): number => atWork.at(-count) ?? (atWork[0] as number);

/** Moments in the hours of work of these days, each after the one before; others for each name. */
export function oneAfterAnother({ atWork }: PastDays, count: number, name: string): Date[] {
  return Array.from({ length: count }, (_, index) => {
    const place = ((index + shareOf(`${name} ${index}`)) / count) * atWork.length;
    return new Date((atWork[Math.floor(place)] as number) + FROM_MS + Math.floor((place % 1) * LONG_MS));
  });
}

/** Working days spread over a part of the time, from one share of it to another. */
export function spreadOver({ atWork }: PastDays, count: number, from: number, to: number): number[] {
  const place = (index: number) => Math.round((from + ((to - from) * index) / Math.max(1, count - 1)) * (atWork.length - 1));
  return [...new Set(Array.from({ length: count }, (_, index) => place(index)))].map((at) => atWork[at] as number);
}
