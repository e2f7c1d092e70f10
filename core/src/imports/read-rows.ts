import { checkChanges, type EntryRules } from '../ledger/check-changes.ts';
import type { Changes, FieldValue } from '../ledger/entry.ts';
import { TEXT_LIMITS } from '../ledger/fields.ts';
import { displayDate, displayDecimal } from '../quantity/display.ts';
import { placesOf, shortest } from '../quantity/number-text.ts';
import * as exact from '../quantity/rational.ts';
import { readStoredNumber } from '../quantity/stored-number.ts';
import { readTypedNumber } from '../quantity/typed-number.ts';
import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { type FieldKind, figureEntry } from '../rules/answer-form.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import { checkEstimates } from '../snapshot/check-body.ts';
import { searchKey } from '../text/search-key.ts';
import { inLanguage, type Language } from '../words/index.ts';
import { bodyFinder, type NamedBody } from './bodies.ts';
import { ALL_GROUPS, type BatchColumn } from './columns.ts';
import { type BatchWhy, whyNot } from './refusals.ts';
import type { ImportedCell, ImportedRow, ImportedTable, TableRefusal } from './table.ts';
import { type BatchTarget, batchKey, type Importable, importableFinder, importableTitle } from './targets.ts';
import { readCell } from './workbook/read-cell.ts';
import { why } from './workbook/refusals.ts';
import type { InputField } from './workbook/rows.ts';

/** An imported value with its source. */
export interface ImportedValue {
  /** A shortest number text, a date or a boolean; for a question the mean, 0 to 1. */
  readonly value: string | boolean;
  /** The number of answers; only for questions. */
  readonly answers: string | null;
  readonly source: string;
  /** The day of the figure, by which one is later than another. */
  readonly date: string;
  readonly vintage: string | null;
}

export interface ReadRow {
  readonly line: number;
  readonly body: string;
  readonly target: BatchTarget;
  readonly imported: ImportedValue;
}

export interface ReadRows {
  readonly read: readonly ReadRow[];
  readonly refused: readonly TableRefusal[];
  /** Lines with an empty value, as in a form that was not filled in. */
  readonly blank: readonly number[];
  /** Lines that repeat another line. */
  readonly doubled: readonly number[];
}

/** Values for all rows of a batch that do not give their own. */
export interface BatchDefaults {
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
}

export interface BatchReader {
  readonly prepared: PreparedScheme;
  readonly entryRules: EntryRules;
  readonly bodies: readonly NamedBody[];
  /** yyyy-mm-dd: no figure may be of a later day. */
  readonly today: string;
}

const asking = (entry: FieldKind): InputField => ({
  target: { kind: 'figure', id: '' },
  field: 'value',
  variants: [
    { target: { kind: 'figure', id: '' }, field: 'value', use: 'input', entry, title: null, required: true, cases: null, level: null, sharedWith: [] },
  ],
});
const TEXT = asking({ kind: 'text', longest: 1_000 });
const DATE = asking({ kind: 'date' });
const WHOLE = asking(figureEntry('count'));

type Reading<T> = { readonly read: T } | { readonly why: BatchWhy };
const read = <T>(value: T): Reading<T> => ({ read: value });
const refuse = (reason: BatchWhy): { readonly why: BatchWhy } => ({ why: reason });

/** The cells of a row, and everything wrong with them. */
class RowReader {
  readonly cells: ImportedRow['cells'];
  readonly refused: { readonly column: BatchColumn | null; readonly why: BatchWhy }[] = [];
  readonly #language: Language;

  constructor({ cells }: ImportedRow, language: Language) {
    this.cells = cells;
    this.#language = language;
  }

  take<T>(column: BatchColumn, reading: Reading<T>): T | undefined {
    if ('read' in reading) return reading.read;
    this.refused.push({ column, why: reading.why });
    return undefined;
  }

  /** The value of a cell for a field; null if it is empty. */
  value<T extends FieldValue>(column: BatchColumn, input: InputField): T | null | undefined {
    const reading = readCell(input, this.cells[column], this.#language);
    return this.take(column, reading.kind === 'refused' ? refuse(reading.why) : read(reading.value as T | null));
  }

  text(column: BatchColumn): string | null | undefined {
    return this.value<string>(column, TEXT);
  }

  /** A number instead of a code was made by a spreadsheet: 01 has become 1, 8.10 is 8.1. */
  name(column: BatchColumn): string | null | undefined {
    const cell = this.cells[column];
    return cell?.kind === 'number' ? this.take(column, refuse(why('wrongKind', { found: cell.text }))) : this.text(column);
  }

  share(): string | undefined {
    return this.take('value', shareIn(this.cells.value, this.#language));
  }
}

/**
 * Reads rows of figures from elsewhere by a round's scheme and bodies: their values, and every refused row with its place
 * and reason, all at once. Nothing is guessed: an ambiguous number, a code of two bodies, or a row that is there twice
 * with different values is refused. `language`: for naming the readings.
 */
export function readRows(table: ImportedTable, defaults: BatchDefaults, reader: BatchReader, language: Language): ReadRows {
  const finders: Finders = { body: bodyFinder(reader.bodies), target: importableFinder(reader.prepared) };
  const byKey = new Map<string, ReadRow>();
  const refused: TableRefusal[] = [];
  const [blank, doubled, twice]: [number[], number[], Set<string>] = [[], [], new Set()];
  for (const row of table.rows) {
    // An empty row says nothing; a number of answers without a mean is a fault.
    if (isEmpty(row.cells.value)) {
      if (isEmpty(row.cells.answers)) blank.push(row.line);
      else refused.push({ line: row.line, column: 'value', why: whyNot('valueMissing') });
      continue;
    }
    const cells = new RowReader(row, language);
    const found = readRow(cells, defaults, reader, finders, language);
    if (!found || cells.refused.length > 0) {
      refused.push(...cells.refused.map((one) => ({ line: row.line, ...one })));
      continue;
    }
    const key = batchKey(found.body, found.target);
    const before = byKey.get(key);
    if (!before) byKey.set(key, { line: row.line, ...found });
    else if (sameImported(before.imported, found.imported)) doubled.push(row.line);
    else {
      twice.add(key);
      refused.push({ line: row.line, column: null, why: whyNot('rowTwice', { line: String(before.line) }) });
    }
  }
  for (const key of twice) {
    const first = byKey.get(key) as ReadRow;
    refused.push({ line: first.line, column: null, why: whyNot('rowTwice', { line: String(first.line) }) });
    byKey.delete(key);
  }
  return { read: [...byKey.values()], refused: refused.toSorted((a, b) => a.line - b.line), blank, doubled };
}

interface Finders {
  readonly body: ReturnType<typeof bodyFinder>;
  readonly target: ReturnType<typeof importableFinder>;
}

/** Whether two values are equal, source included. */
export const sameImported = (a: ImportedValue, b: ImportedValue): boolean =>
  a.value === b.value && a.answers === b.answers && a.source === b.source && a.date === b.date && a.vintage === b.vintage;

const isEmpty = (cell: ImportedCell | undefined): boolean => cell === undefined || (cell.kind === 'text' && cell.text.trim() === '');

/** The value of a row; undefined if something is wrong, which its reader has collected. */
function readRow(row: RowReader, defaults: BatchDefaults, reader: BatchReader, finders: Finders, language: Language): Omit<ReadRow, 'line'> | undefined {
  const [named, figure, group] = [row.name('body'), row.name('figure'), row.name('group')];
  const body = named === undefined ? undefined : row.take('body', oneBody(named, finders.body));
  const deliverable = figure === undefined ? undefined : row.take('figure', oneTarget(figure, finders.target, reader, language));
  const target = deliverable === undefined || group === undefined ? undefined : row.take('group', targetOf(deliverable, group, reader, language));
  const where = whereIn(row, defaults, reader);
  if (target === undefined) return undefined;
  const said = target.kind === 'figure' ? figureIn(row, target, reader) : meanIn(row, target, reader);
  return body === undefined || where === undefined || said === undefined ? undefined : { body: body.id, target, imported: { ...said, ...where } };
}

/** Where a figure is from, by its row or for the whole batch. */
function whereIn(row: RowReader, defaults: BatchDefaults, { today }: BatchReader): Pick<ImportedValue, 'source' | 'date' | 'vintage'> | undefined {
  const told = <T>(column: BatchColumn, own: T | null | undefined, otherwise: T | null, missing: BatchWhy): T | undefined => {
    const value = own === null ? otherwise : own;
    return value === null ? row.take<T>(column, refuse(missing)) : value;
  };
  const source = told('source', row.text('source'), defaults.source, whyNot('sourceMissing'));
  const date = told('date', row.value<string>('date', DATE), defaults.date, whyNot('dateMissing'));
  const vintage = row.text('vintage');
  if (date !== undefined && date > today) row.take('date', refuse(whyNot('dateAhead', { found: displayDate(date) })));
  for (const [column, text] of Object.entries({ source, vintage })) {
    const limit = TEXT_LIMITS[column] as number;
    if (text && text.length > limit) row.take(column as 'source', refuse(tooLong(text.length, limit)));
  }
  return source === undefined || date === undefined || vintage === undefined ? undefined : { source, date, vintage: vintage ?? defaults.vintage };
}

function tooLong(length: number, limit: number): BatchWhy {
  const faults = new Faults();
  faults.add('textTooLong', ROOT, { found: String(length), expected: String(limit) });
  return ofRule(faults);
}

const ofRule = (faults: Faults): BatchWhy => ({ code: 'rule', fault: faults.list[0] as Faults['list'][number] });

/** By name, with what to write beside it: names alone are what could not be told apart. */
const named = ({ id, name }: { readonly id: string; readonly name: string }): string => (name === id ? id : `${name} (${id})`);

const few = (text: string): string => text.slice(0, 100);

function oneBody(text: string | null, find: Finders['body']): Reading<NamedBody> {
  if (text === null) return refuse(whyNot('bodyMissing'));
  const all = find(text);
  const [first] = all;
  if (!first) return refuse(whyNot('bodyUnknown', { found: few(text) }));
  return all.length === 1 ? read(first) : refuse(whyNot('bodyAmbiguous', { found: few(text), bodies: all.map(named).join(', ') }));
}

function oneTarget(text: string | null, find: Finders['target'], { prepared }: BatchReader, language: Language): Reading<Importable> {
  if (text === null) return refuse(whyNot('figureMissing'));
  const { found, item } = find(text);
  const [first] = found;
  if (!first) return refuse(whyNot(item ? 'itemTakesNone' : 'figureUnknown', { found: few(text) }));
  if (found.length === 1) return read(first);
  const figures = found.map((one) => named({ id: one.id, name: importableTitle(prepared.scheme, one, language) }));
  return refuse(whyNot('figureAmbiguous', { found: few(text), figures: figures.join(', ') }));
}

/** A figure, or the respondents of a question, by id or title; the group is left out where the mean covers all. */
function targetOf({ kind, id, groups }: Importable, group: string | null, { prepared }: BatchReader, language: Language): Reading<BatchTarget> {
  if (kind === 'figure') return group === null ? read({ kind: 'figure', id }) : refuse(whyNot('groupNotHere'));
  const [only, ...others] = groups;
  const called = new Map(prepared.scheme.survey.groups.map((each) => [each.id, each.title]));
  const titleOf = (each: string) => (each === 'all' ? ALL_GROUPS : called.get(each));
  const all = groups.map((each) => inLanguage(titleOf(each), language) ?? each).join(', ');
  if (group === null) {
    if (only !== undefined && others.length === 0) return read({ kind: 'estimate', question: id, group: only });
    return refuse(whyNot('groupMissing', { groups: all }));
  }
  const namesOf = (each: string) => [each, titleOf(each)?.vi, titleOf(each)?.en].map((name) => searchKey(name ?? each));
  const found = groups.filter((each) => namesOf(each).includes(searchKey(group)));
  const [one] = found;
  if (one === undefined || found.length > 1) return refuse(whyNot('groupUnknown', { found: few(group), groups: all }));
  return read({ kind: 'estimate', question: id, group: one });
}

type Figure = Extract<BatchTarget, { kind: 'figure' }>;
type Estimate = Extract<BatchTarget, { kind: 'estimate' }>;
type ReadValue = Pick<ImportedValue, 'value' | 'answers'>;

/** A figure's value in normal form, as the ledger expects it. */
function figureIn(row: RowReader, target: Figure, { entryRules }: BatchReader): ReadValue | undefined {
  if (!isEmpty(row.cells.answers)) row.take('answers', refuse(whyNot('answersNotHere')));
  const type = entryRules.known.figures.get(target.id) as FigureType;
  const value = row.value<string | boolean>('value', asking(figureEntry(type)));
  if (value === undefined || value === null) return undefined;
  const faults = new Faults();
  const changes = checkChanges(entryRules, target, {}, { value } as unknown as Raw, 'claimed', ROOT, faults);
  return row.take('value', faults.none && changes ? read({ value: changes['value'] as string | boolean, answers: null }) : refuse(ofRule(faults)));
}

/** The mean of a question, and how many have answered it. */
function meanIn(row: RowReader, { question, group }: Estimate, { entryRules }: BatchReader): ReadValue | undefined {
  const mean = row.share();
  const answers = row.value<string>('answers', WHOLE);
  if (answers === null || answers === '0') row.take('answers', refuse(whyNot('answersMissing')));
  if (mean === undefined || !answers) return undefined;
  if (mean.startsWith('-') || exact.compare(exact.fromText(mean), exact.one) > 0)
    return row.take<ReadValue>('value', refuse(whyNot('notAShare', { found: row.cells.value?.text.trim() ?? mean })));
  const faults = new Faults();
  checkEstimates({ [question]: { [group]: { mean, answers } } }, ROOT, entryRules.known, faults);
  return row.take('value', faults.none ? read({ value: mean, answers }) : refuse(ofRule(faults)));
}

/** A share of 0 to 1. Only here can a percent sign mean but one thing. */
function shareIn(cell: ImportedCell | undefined, language: Language): Reading<string> {
  if (cell?.kind === 'formula') return refuse(why('formula'));
  if (cell?.kind === 'error') return refuse(why('errorValue', { found: cell.text }));
  if (cell === undefined || cell.kind === 'boolean') return refuse(why('wrongKind', { found: cell?.text ?? '' }));
  if (cell.kind === 'number') {
    if (cell.format === 'date' || cell.format === 'time') return refuse(why('dateForNumber', { found: cell.text }));
    const stored = readStoredNumber(cell.text);
    if (stored.kind === 'read') return read(stored.value);
    return refuse(stored.reason === 'notExact' ? why('notExact', { found: cell.text }) : { code: 'typedNumber', reason: stored.reason });
  }
  const percent = /^(?<number>.*?)\s*[%％]$/s.exec(cell.text.trim())?.groups?.['number'];
  const typed = readTypedNumber(percent ?? cell.text);
  if (typed.kind === 'refused') return refuse({ code: 'typedNumber', reason: typed.reason });
  if (typed.kind === 'question') {
    const [first, second] = typed.readings.map(({ value }) => displayDecimal(value, language)) as [string, string];
    return refuse(why('twoReadings', { found: cell.text.trim(), first, second }));
  }
  if (typed.kind === 'empty') return refuse(whyNot('valueMissing'));
  if (percent === undefined) return read(typed.value);
  const share = exact.divide(exact.fromText(typed.value), exact.hundred);
  return read(shortest(exact.toDecimal(share, placesOf(typed.value) + 2, 'halfUp')));
}

/** The changes of a ledger entry for a figure: its value, and where it is from. */
export const changesOf = ({ value, source, date, vintage }: Omit<ImportedValue, 'answers'>): Changes => ({
  value,
  source,
  date,
  ...(vintage === null ? {} : { vintage }),
});
