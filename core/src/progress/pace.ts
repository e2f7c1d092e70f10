import { dayAfter } from '../quantity/calendar-date.ts';
import { dayOf, deadlineDay } from '../round/calendar.ts';
import { type DaysOff, isWorkingDay } from '../round/working-days.ts';

/**
 * none: nothing to predict, as nothing can be declared now; unknown: too little data. inTime: at its pace, or because nothing is left.
 * tooSlow: at its pace, or, where there is too little for a pace, because of the time that has gone.
 */
export const PACES = ['none', 'unknown', 'inTime', 'tooSlow'] as const;
export type PaceKind = (typeof PACES)[number];

/** Whether a body will finish in time at its present pace, with the numbers behind it. */
export interface Pace {
  readonly kind: PaceKind;
  /** Working days from the first entry to today, both included; null if nothing is predicted. */
  readonly daysWorked: number | null;
  /** Working days needed for the rest at this pace, rounded up; 0 if nothing is left, null if there is too little for a pace. */
  readonly daysNeeded: number | null;
  /** Working days after today up to the last one; null if nothing is predicted. */
  readonly daysLeft: number | null;
}

/** Our own thresholds: a pace over fewer days or items is chance. */
export const LEAST_DAYS_WORKED = 3;
export const LEAST_ANSWERED = 5;

/** Our own too: whoever has entered nothing after half of their time, or too little to foretell after three quarters, may be late. */
const UNBEGUN_AFTER = 1 / 2;
const UNTOLD_AFTER = 3 / 4;

/** No step lasts longer: this stops a calendar with a wrong year from being counted day by day. */
const MOST_DAYS = 1_000;

/** Working days from one day to another, both counted; 0 where the first lies behind the other. Counts no further than some years. */
export function workingDaysBetween(first: string, last: string, daysOff: DaysOff): number {
  let count = 0;
  let day = first;
  for (let passed = 0; day <= last && passed < MOST_DAYS; passed++) {
    if (isWorkingDay(day, daysOff)) count += 1;
    day = dayAfter(day);
  }
  return count;
}

/** Nothing is left, and the time still runs. */
const FINISHED: Pace = { kind: 'inTime', daysWorked: null, daysNeeded: 0, daysLeft: null };

export interface PaceInput {
  readonly answered: number;
  readonly left: number;
  /** When the step in which the body declares opened, and closes for it; milliseconds. */
  readonly opens: number;
  readonly closes: number;
  /** Of the sheet's first entry; null where there is none. */
  readonly firstAt: number | null;
}

const NONE: Pace = { kind: 'none', daysWorked: null, daysNeeded: null, daysLeft: null };

/**
 * Predicts by working days: items answered since the body's first entry, against what is left. No pace is guessed: with fewer than three
 * days or five items, or if the body began before this step, there is none, and only the time that has gone says who may be late.
 */
export function paceOf({ answered, left, opens, closes, firstAt }: PaceInput, moment: number, daysOff: DaysOff): Pace {
  if (moment < opens || moment >= closes) return NONE;
  if (left === 0) return FINISHED;
  const today = dayOf(moment);
  const daysLeft = workingDaysBetween(dayAfter(today), deadlineDay(closes), daysOff);
  const untold = (daysWorked: number | null): Pace => {
    const gone = (moment - opens) / (closes - opens);
    return { kind: gone >= (firstAt === null ? UNBEGUN_AFTER : UNTOLD_AFTER) ? 'tooSlow' : 'unknown', daysWorked, daysNeeded: null, daysLeft };
  };
  if (firstAt === null || firstAt < opens) return untold(null);
  const daysWorked = workingDaysBetween(dayOf(firstAt), today, daysOff);
  if (daysWorked < LEAST_DAYS_WORKED || answered < LEAST_ANSWERED) return untold(daysWorked);
  const daysNeeded = Math.ceil((left * daysWorked) / answered);
  return { kind: daysNeeded > daysLeft ? 'tooSlow' : 'inTime', daysWorked, daysNeeded, daysLeft };
}
