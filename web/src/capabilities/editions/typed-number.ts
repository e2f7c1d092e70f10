import { readTypedNumber } from '@parindex/core/quantity/typed-number';
import type { Language } from '@parindex/core/words/index';

/** What is typed as a number, in the reader's notation where it could be two; undefined where it is none, null where it is empty. */
export function typedNumber(typed: string, language: Language, form: { readonly whole?: boolean } = {}): string | null | undefined {
  const read = readTypedNumber(typed, form);
  if (read.kind === 'empty') return null;
  if (read.kind === 'refused') return undefined;
  return read.kind === 'read' ? read.value : (read.readings.find(({ notation }) => notation === language)?.value ?? read.readings[0].value);
}
