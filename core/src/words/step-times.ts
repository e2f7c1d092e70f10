import { clockOf, dayOf, deadlineDay } from '../round/calendar.ts';
import type { Language } from './language.ts';

/** On the clocks of Vietnam, to the minute, as people set times. */
const isMidnight = (moment: number): boolean => clockOf(moment) === '00:00';

const written = (day: string): string => day.split('-').toReversed().join('/');

const clockText = (moment: number, language: Language): string => {
  const [clock, day] = [clockOf(moment), written(dayOf(moment))];
  return language === 'vi' ? `${clock.replace(':', ' giờ ')} ngày ${day}` : `${clock} on ${day}`;
};

/**
 * A closing (ISO 8601) as a deadline is said: "hết ngày 31/01/2023" where it falls on the midnight after that day, else
 * "17 giờ 00 ngày 31/01/2023". Stands after "đến", "hạn", "trước khi". The one place where a closing is put into words.
 */
export function deadlineText(closes: string, language: Language): string {
  const moment = Date.parse(closes);
  if (!isMidnight(moment)) return clockText(moment, language);
  const day = written(deadlineDay(moment));
  return language === 'vi' ? `hết ngày ${day}` : `the end of ${day}`;
}

/** An opening (ISO 8601) in words: "ngày 01/12/2022" where it falls on midnight, else "08 giờ 00 ngày 01/12/2022". */
export function openingText(opens: string, language: Language): string {
  const moment = Date.parse(opens);
  if (!isMidnight(moment)) return clockText(moment, language);
  const day = written(dayOf(moment));
  return language === 'vi' ? `ngày ${day}` : day;
}
