import type { Language } from '@parindex/core/words/index';

const ZONE = 'Asia/Ho_Chi_Minh';
const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

// Making a format costs far more than using it.
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const COUNTS: Readonly<Record<Language, Intl.NumberFormat>> = { vi: new Intl.NumberFormat(LOCALE.vi), en: new Intl.NumberFormat(LOCALE.en) };

const partsOf = (moment: string | Date) => {
  const parts = CLOCK.formatToParts(new Date(moment));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;
};

/** A calendar day yyyy-mm-dd as 05/02/2026. */
export const formatDay = (day: string): string => day.split('-').toReversed().join('/');

/** The day in Vietnam on which a moment falls, as 05/02/2026. */
export function formatDayOf(moment: string | Date): string {
  const { day, month, year } = partsOf(moment);
  return `${day}/${month}/${year}`;
}

/** A moment as 17:00 05/02/2026, on the clocks of Vietnam. */
export function formatMoment(moment: string | Date): string {
  const { day, month, year, hour, minute } = partsOf(moment);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** The same in a narrow cell, without its year: 05/02 17:00. */
export function formatMomentShort(moment: string | Date): string {
  const { day, month, hour, minute } = partsOf(moment);
  return `${day}/${month} ${hour}:${minute}`;
}

/** The same to the second, where order matters. */
export function formatMomentExactly(moment: string | Date): string {
  const { day, month, year, hour, minute, second } = partsOf(moment);
  return `${hour}:${minute}:${second} ${day}/${month}/${year}`;
}

/** The minute named by "17:00 05/02/2026" or "17 giờ 00 ngày 05/02/2026" in Vietnam, as the API expects it; undefined if invalid. A day alone is its beginning. */
export function momentIn(text: string): string | undefined {
  const [, hour, minute, day, month, year] =
    /^\s*(?:(\d{1,2})\s*(?:[:h]|giờ)\s*(\d{2})\s+)?(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${(hour ?? '00').padStart(2, '0')}:${minute ?? '00'}:00+07:00`;
  const moment = new Date(iso);
  // 31/02 would roll over into March.
  return Number.isNaN(moment.getTime()) || Number(partsOf(moment).day) !== Number(day) ? undefined : iso;
}

/** What is typed for a beginning: 05/02/2026 for that of the day, else 08:00 05/02/2026. */
export function formatBeginning(moment: string | Date): string {
  const { hour, minute } = partsOf(moment);
  return hour === '00' && minute === '00' ? formatDayOf(moment) : formatMoment(moment);
}

const HAS_TIME = /\d\s*(?:[:h]|giờ)\s*\d/;
const DAY_MS = 86_400_000;

/** The same, a day alone being taken to its end. */
export function endingIn(text: string): string | undefined {
  const moment = momentIn(text.replace(/^\s*hết\s+/i, ''));
  return moment === undefined || HAS_TIME.test(text) ? moment : new Date(Date.parse(moment) + DAY_MS).toISOString();
}

/** What is typed for an ending: 05/02/2026 for the end of that day, else 17:00 05/02/2026. */
export function formatEnding(moment: string | Date): string {
  const { hour, minute } = partsOf(moment);
  return hour === '00' && minute === '00' ? formatDayOf(new Date(new Date(moment).getTime() - 1)) : formatMoment(moment);
}

/** A sentence of the server with its moments and days in local format. */
export const withDatesInWords = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g, formatMoment).replaceAll(/\b\d{4}-\d\d-\d\d\b/g, formatDay);

export const formatCount = (count: number, language: Language): string => COUNTS[language].format(count);

/** One count of another: "62,1%"; nothing of nothing is all. */
export const formatPercent = (some: number, all: number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 }).format(all === 0 ? 1 : some / all);

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A file size: "1,2 GB"; 1 kB is 1024 bytes, as in file managers. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const number = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: power === 0 ? 0 : 1 }).format(bytes / 1024 ** power);
  return `${number} ${UNITS[power]}`;
}

/** "3 ngày nữa", "2 giờ trước": the distance to a moment. Days are counted in hours, so never "ngày mai", which may be another day. */
export function formatDistance(moment: string | Date, now: Date, language: Language): string {
  const seconds = Math.round((new Date(moment).getTime() - now.getTime()) / 1000);
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(LOCALE[language], { numeric: unit === 'day' ? 'always' : 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** The day of the week of a calendar day yyyy-mm-dd. */
export const formatWeekday = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
