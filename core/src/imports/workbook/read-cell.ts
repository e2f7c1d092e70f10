import type { FieldValue } from '../../ledger/entry.ts';
import { displayDecimal } from '../../quantity/display.ts';
import { placesOf } from '../../quantity/number-text.ts';
import { readStoredNumber } from '../../quantity/stored-number.ts';
import { readTypedDate } from '../../quantity/typed-date.ts';
import { readTypedNumber } from '../../quantity/typed-number.ts';
import type { FieldKind } from '../../rules/answer-form.ts';
import { LANGUAGES, type Language, PHRASES } from '../../words/index.ts';
import type { WorkbookCell } from './cells.ts';
import { type Why, why } from './refusals.ts';
import { entryOf, type InputField, optionsOf } from './rows.ts';
import { choiceKey, OPTION_MARK, optionNames, optionText } from './written.ts';

export type CellReading = { readonly kind: 'read'; readonly value: FieldValue } | { readonly kind: 'refused'; readonly why: Why };

type Content = Pick<WorkbookCell, 'kind' | 'format' | 'text'>;

const read = (value: FieldValue): CellReading => ({ kind: 'read', value });
const refused = (reason: Why): CellReading => ({ kind: 'refused', why: reason });

/** Normalises line ends and letters, which programs write differently. */
export const plainText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();

/**
 * The value of a cell for a field; null if it is empty. Numbers are read as stored in the file, texts like typed numbers
 * and dates; ambiguous values and results of formulas are refused. `language`: in which readings and choices are named.
 */
export function readCell(input: InputField, cell: Content | undefined, language: Language): CellReading {
  if (cell === undefined || (cell.kind === 'text' && plainText(cell.text) === '')) return read(null);
  if (cell.kind === 'formula') return refused(why('formula'));
  if (cell.kind === 'error') return refused(why('errorValue', { found: cell.text }));
  const entry = entryOf(input);
  switch (entry.kind) {
    case 'number':
      return readNumber(cell, entry, language);
    case 'date':
      return readDate(cell);
    case 'yesNo':
      return readTruth(cell, language);
    case 'choice':
    case 'checks':
      return readChoice(input, cell, language);
    case 'text':
      return readText(cell);
  }
}

function readNumber(cell: Content, { whole }: Extract<FieldKind, { kind: 'number' }>, language: Language): CellReading {
  if (cell.kind === 'boolean') return refused(why('wrongKind', { found: cell.text }));
  if (cell.kind === 'text') {
    const typed = readTypedNumber(cell.text, { whole });
    if (typed.kind === 'refused') return refused({ code: 'typedNumber', reason: typed.reason });
    if (typed.kind === 'question') {
      const [first, second] = typed.readings.map(({ value }) => displayDecimal(value, language));
      return refused(why('twoReadings', { found: cell.text.trim(), first: first as string, second: second as string }));
    }
    return read(typed.kind === 'empty' ? null : typed.value);
  }
  if (cell.format === 'date' || cell.format === 'time') return refused(why('dateForNumber', { found: cell.text }));
  if (cell.format === 'percent') return refused(why('percentForNumber', { found: cell.text }));
  const stored = readStoredNumber(cell.text);
  if (stored.kind === 'refused')
    return refused(stored.reason === 'notExact' ? why('notExact', { found: cell.text }) : { code: 'typedNumber', reason: stored.reason });
  return whole && placesOf(stored.value) > 0 ? refused({ code: 'typedNumber', reason: 'notWhole' }) : read(stored.value);
}

/** A date is only read from text: behind a number is the spreadsheet's interpretation, and 03/05 may have become the fifth of March. */
function readDate(cell: Content): CellReading {
  if (cell.kind !== 'text') return refused(why('numberForDate', { found: cell.text }));
  const typed = readTypedDate(cell.text);
  if (typed.kind === 'refused') return refused({ code: 'typedDate', reason: typed.reason });
  return read(typed.kind === 'empty' ? null : typed.value);
}

function readTruth(cell: Content, language: Language): CellReading {
  if (cell.kind !== 'text') return cell.text === '1' || cell.text === '0' ? read(cell.text === '1') : refused(why('wrongKind', { found: cell.text }));
  const said = choiceKey(cell.text);
  const isOne = (word: 'yes' | 'no') => LANGUAGES.some((each) => choiceKey(PHRASES[each][word]) === said);
  if (isOne('yes') || isOne('no')) return read(isOne('yes'));
  return refused(why('unknownChoice', { found: cell.text.trim(), expected: `${PHRASES[language].yes} | ${PHRASES[language].no}` }));
}

function readChoice(input: InputField, cell: Content, language: Language): CellReading {
  const options = optionsOf(input);
  const many = entryOf(input).kind === 'checks';
  const said = choiceKey(cell.text);
  if (many && LANGUAGES.some((each) => choiceKey(PHRASES[each].input.none) === said)) return read([]);
  const wanted = many
    ? cell.text
        .split(OPTION_MARK)
        .map(choiceKey)
        .filter((text) => text !== '')
    : [said];
  const chosen = wanted.map((text) => {
    const byId = options.find(({ id }) => choiceKey(id) === text);
    const named = options.filter((option) => optionNames(option).includes(text));
    return byId ?? (named.length === 1 ? named[0] : undefined);
  });
  if (chosen.some((option) => option === undefined) || chosen.length === 0) {
    const expected = options.map((option) => optionText(option, options, language)).join(' | ');
    return refused(why('unknownChoice', { found: cell.text.trim(), expected }));
  }
  // In the order of the rule, without duplicates, as in the form.
  const ids = options.filter((option) => chosen.includes(option)).map(({ id }) => id);
  return read(many ? ids : (ids[0] as string));
}

function readText(cell: Content): CellReading {
  if (cell.kind === 'text') return read(plainText(cell.text));
  if (cell.kind === 'boolean') return refused(why('wrongKind', { found: cell.text }));
  if (cell.format !== 'general') return refused(why('dateForText', { found: cell.text }));
  const stored = readStoredNumber(cell.text);
  return read(stored.kind === 'read' ? stored.value : cell.text);
}
