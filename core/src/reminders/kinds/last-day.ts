import { dayOf, deadlineDay } from '../../round/index.ts';
import { closingOf, type ReminderKindRule } from '../kind.ts';

/** The last notice, on the day of the closing itself. */
export const lastDay: ReminderKindRule = {
  due: (duty, { moment }) =>
    moment >= duty.opens && moment < duty.closes && dayOf(moment) === deadlineDay(duty.closes) ? [{ key: `${duty.id}/${closingOf(duty)}` }] : [],
  onDaysOff: true,
  sentence: {
    vi: ({ what, where, until }) => `${what} ${where} đến ngày cuối: hạn ${until}.`,
    en: ({ what, where, until }) => `${what} ${where}, last day: until ${until}.`,
  },
};
