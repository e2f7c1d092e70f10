import type { Language } from '../words/language.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';

/** The marks between groups of three digits and before the decimals. */
export const MARKS: Readonly<Record<Language, { thousands: string; decimal: string }>> = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
};

/** A decimal text such as "-1234.50" in a language's notation: "−1.234,50" or "−1,234.50". */
export function displayDecimal(text: string, language: Language): string {
  const { thousands, decimal } = MARKS[language];
  const [whole = '', places] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${text.startsWith('-') ? '−' : ''}${grouped}${places === undefined ? '' : decimal + places}`;
}

/** Decimals that are shown in full; longer numbers are shown rounded, with "≈". */
const FULL_PLACES = 6;
const SHORT_PLACES = 4;

/** A number for people: exact where it is short enough, else rounded to four places and marked "≈". */
export function displayRational(value: Rational, language: Language): string {
  const full = exact.toDecimal(value, FULL_PLACES, 'halfUp');
  if (exact.compare(exact.fromText(full), value) === 0) return displayDecimal(full.replace(/\.?0+$/, ''), language);
  return `≈ ${displayDecimal(exact.toDecimal(value, SHORT_PLACES, 'halfUp'), language)}`;
}

export const displayFraction = (text: string, language: Language): string => displayRational(exact.fromFraction(text), language);

/** A share for people: 17/20 as "85%". */
export const displayPercent = (value: Rational, language: Language): string => `${displayRational(exact.multiply(value, exact.hundred), language)}%`;

/** A date yyyy-mm-dd as dd/mm/yyyy. */
export const displayDate = (text: string): string => text.split('-').toReversed().join('/');
