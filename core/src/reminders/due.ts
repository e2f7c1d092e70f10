import { dayAfter } from '../quantity/calendar-date.ts';
import { type DaysOff, dayOf, deadlineDay, isWorkingDay, type Step } from '../round/index.ts';
import type { Duty, ReminderKind } from './duty.ts';
import { REMINDER_SCHEDULE, type ReminderSchedule } from './schedule.ts';

/** What is told of a reminder: enough to put it in words whenever it is read. */
export interface SentReminder {
  readonly kind: ReminderKind;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly step: Step;
  /** How many parts of the sheet a department has still to end; null where it is no department's. */
  readonly parts: number | null;
  /** ISO 8601: when it closes, or until when it was extended. */
  readonly closes: string;
  /** What was returned, or for which item alone there is more time. */
  readonly target: string | null;
}

export interface DueReminder extends SentReminder {
  /** Makes it once for a person, however often one looks. */
  readonly key: string;
}

const HOUR = 3_600_000;
/** Hours of Asia/Ho_Chi_Minh before UTC. */
const ZONE_HOURS = 7;

const hourOf = (moment: number): number => (Math.floor(moment / HOUR) + ZONE_HOURS) % 24;

/** Whether it is late enough in the day (of Asia/Ho_Chi_Minh) for a moment, in milliseconds, to remind at all. */
export const isReminderHour = (moment: number, { hour }: Pick<ReminderSchedule, 'hour'> = REMINDER_SCHEDULE): boolean => hourOf(moment) >= hour;

/** Working days after a day, up to and with another; counted no further than `most`. */
function workingDaysUntil(day: string, last: string, daysOff: DaysOff, most: number): number {
  let count = 0;
  for (let next = dayAfter(day); next <= last && count <= most; next = dayAfter(next)) if (isWorkingDay(next, daysOff)) count += 1;
  return count;
}

function ofTheCalendar(duty: Duty, daysOff: DaysOff, moment: number, { workingDaysBefore }: ReminderSchedule): { kind: ReminderKind; key: string } | undefined {
  const { id, opens, closes, knowsDone } = duty;
  const closing = new Date(closes).toISOString();
  if (moment < opens) return undefined;
  if (moment >= closes) return knowsDone ? { kind: 'overdue', key: `overdue/${id}/${closing}` } : undefined;
  const [today, last] = [dayOf(moment), deadlineDay(closes)];
  if (today === last) return { kind: 'lastDay', key: `lastDay/${id}/${closing}` };
  const left = workingDaysUntil(today, last, daysOff, Math.max(...workingDaysBefore));
  // The nearest alone: of those that went by while nobody looked, nothing is told any more.
  const before = workingDaysBefore.filter((days) => days >= left).at(-1);
  return before === undefined ? undefined : { kind: 'dueSoon', key: `dueSoon/${id}/${closing}/${before}` };
}

/**
 * The reminders of one person that are due at a moment (milliseconds), whatever was told before: the keys say what was. None
 * before the hour, on days off none but the last notice, none of what is done.
 */
export function dueReminders(duties: readonly Duty[], daysOff: DaysOff, moment: number, schedule: ReminderSchedule = REMINDER_SCHEDULE): DueReminder[] {
  if (!isReminderHour(moment, schedule)) return [];
  const working = isWorkingDay(dayOf(moment), daysOff);
  return duties.flatMap((duty) => {
    if (duty.done) return [];
    const { id, round, body, step, part, closes } = duty;
    const told = { round, body, step, parts: part?.open ?? null, closes: new Date(closes).toISOString(), target: null };
    const due = ofTheCalendar(duty, daysOff, moment, schedule);
    const calendar = due === undefined ? [] : [{ ...told, ...due }];
    if (!working) return calendar.filter(({ kind }) => kind === 'lastDay');
    const extended = duty.extensions
      .filter(({ until }) => until > moment)
      .map((extension) => ({
        ...told,
        kind: 'extended' as const,
        key: `extended/${id}/${extension.id}`,
        closes: new Date(extension.until).toISOString(),
        target: extension.item,
      }));
    const returned = (part?.returned ?? []).map(({ kind, target, seq }) => ({
      ...told,
      kind: 'returned' as const,
      key: `returned/${round.id}/${body.id}/${kind}/${target}/${seq}`,
      target,
    }));
    const reopened = duty.reopened === null ? [] : [{ ...told, kind: 'reopened' as const, key: `reopened/${duty.reopened}` }];
    return [...calendar, ...reopened, ...returned, ...extended];
  });
}
