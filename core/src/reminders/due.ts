import { type DaysOff, dayOf, isWorkingDay, type Step } from '../round/index.ts';
import type { AskedOfOwner, Duty, RemindedAbout } from './duty.ts';
import { REMINDER_KINDS, type ReminderKind, reminderRule } from './kinds.ts';
import { REMINDER_SCHEDULE, type ReminderSchedule } from './schedule.ts';

/** What is told of a reminder: enough to put it in words whenever it is read. */
export interface SentReminder {
  readonly kind: ReminderKind;
  readonly about: RemindedAbout;
  readonly body: { readonly id: string; readonly name: string };
  /** Null where it is no work of a step. */
  readonly step: Step | null;
  /** What is to be decided as the second person, or was decided of what one asked for; absent or null: nothing. */
  readonly asked?: AskedOfOwner | null;
  /** How many parts of the sheet a department has still to end; null where it is no department's. */
  readonly parts: number | null;
  /** ISO 8601: when it closes, or until when it was extended. */
  readonly closes: string;
  /** What was returned, or for which item alone there is more time. */
  readonly target: string | null;
}

/** Whether a kind is told as soon as it has happened. */
export const isToldAtOnce = ({ kind }: Pick<SentReminder, 'kind'>): boolean => reminderRule(kind).atOnce === true;

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

/**
 * The reminders of one person that are due at a moment (milliseconds), whatever was told before: the keys say what was. None
 * before the hour, on days off none but the last notice, but what is told at once; none of what is done.
 */
export function dueReminders(duties: readonly Duty[], daysOff: DaysOff, moment: number, schedule: ReminderSchedule = REMINDER_SCHEDULE): DueReminder[] {
  const working = isWorkingDay(dayOf(moment), daysOff);
  const hour = isReminderHour(moment, schedule);
  const kinds = REMINDER_KINDS.filter((kind) => {
    const { atOnce, onDaysOff } = reminderRule(kind);
    return atOnce === true || (hour && (working || onDaysOff === true));
  });
  return duties
    .filter(({ done }) => !done)
    .flatMap((duty) =>
      kinds.flatMap((kind) =>
        reminderRule(kind)
          .due(duty, { moment, daysOff, schedule })
          .map(({ key, closes = duty.closes, target = null }) => ({
            kind,
            about: duty.about,
            body: duty.body,
            step: duty.step,
            asked: duty.asked,
            parts: duty.part?.open ?? null,
            closes: new Date(closes).toISOString(),
            target,
            key: `${kind}/${key}`,
          })),
      ),
    );
}
