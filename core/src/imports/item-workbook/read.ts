import { CONCLUSIONS, type Conclusion, type GivenValue } from '../../appraisal/conclusions.ts';
import type { VerdictReason } from '../../appraisal/reasons.ts';
import type { FieldValue } from '../../ledger/entry.ts';
import type { Fault } from '../../reading/faults.ts';
import { CONCLUSION_NAMES } from '../../words/conclusions.ts';
import { LANGUAGES, type Language } from '../../words/index.ts';
import { ITEM_WORKBOOK_TEXTS } from '../../words/item-workbook-words.ts';
import { addressOf, type ReadWorkbook, type WorkbookCell, type WorkbookSheet } from '../workbook/cells.ts';
import { refusedAsWhole, sheetsMarked } from '../workbook/compare.ts';
import { isKnownSeq, readOrigin } from '../workbook/identify.ts';
import { HEADING_ROW } from '../workbook/layout.ts';
import { ITEM_MARKS } from '../workbook/marks.ts';
import { plainText, readCell } from '../workbook/read-cell.ts';
import { type Why, type WorkbookRefusal, why } from '../workbook/refusals.ts';
import type { InputField } from '../workbook/rows.ts';
import { choiceKey } from '../workbook/written.ts';
import { columnKey, ITEM_ORIGIN_KEYS, ITEM_WORKBOOK_FORMAT, type ItemForm, officialColumn } from './form.ts';

/** The item and round that a workbook must be of. */
export interface ItemPlace {
  readonly round: string;
  readonly item: string;
  readonly edition: string;
  readonly editionHash: string;
  /** What people call it. */
  readonly names: { readonly round: string; readonly item: string; readonly edition: string };
}

/** What a line of the workbook says of its body. */
export interface ReadLine {
  readonly body: string;
  /** The last entry of its sheet when the workbook was made. */
  readonly seq: number;
  /** "Thẩm định!A7". */
  readonly cell: string;
  /** The official figures as they stand in the line. */
  readonly official: ReadonlyMap<string, FieldValue>;
  readonly source: string | null;
  readonly date: string | null;
  readonly conclusion: Conclusion | null;
  /** What is changed to. */
  readonly values: readonly GivenValue[];
  readonly reason: string | null;
  readonly text: string;
  /** Where something stands, by the name of its column. */
  cellOf(key: string): string;
}

export interface ReadItemWorkbook {
  readonly madeAt: string;
  readonly lines: readonly ReadLine[];
  readonly refused: readonly WorkbookRefusal[];
}

interface Reading {
  readonly form: ItemForm;
  /** Those that are offered. */
  readonly reasons: readonly VerdictReason[];
  /** Whether a body takes part, and the last entry of its sheet. */
  lastSeqOf(body: string): number | undefined;
  readonly language: Language;
}

/**
 * What a workbook of one item says of each body, once it is of this very item, round and edition; a line of which a cell is refused says
 * nothing. Whether it may be decided so is judged where it is decided.
 */
export function readItemWorkbook(workbook: ReadWorkbook, place: ItemPlace, reading: Reading): ReadItemWorkbook {
  const { refused, said, mustBe } = readOrigin(workbook, ITEM_MARKS.about, ITEM_ORIGIN_KEYS);
  mustBe('format', ITEM_WORKBOOK_FORMAT, 'otherFormat', ITEM_WORKBOOK_FORMAT);
  mustBe('round', place.round, 'otherRound', place.names.round);
  mustBe('item', place.item, 'otherItem', place.names.item);
  mustBe('edition', place.edition, 'otherEdition', place.names.edition);
  if (said('edition')?.text === place.edition) mustBe('editionHash', place.editionHash, 'editionChanged', place.names.edition);
  const nothing = (more: readonly WorkbookRefusal[]): ReadItemWorkbook => ({ madeAt: '', lines: [], refused: more });
  if (refused.length > 0) return nothing(refused);
  const [bodies, second] = sheetsMarked(workbook, ITEM_MARKS.bodies);
  const doubtful = [...refusedAsWhole(workbook)];
  if (!bodies) doubtful.push({ cell: null, why: why('sheetMissing', { sheet: ITEM_MARKS.bodies }) });
  else if (second) doubtful.push({ cell: second.name, why: why('sheetTwice') });
  else doubtful.push(...missingColumns(bodies, reading));
  if (!bodies || doubtful.length > 0) return nothing(doubtful);
  return { madeAt: said('madeAt')?.text ?? '', ...linesIn(bodies, reading) };
}

const columnsOf = ({ cells }: WorkbookSheet): ReadonlyMap<string, number> =>
  new Map(cells.flatMap(({ row, column, kind, text }) => (row === 1 && column > 1 && kind === 'text' && text !== '' ? [[text, column] as const] : [])));

function missingColumns(sheet: WorkbookSheet, { form, language }: Reading): WorkbookRefusal[] {
  const columns = columnsOf(sheet);
  const { headings } = ITEM_WORKBOOK_TEXTS[language];
  const wanted: readonly (readonly [key: string, heading: string])[] = [
    ...form.inputs.map((input) => [columnKey(input), headings.newOf(input.target.id)] as const),
    ...form.figures.map((figure) => [officialColumn(figure), headings.officialOf(figure)] as const),
    ...(form.figures.length > 0 ? (['source', 'date'] as const) : []).map((key) => [key, headings[key]] as const),
    ...(['conclusion', 'reason', 'text'] as const).map((key) => [key, headings[key]] as const),
  ];
  return wanted.flatMap(([key, heading]) =>
    columns.has(key) ? [] : [{ cell: `${sheet.name}!1:1`, why: why('columnMissing', { sheet: ITEM_MARKS.bodies, column: heading }) }],
  );
}

function linesIn(sheet: WorkbookSheet, reading: Reading): Pick<ReadItemWorkbook, 'lines' | 'refused'> {
  const columns = columnsOf(sheet);
  const seen = new Map<string, number>();
  const refused: WorkbookRefusal[] = [];
  const lines: ReadLine[] = [];
  for (const [row, cells] of Map.groupBy(
    sheet.cells.filter((cell) => cell.row > 2),
    (cell) => cell.row,
  )) {
    const id = cells.find(({ column }) => column === 1);
    if (!id || id.text === HEADING_ROW) {
      const stray = id ? undefined : cells.find(({ column }) => [...columns.values()].includes(column));
      if (stray) refused.push({ cell: addressOf(sheet.name, stray), why: why('rowUnnamed') });
      continue;
    }
    const place = addressOf(sheet.name, id);
    const [body = '', seq = ''] = id.kind === 'text' ? id.text.split(' ') : [];
    const last = reading.lastSeqOf(body);
    const before = seen.get(body);
    if (last === undefined) refused.push({ cell: place, why: id.kind === 'formula' ? why('formula') : why('bodyUnknown') });
    else if (!isKnownSeq(seq, last)) refused.push({ cell: place, why: why('unknownVersion', { found: seq, expected: `≤ ${last}` }) });
    else if (before !== undefined) refused.push({ cell: place, why: why('rowTwice', { row: String(before) }) });
    else {
      seen.set(body, row);
      const faults: WorkbookRefusal[] = [];
      const line = lineOf({ body, seq: Number(seq), cell: place, name: sheet.name, row, cells, columns }, reading, faults);
      if (faults.length === 0) lines.push(line);
      refused.push(...faults);
    }
  }
  return { lines, refused };
}

interface Line {
  readonly body: string;
  readonly seq: number;
  readonly cell: string;
  readonly name: string;
  readonly row: number;
  readonly cells: readonly WorkbookCell[];
  readonly columns: ReadonlyMap<string, number>;
}

function lineOf({ body, seq, cell, name, row, cells, columns }: Line, { form, reasons, language }: Reading, faults: WorkbookRefusal[]): ReadLine {
  const cellOf = (key: string) => addressOf(name, { row, column: columns.get(key) ?? 1 });
  const contentOf = (key: string) => cells.find(({ column }) => column === columns.get(key));
  const refuse = (key: string, reason: Why) => faults.push({ cell: cellOf(key), why: reason });
  const readOf = (key: string, input: InputField | undefined): FieldValue => {
    if (!input) return null;
    const read = readCell(input, contentOf(key), language);
    if (read.kind === 'read') return read.value;
    refuse(key, read.why);
    return null;
  };
  const textOf = (key: string): string => {
    const content = contentOf(key);
    if (content?.kind === 'formula' || content?.kind === 'error')
      refuse(key, content.kind === 'formula' ? why('formula') : why('errorValue', { found: content.text }));
    return plainText(content?.text ?? '');
  };
  const chosenOf = <T extends string>(
    key: string,
    options: readonly { readonly id: T; readonly names: readonly string[] }[],
    language_: Language,
  ): T | null => {
    const said = textOf(key);
    if (said === '') return null;
    const found = options.find((option) => option.names.map(choiceKey).includes(choiceKey(said)));
    if (!found) refuse(key, why('unknownChoice', { found: said, expected: options.map(({ names }) => names[language_ === 'vi' ? 0 : 1] ?? '').join(' | ') }));
    return found?.id ?? null;
  };
  const conclusion = chosenOf(
    'conclusion',
    CONCLUSIONS.map((id) => ({ id, names: LANGUAGES.map((each) => CONCLUSION_NAMES[each][id]) })),
    language,
  );
  const reason = chosenOf(
    'reason',
    reasons.map(({ code, name: words, english }) => ({ id: code, names: [words, english ?? words] })),
    language,
  );
  const text = textOf('text');
  const values = form.inputs.flatMap((input): GivenValue[] => {
    const value = readOf(columnKey(input), input);
    return value === null ? [] : [{ target: input.target, field: input.field, value }];
  });
  if (conclusion !== 'change' && conclusion !== null)
    for (const given of values) refuse(columnKey(given), why('conclusionElse', { expected: CONCLUSION_NAMES[language].change }));
  if (conclusion === null && (values.length > 0 || reason !== null || text !== '') && faults.length === 0) refuse('conclusion', why('conclusionMissing'));
  const official = new Map(
    form.inputs.flatMap((input) => (input.target.kind === 'figure' ? [[input.target.id, readOf(officialColumn(input.target.id), input)] as const] : [])),
  );
  const source = readOf('source', form.source) as string | null;
  const date = readOf('date', form.date) as string | null;
  return { body, seq, cell, official, source, date, conclusion, values, reason, text, cellOf };
}

/** Where in a line a fault of its verdict is told: at the input, the conclusion, or the reason. @param figures of the verdict, in order */
export function cellOfFault(line: ReadLine, item: string, figures: readonly string[], { keys }: Fault): string {
  const [first, second, , field] = keys;
  if (first === 'figures') return line.cellOf(columnKey({ target: { kind: 'figure', id: figures[Number(second)] ?? '' }, field: String(field ?? 'value') }));
  if (first === 'reason') return line.cellOf(second === 'text' ? 'text' : 'reason');
  if (first === 'changes' && second === 'reason') return line.cellOf('text');
  if (first === 'changes' && String(second).startsWith('answer')) return line.cellOf(columnKey({ target: { kind: 'item', id: item }, field: String(second) }));
  return line.cellOf('conclusion');
}
