import { isNumberText, type NumberText, shortest } from './number-text.ts';

/** Why a number that a program stored is none that may be entered. */
export const STORED_REFUSALS = ['notDigits', 'notExact', 'tooManyDigits', 'tooManyPlaces'] as const;
export type StoredRefusal = (typeof STORED_REFUSALS)[number];

export type StoredNumber = { readonly kind: 'read'; readonly value: NumberText } | { readonly kind: 'refused'; readonly reason: StoredRefusal };

const FORM = /^(?<sign>-?)(?<whole>\d{1,400})(?:\.(?<places>\d{0,400}))?(?:[eE](?<power>[+-]?\d{1,3}))?$/;
/** Digits that a spreadsheet keeps of a number that is typed. */
const KEPT_DIGITS = 15;
const LARGEST_PART = 12;

interface Decimal {
  readonly sign: string;
  /** Without zeros at either end. */
  readonly digits: string;
  /** Digits before the point; below zero: zeros behind it. */
  readonly point: number;
}

function decimalOf(text: string): Decimal | undefined {
  const parts = FORM.exec(text)?.groups;
  if (!parts) return undefined;
  const { sign = '', whole = '', places = '', power = '0' } = parts;
  const all = whole + places;
  const digits = all.replace(/^0+/, '');
  return { sign, digits: digits.replace(/0+$/, ''), point: whole.length + Number(power) - (all.length - digits.length) };
}

function plainOf({ sign, digits, point }: Decimal): string {
  if (digits === '') return '0';
  const padded = point <= 0 ? `0${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  return `${sign}${padded.slice(0, at)}${padded.length > at ? `.${padded.slice(at)}` : ''}`;
}

/**
 * Reads a number as a spreadsheet stores it: "77.1", "1.2E-3", exactly as written. Programs write what they hold in binary,
 * so the 77.1 that a person typed may stand there as 77.099999999999994: a number of more digits than one can type is read
 * as the shortest that has the same binary form, and refused where that is not one of at most 15 digits.
 */
export function readStoredNumber(text: string): StoredNumber {
  const written = decimalOf(text.trim());
  if (!written) return { kind: 'refused', reason: 'notDigits' };
  const meant = written.digits.length > KEPT_DIGITS ? decimalOf(String(Number(text))) : written;
  if (!meant || meant.digits.length > KEPT_DIGITS) return { kind: 'refused', reason: 'notExact' };
  if (meant.digits !== '' && meant.point > LARGEST_PART) return { kind: 'refused', reason: 'tooManyDigits' };
  if (meant.digits.length - meant.point > LARGEST_PART) return { kind: 'refused', reason: 'tooManyPlaces' };
  const plain = plainOf(meant);
  return isNumberText(plain) ? { kind: 'read', value: shortest(plain) } : { kind: 'refused', reason: 'notDigits' };
}

/** Whether a spreadsheet keeps the number whole. */
export const isStorable = (number: NumberText): boolean => (decimalOf(number)?.digits.length ?? KEPT_DIGITS + 1) <= KEPT_DIGITS;
