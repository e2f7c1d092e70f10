import type { FieldValue } from '../../ledger/entry.ts';
import { displayDate, displayDecimal } from '../../quantity/display.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import { isStorable } from '../../quantity/stored-number.ts';
import type { FormOption } from '../../rules/answer-form.ts';
import { inLanguage, LANGUAGES, type Language, PHRASES } from '../../words/index.ts';
import { WORKBOOK_TEXTS } from '../../words/workbook-words.ts';
import { entryOf, type InputField, optionsOf } from './rows.ts';

/** What stands in a cell that is filled in. */
export type Written = { readonly text: string } | { readonly number: NumberText };

/** Between the options of one cell. */
export const OPTION_MARK = ';';

/** Letter case and spaces aside: people write what they choose by hand too. */
export const choiceKey = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** All that an option may be called, in whichever language the workbook was made. */
export const optionNames = ({ id, title }: FormOption): string[] =>
  [id, ...LANGUAGES.map((language) => inLanguage(title ?? undefined, language) ?? id)].map(choiceKey);

/** What an option is called in a cell: its title, or its id where the title could be taken for something else. */
export function optionText(option: FormOption, all: readonly FormOption[], language: Language): string {
  const title = inLanguage(option.title ?? undefined, language) ?? option.id;
  const key = choiceKey(title);
  const taken = LANGUAGES.some((each) => choiceKey(WORKBOOK_TEXTS[each].noneOfThem) === key);
  const shared = all.some((other) => other.id !== option.id && optionNames(other).includes(key));
  return taken || shared || key === '' || title.includes(OPTION_MARK) ? option.id : title;
}

/** A value as its cell holds it; undefined where there is none. */
export function writtenValue(input: InputField, value: FieldValue | undefined, language: Language): Written | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return { text: value ? PHRASES[language].yes : PHRASES[language].no };
  const options = optionsOf(input);
  const called = (id: string) => {
    const option = options.find((each) => each.id === id);
    return option ? optionText(option, options, language) : id;
  };
  if (typeof value !== 'string') return { text: value.length === 0 ? WORKBOOK_TEXTS[language].noneOfThem : value.map(called).join(`${OPTION_MARK} `) };
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

/** A value in words, as a person compares it with another one; '' where there is none. */
export function valueText(input: InputField, value: FieldValue | undefined, language: Language): string {
  if (input.field === 'state' && value) return PHRASES[language].yes;
  const written = writtenValue(input, value, language);
  if (!written) return '';
  return 'number' in written ? displayDecimal(written.number, language) : written.text;
}
