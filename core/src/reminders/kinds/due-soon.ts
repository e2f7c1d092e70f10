import { dayAfter } from '../../quantity/calendar-date.ts';
import { type DaysOff, dayOf, deadlineDay, isWorkingDay } from '../../round/index.ts';
import { closingOf, type ReminderKindRule } from '../kind.ts';

/** Working days after a day, up to and with another; counted no further than `most`. */
function workingDaysUntil(day: string, last: string, daysOff: DaysOff, most: number): number {
  let count = 0;
  for (let next = dayAfter(day); next <= last && count <= most; next = dayAfter(next)) if (isWorkingDay(next, daysOff)) count += 1;
  return count;
}

/** Some working days before a closing. */
export const dueSoon: ReminderKindRule = {
  due: (duty, { moment, daysOff, schedule: { workingDaysBefore } }) => {
    const [today, last] = [dayOf(moment), deadlineDay(duty.closes)];
    if (moment < duty.opens || moment >= duty.closes || today === last) return [];
    const left = workingDaysUntil(today, last, daysOff, Math.max(...workingDaysBefore));
    // The nearest alone: of those that went by while nobody looked, nothing is told any more.
    // What was asked for has been told on the day itself, a week before.
    const before = workingDaysBefore
      .slice(duty.asked === null ? 0 : 1)
      .filter((days) => days >= left)
      .at(-1);
    return before === undefined ? [] : [{ key: `${duty.id}/${closingOf(duty)}/${before}` }];
  },
  sentence: {
    vi: ({ what, where, until }) => `${what} ${where} sắp đến hạn: ${until}.`,
    en: ({ what, where, until }) => `${what} ${where}, due soon: ${until}.`,
  },
};
