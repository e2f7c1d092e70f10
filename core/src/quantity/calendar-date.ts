const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Days from 0000-03-01 to a date written yyyy-mm-dd, or undefined where there is no such day.
 * Proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayNumber(text: string): number | undefined {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const length = month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1];
  if (year < 1 || length === undefined || day < 1 || day > length) return undefined;
  const shiftedYear = month <= 2 ? year - 1 : year;
  const shiftedMonth = (month + 9) % 12;
  const leapDays = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return 365 * shiftedYear + leapDays + Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
}

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const partsOf = (date: string) => date.split('-').map(Number) as [number, number, number];

/**
 * The day after a date written yyyy-mm-dd.
 * @example dayAfter('2025-06-30') === '2025-07-01'
 */
export function dayAfter(date: string): string {
  const [year, month, day] = partsOf(date);
  const next = [written(year, month, day + 1), written(year, month + 1, 1)].find((candidate) => dayNumber(candidate) !== undefined);
  return next ?? written(year + 1, 1, 1);
}

/**
 * The day before a date written yyyy-mm-dd.
 * @example dayBefore('2025-03-01') === '2025-02-28'
 */
export function dayBefore(date: string): string {
  const [year, month, day] = partsOf(date);
  if (day > 1) return written(year, month, day - 1);
  const last = [31, 30, 29, 28].map((end) => written(year, month - 1, end)).find((candidate) => dayNumber(candidate) !== undefined);
  return last ?? written(year - 1, 12, 31);
}

/**
 * The same day some months after a date written yyyy-mm-dd; the last of its month where that has no such day.
 * @example monthsAfter('2024-01-31', 1) === '2024-02-29'
 */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const count = month - 1 + months;
  const later = (last: number) => written(year + Math.floor(count / 12), (count % 12) + 1, Math.min(day, last));
  return [31, 30, 29].map(later).find((candidate) => dayNumber(candidate) !== undefined) ?? later(28);
}
