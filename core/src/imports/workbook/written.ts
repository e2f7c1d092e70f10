import type { FieldValue } from '../../ledger/entry.ts';
import { displayDate, displayDecimal } from '../../quantity/display.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import { isStorable } from '../../quantity/stored-number.ts';
import type { FormOption } from '../../rules/answer-form.ts';
import { inLanguage, LANGUAGES, type Language, PHRASES } from '../../words/index.ts';
import { entryOf, type InputField, optionsOf } from './rows.ts';

/** The content of a filled-in cell. */
export type Written = { readonly text: string } | { readonly number: NumberText };

/** Between the options of one cell. */
export const OPTION_MARK = ';';

/** Ignores case and spaces, as people also type their choices. */
export const choiceKey = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** All names of an option, in either language of the workbook. */
export const optionNames = ({ id, title }: FormOption): string[] =>
  [id, ...LANGUAGES.map((language) => inLanguage(title ?? undefined, language) ?? id)].map(choiceKey);

/** The name of an option in a cell: its title, or its id if the title would be ambiguous. */
export function optionText(option: FormOption, all: readonly FormOption[], language: Language): string {
  const title = inLanguage(option.title ?? undefined, language) ?? option.id;
  const key = choiceKey(title);
  const taken = LANGUAGES.some((each) => choiceKey(PHRASES[each].input.none) === key);
  const shared = all.some((other) => other.id !== option.id && optionNames(other).includes(key));
  return taken || shared || key === '' || title.includes(OPTION_MARK) ? option.id : title;
}

/** A value as a cell's content; undefined without one. */
export function writtenValue(input: InputField, value: FieldValue | undefined, language: Language): Written | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return { text: value ? PHRASES[language].yes : PHRASES[language].no };
  const options = optionsOf(input);
  const called = (id: string) => {
    const option = options.find((each) => each.id === id);
    return option ? optionText(option, options, language) : id;
  };
  if (typeof value !== 'string') return { text: value.length === 0 ? PHRASES[language].input.none : value.map(called).join(`${OPTION_MARK} `) };
  switch (entryOf(input).kind) {
    case 'choice':
      return { text: called(value) };
    case 'number':
      return isStorable(value) ? { number: value } : { text: displayDecimal(value, language) };
    case 'date':
      return { text: displayDate(value) };
    default:
      return { text: value };
  }
}

/** A value in words, for comparison by people; '' without one. */
export function valueText(input: InputField, value: FieldValue | undefined, language: Language): string {
  if (input.field === 'state' && value) return PHRASES[language].yes;
  const written = writtenValue(input, value, language);
  if (!written) return '';
  return 'number' in written ? displayDecimal(written.number, language) : written.text;
}
