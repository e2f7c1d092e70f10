import { dayAfter, dayNumber } from '../quantity/calendar-date.ts';

/** off: not worked; worked: a Saturday or Sunday that is worked in exchange for another day. */
export const DAY_KINDS = ['off', 'worked'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface DayOff {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly kind: DayKind;
  readonly name: string;
  /** By what it is off. */
  readonly source: string;
}

type DayOffLabel = Pick<DayOff, 'kind'> & Partial<Pick<DayOff, 'name'>>;

/** Days off by date. */
export type DaysOff = ReadonlyMap<string, DayOffLabel>;

/** A list of days off, to be looked up by date. */
export const daysOffByDate = (list: readonly (DayOffLabel & Pick<DayOff, 'date'>)[]): DaysOff => new Map(list.map((one) => [one.date, one]));

/** A Saturday, from which the days of the week are counted. */
const A_SATURDAY = dayNumber('2000-01-01') as number;

/** Whether a day, written yyyy-mm-dd, is a Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const since = ((dayNumber(day) ?? Number.NaN) - A_SATURDAY) % 7;
  const place = since < 0 ? since + 7 : since;
  return place < 2;
}

/**
 * Whether a day is worked: not on Saturday or Sunday, unless it is worked in exchange; not on a day that is off.
 * @example isWorkingDay('2026-01-01', new Map([['2026-01-01', { kind: 'off', name: 'Tết Dương lịch' }]])) === false
 */
export function isWorkingDay(day: string, daysOff: DaysOff): boolean {
  const told = daysOff.get(day)?.kind;
  return told === undefined ? !isWeekend(day) : told === 'worked';
}

/** The day itself where it is worked, else the next that is; there is always one, as lists of days off end. */
export function nextWorkingDay(day: string, daysOff: DaysOff): string {
  let next = day;
  while (!isWorkingDay(next, daysOff)) next = dayAfter(next);
  return next;
}

/** A deadline that falls on a day off: why, and the next working day. Nothing shifts by itself: people decide. */
export interface DeadlineOnDayOff {
  readonly day: string;
  /** What the day is called; null for a plain Saturday or Sunday. */
  readonly name: string | null;
  readonly nextWorkingDay: string;
}

/** Flags a deadline on a day off; undefined where the day is worked. */
export function deadlineOnDayOff(day: string, daysOff: DaysOff): DeadlineOnDayOff | undefined {
  if (isWorkingDay(day, daysOff)) return undefined;
  return { day, name: daysOff.get(day)?.name ?? null, nextWorkingDay: nextWorkingDay(day, daysOff) };
}
