import { LANGUAGES, type Language } from '../words/language.ts';
import { MARKS } from './display.ts';
import { isNumberText, type NumberText, shortest } from './number-text.ts';
import { plainTyped } from './typed-text.ts';

/** Why a typed text is no number. The sentences for people stand in the phrases, under `typedNumber`. */
export const NUMBER_REFUSALS = [
  'notDigits',
  'percent',
  'strayMark',
  'leadingZero',
  'twoDecimalMarks',
  'wrongGroups',
  'notWhole',
  'tooManyDigits',
  'tooManyPlaces',
] as const;
export type NumberRefusal = (typeof NUMBER_REFUSALS)[number];

/** One way of reading a typed number: the number, and in whose notation it is that. */
export interface NumberReading {
  readonly value: NumberText;
  readonly notation: Language;
}

export type TypedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: NumberText }
  /** Both notations read it, each as another number: only the person who typed it knows. The Vietnamese reading comes first. */
  | { readonly kind: 'question'; readonly readings: readonly [NumberReading, NumberReading] }
  | { readonly kind: 'refused'; readonly reason: NumberRefusal };

const LARGEST_PART = 12;

/** Whole part, grouped by the notation's mark, by spaces or not at all; then decimals after the notation's mark. */
function formOf(notation: Language): RegExp {
  const { thousands, decimal } = MARKS[notation];
  const grouped = [thousands, ' '].map((mark) => `[1-9]\\d{0,2}(?:[${mark}]\\d{3})+`);
  return new RegExp(`^(?<whole>0|[1-9]\\d*|${grouped.join('|')})(?:[${decimal}](?<places>\\d+))?$`);
}
const FORMS: Readonly<Record<Language, RegExp>> = { vi: formOf('vi'), en: formOf('en') };

/** "05" as documents write numbers under ten. With a mark beside it a leading zero may be a slip, and is refused. */
const PADDED = /^0+(?=\d+$)/;

/**
 * Reads a number as people type it, in Vietnamese notation (1.234,56) or English (1,234.56), grouped or not, also with
 * spaces between groups. Gives the number text of the contract; a question where the notations disagree ("1.234"); or the
 * reason of the refusal. Nothing is guessed and no digit is lost.
 *
 * `whole`: the field takes whole numbers only. Such a number is written without decimals, so "1.000" is one thousand, and
 * "5,0" is refused. A percent sign is refused: whether 95% is 95 or 0.95 is not ours to say, and shares are worked out from
 * their two figures. A sign may stand in front; whether a number may be negative is the figure's matter.
 */
export function readTypedNumber(text: string, { whole = false }: { whole?: boolean } = {}): TypedNumber {
  const plain = plainTyped(text);
  if (plain === '') return { kind: 'empty' };
  const signed = /^(?<sign>[-+]?) ?(?<size>.*)$/.exec(plain)?.groups ?? {};
  const size = (signed['size'] as string).replace(PADDED, '');
  const faulty = strange(size);
  if (faulty) return refused(faulty);

  const readings = LANGUAGES.flatMap((notation) => {
    const parts = FORMS[notation].exec(size)?.groups;
    return parts ? [{ notation, whole: (parts['whole'] as string).replace(/\D/g, ''), places: parts['places'] }] : [];
  });
  if (readings.length === 0) return refused(misplaced(size));
  const possible = whole ? readings.filter(({ places }) => places === undefined) : readings;
  if (possible.length === 0) return refused('notWhole');

  const minus = signed['sign'] === '-' ? '-' : '';
  const numbers = possible.map(({ notation, whole: digits, places }) => ({
    notation,
    value: shortest(`${minus}${digits}${places === undefined ? '' : `.${places}`}`),
  }));
  const [first, second] = numbers.filter(({ value }) => isNumberText(value));
  if (!first) return refused((possible[0]?.whole.length ?? 0) > LARGEST_PART ? 'tooManyDigits' : 'tooManyPlaces');
  return second && second.value !== first.value ? { kind: 'question', readings: [first, second] } : { kind: 'read', value: first.value };
}

const refused = (reason: NumberRefusal): TypedNumber => ({ kind: 'refused', reason });

/** What cannot belong to any number, whatever the notation. */
function strange(size: string): NumberRefusal | undefined {
  if (/^[\d., ]*\d[\d., ]*%$/.test(size)) return 'percent';
  if (!/^[\d., ]*\d[\d., ]*$/.test(size)) return 'notDigits';
  return undefined;
}

/** Why digits and marks make no number in either notation. */
function misplaced(size: string): NumberRefusal {
  if (/^[., ]|[., ]$|[., ]{2}/.test(size)) return 'strayMark';
  if (/^0\d/.test(size)) return 'leadingZero';
  const notBeforeGroup = size.match(/[.,](?!\d{3}(?!\d))/g) ?? [];
  return notBeforeGroup.length > 1 ? 'twoDecimalMarks' : 'wrongGroups';
}
