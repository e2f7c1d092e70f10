import { dayNumber } from './calendar-date.ts';
import { plainTyped } from './typed-text.ts';

/** Why a typed text is no date. The sentences for people stand in the phrases, under `typedDate`. */
export const DATE_REFUSALS = ['notADate', 'shortYear', 'noSuchMonth', 'noSuchDay'] as const;
export type DateRefusal = (typeof DATE_REFUSALS)[number];

export type TypedDate =
  | { readonly kind: 'empty' }
  /** yyyy-mm-dd */
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: DateRefusal };

const DAY_FIRST = /^(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d+)$/;
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

const refused = (reason: DateRefusal): TypedDate => ({ kind: 'refused', reason });

/**
 * Reads a date as people type it: day, month, year (5/3/2025, 05-03-2025, 05.03.2025), or yyyy-mm-dd. The day comes first,
 * as in Vietnam: 03/05 is the third of May; the year has four digits. Gives yyyy-mm-dd, or the reason of the refusal.
 */
export function readTypedDate(text: string): TypedDate {
  const plain = plainTyped(text).replace(/ ?([/.-]) ?/g, '$1');
  if (plain === '') return { kind: 'empty' };
  const parts = (DAY_FIRST.exec(plain) ?? YEAR_FIRST.exec(plain))?.groups;
  if (!parts) return refused('notADate');
  const { day, month, year } = parts as Record<'day' | 'month' | 'year', string>;
  if (year.length !== 4) return refused(year.length < 4 ? 'shortYear' : 'notADate');
  if (Number(month) < 1 || Number(month) > 12) return refused('noSuchMonth');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(date) === undefined ? refused('noSuchDay') : { kind: 'read', value: date };
}
