import type { FieldValue } from '@parindex/core/ledger/entry';
import { displayDate, displayDecimal } from '@parindex/core/quantity/display';
import { readTypedDate } from '@parindex/core/quantity/typed-date';
import { type NumberReading, readTypedNumber } from '@parindex/core/quantity/typed-number';
import type { FieldKind } from '@parindex/core/rules/answer-form';
import { type Language, PHRASES } from '@parindex/core/words/index';

/** The value of a typed text; null removes the value. */
export type ParsedInput =
  | { readonly kind: 'value'; readonly value: FieldValue }
  | { readonly kind: 'question'; readonly readings: readonly NumberReading[] }
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): ParsedInput => ({ kind: 'refused', why });
const value = (read: FieldValue): ParsedInput => ({ kind: 'value', value: read });

/** Parses typed text by the field's kind. Chosen kinds use their ids. */
export function readTyped(entry: FieldKind, text: string, language: Language): ParsedInput {
  const phrases = PHRASES[language];
  switch (entry.kind) {
    case 'number': {
      const read = readTypedNumber(text, { whole: entry.whole });
      if (read.kind === 'empty') return value(null);
      if (read.kind === 'refused') return refused(phrases.typedNumber[read.reason]);
      return read.kind === 'read' ? value(read.value) : read;
    }
    case 'date': {
      const read = readTypedDate(text);
      if (read.kind === 'empty') return value(null);
      return read.kind === 'refused' ? refused(phrases.typedDate[read.reason]) : value(read.value);
    }
    case 'text':
      return value(text.trim() === '' ? null : text.trim());
    case 'yesNo':
      return value(text === '' ? null : text === 'true');
    case 'choice':
      return value(text === '' ? null : text);
    case 'checks':
      return value(text === '' ? [] : text.split(' '));
  }
}

/** A value as text in the input. */
export function showTyped(entry: FieldKind, shown: FieldValue | undefined, language: Language): string {
  if (shown === undefined || shown === null) return '';
  if (entry.kind === 'number') return displayDecimal(String(shown), language);
  if (entry.kind === 'date') return displayDate(String(shown));
  return Array.isArray(shown) ? shown.join(' ') : String(shown);
}
