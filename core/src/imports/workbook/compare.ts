import type { Cell } from '../../ledger/cell.ts';
import { checkChanges, type EntryRules } from '../../ledger/check-changes.ts';
import { conflictsOf } from '../../ledger/conflict.ts';
import { withDependentChanges } from '../../ledger/dependent-changes.ts';
import { type Changes, type FieldValue, type Target, targetKey } from '../../ledger/entry.ts';
import { Faults } from '../../reading/faults.ts';
import { ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import type { Language } from '../../words/index.ts';
import { addressOf, type ReadWorkbook, type WorkbookCell, type WorkbookSheet } from './cells.ts';
import { HEADING_ROW } from './layout.ts';
import { SHEET_MARKS } from './marks.ts';
import { plainText, readCell } from './read-cell.ts';
import { type WorkbookRefusal, why } from './refusals.ts';
import { FIGURE_COLUMNS, type FilledColumn, type FormRow, type FormRows, type InputField, ITEM_COLUMNS } from './rows.ts';
import { valueText } from './written.ts';

/** A field changed by a workbook. */
export interface WorkbookChange {
  /** Null for a dependent change without a cell: the state that a reason is for, points of a level no longer chosen. */
  readonly cell: string | null;
  readonly input: InputField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** A field that the workbook changes, and that somebody else has changed since it was made; `before` is the present value. */
export interface WorkbookConflict extends WorkbookChange {
  readonly seq: number;
}

export interface WorkbookComparison {
  readonly changes: readonly WorkbookChange[];
  readonly conflicts: readonly WorkbookConflict[];
  readonly refused: readonly WorkbookRefusal[];
}

/** The sheet that a workbook is compared with. */
export interface ComparedSheet {
  readonly entryRules: EntryRules;
  readonly rows: FormRows;
  /** Its present state in the body's own column. */
  now(target: Target): Cell | undefined;
  /** Its state when the workbook was made. */
  whenMade(target: Target): Cell | undefined;
  /** The sheet's last entry when the workbook was made. */
  readonly seq: number;
}

/** A cell that differs from when the workbook was made. */
interface Touched {
  readonly cell: string;
  readonly input: InputField;
  readonly value: FieldValue;
}

const NONE: Cell['fields'] = {};

/** Values normalised for comparison: ticks in any order, texts with any line ends. */
function canonical(value: FieldValue | undefined): string {
  if (typeof value === 'string') return JSON.stringify(plainText(value) === '' ? null : plainText(value));
  if (value === undefined || typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return JSON.stringify([...value].toSorted());
}
const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => canonical(a) === canonical(b);

/**
 * Compares a filled-in workbook with its sheet: every change, every conflict with what others wrote since it was made,
 * and every refused cell with its address and reason, all at once. An untouched row or cell means no change, even if the
 * sheet has changed. `language`: in which choices are named.
 */
export function compareWorkbook(workbook: ReadWorkbook, sheet: ComparedSheet, language: Language): WorkbookComparison {
  const refused = [...refusedAsWhole(workbook)];
  const { items, figures } = sheet.rows;
  const parts = [
    { mark: SHEET_MARKS.items, rows: items, columns: ITEM_COLUMNS },
    { mark: SHEET_MARKS.figures, rows: figures, columns: FIGURE_COLUMNS },
  ] as const;
  const touched: Touched[] = [];
  for (const { mark, rows, columns } of parts) {
    const found = sheetsMarked(workbook, mark);
    const [part] = found;
    if (!part) refused.push({ cell: null, why: why('sheetMissing', { sheet: mark }) });
    else if (found.length > 1) refused.push(...found.map(({ name }) => ({ cell: name, why: why('sheetTwice') })));
    else readSheet(mark, part, rows, columns, sheet, language, touched, refused);
  }
  // A fault of the whole workbook makes every cell doubtful: an empty one may be a merged one.
  if (refused.some(({ why: { code } }) => WHOLE.has(code))) return { changes: [], conflicts: [], refused };
  const judged = judgeAll(touched, sheet);
  return { ...judged, refused: [...refused, ...judged.refused] };
}

const WHOLE: ReadonlySet<string> = new Set(['hiddenSheet', 'mergedCells', 'sheetTwice', 'sheetMissing', 'columnMissing']);

/** The sheets with our mark in their corner. */
export const sheetsMarked = ({ sheets }: ReadWorkbook, mark: string): WorkbookSheet[] =>
  sheets.filter(({ cells }) => cells.some((cell) => cell.row === 1 && cell.column === 1 && cell.kind === 'text' && cell.text === mark));

/** What makes a workbook doubtful as a whole: hidden sheets, merged cells. */
export function* refusedAsWhole({ sheets }: ReadWorkbook): Generator<WorkbookRefusal> {
  for (const { name, hidden, merges } of sheets) {
    if (hidden) yield { cell: name, why: why('hiddenSheet') };
    for (const range of merges) yield { cell: `${name}!${range}`, why: why('mergedCells') };
  }
}

/** Reads the rows of a sheet by their hidden ids, and its columns by theirs. */
function readSheet(
  mark: string,
  { name, cells }: WorkbookSheet,
  rows: readonly FormRow[],
  wanted: readonly FilledColumn[],
  sheet: ComparedSheet,
  language: Language,
  touched: Touched[],
  refused: WorkbookRefusal[],
): void {
  const heads = new Map(cells.filter(({ row, kind }) => row === 1 && kind === 'text').map(({ column, text }) => [text, column]));
  const columns = wanted.flatMap((key) => {
    const column = heads.get(key);
    return column === undefined ? [] : [[key, column] as const];
  });
  for (const key of wanted) if (!heads.has(key)) refused.push({ cell: `${name}!1:1`, why: why('columnMissing', { sheet: mark, column: key }) });
  if (columns.length < wanted.length) return;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Map<string, number>();
  for (const [number, line] of Map.groupBy(
    cells.filter(({ row }) => row > 2),
    ({ row }) => row,
  )) {
    const at = (column: number) => line.find((cell) => cell.column === column);
    const filled = columns.flatMap(([, column]) => at(column) ?? []);
    const id = at(1);
    if (id?.kind === 'text' && id.text === HEADING_ROW) continue;
    const row = id?.kind === 'text' ? byId.get(id.text) : undefined;
    const place = addressOf(name, { row: number, column: 1 });
    if (!row) {
      const [first] = filled;
      if (id) refused.push({ cell: place, why: id.kind === 'formula' ? why('formula') : why('rowUnknown', { found: id.text }) });
      else if (first) refused.push({ cell: addressOf(name, first), why: why('rowUnnamed') });
      continue;
    }
    const before = seen.get(row.id);
    if (before !== undefined) {
      refused.push({ cell: place, why: why('rowTwice', { row: String(before) }) });
      continue;
    }
    seen.set(row.id, number);
    for (const [key, column] of columns) readField(addressOf(name, { row: number, column }), row.takes[key], at(column), sheet, language, touched, refused);
  }
}

function readField(
  cell: string,
  input: InputField | undefined,
  content: WorkbookCell | undefined,
  sheet: ComparedSheet,
  language: Language,
  touched: Touched[],
  refused: WorkbookRefusal[],
): void {
  if (!input) {
    if (content && plainText(content.text) !== '') refused.push({ cell, why: why('notAsked') });
    return;
  }
  const then = sheet.whenMade(input.target)?.fields[input.field];
  const reading = readCell(input, content, language);
  if (reading.kind === 'read') {
    if (!same(reading.value, then)) touched.push({ cell, input, value: reading.value });
    return;
  }
  // An unchanged text is no change, even where it could not be typed like that.
  const untouched = content?.kind === 'text' && plainText(content.text) === plainText(valueText(input, then, language));
  if (!untouched) refused.push({ cell, why: reading.why });
}

/** Judges the touched cells, for each item and figure, by the rules and by what others wrote since. */
function judgeAll(touched: readonly Touched[], sheet: ComparedSheet): WorkbookComparison {
  const changes: WorkbookChange[] = [];
  const conflicts: WorkbookConflict[] = [];
  const refused: WorkbookRefusal[] = [];
  for (const cells of Map.groupBy(touched, ({ input }) => targetKey(input.target)).values()) {
    const target = (cells[0] as Touched).input.target;
    const now = sheet.now(target);
    const news = cells.filter(({ input, value }) => !same(value, now?.fields[input.field]));
    const left = withoutFaulty(news, target, sheet, refused);
    const wanted = changesIn(left, target, sheet);
    const against = new Map(conflictsOf(now, wanted, sheet.seq).map((conflict) => [conflict.field, conflict.seq]));
    for (const [field, after] of Object.entries(wanted)) {
      const touchedCell = left.find(({ input }) => input.field === field);
      const input = touchedCell?.input ?? inputAt(sheet.rows, target, field);
      if (!input || same(after, now?.fields[field])) continue;
      const change = { cell: touchedCell?.cell ?? null, input, before: now?.fields[field] ?? null, after };
      const seq = against.get(field);
      if (seq === undefined) changes.push(change);
      else conflicts.push({ ...change, seq });
    }
  }
  return { changes, conflicts, refused };
}

/** The cells that the rules accept together; the refused ones are reported one by one, until the rest is accepted. */
function withoutFaulty(cells: readonly Touched[], target: Target, sheet: ComparedSheet, refused: WorkbookRefusal[]): readonly Touched[] {
  let left = cells;
  while (left.length > 0) {
    const faults = new Faults();
    const standing = sheet.now(target)?.fields ?? NONE;
    checkChanges(sheet.entryRules, target, standing, changesIn(left, target, sheet) as unknown as Raw, 'claimed', ROOT, faults);
    if (faults.none) return left;
    const faulty = new Map<Touched, WorkbookRefusal>();
    for (const fault of faults.list) {
      const cell = left.find(({ input }) => input.field === fault.keys[1]);
      // A fault of a missing field is reported at each of them.
      for (const each of cell ? [cell] : left) faulty.set(each, { cell: each.cell, why: { code: 'rule', fault } });
    }
    refused.push(...faulty.values());
    left = left.filter((cell) => !faulty.has(cell));
  }
  return left;
}

/** The changes of one item or figure, with dependent ones. */
const changesIn = (cells: readonly Touched[], target: Target, { entryRules, now }: Pick<ComparedSheet, 'entryRules' | 'now'>): Changes =>
  withDependentChanges(entryRules, target, now(target)?.fields ?? NONE, Object.fromEntries(cells.map(({ input, value }) => [input.field, value])));

const inputAt = ({ items, figures }: FormRows, target: Target, field: string): InputField | undefined =>
  [...items, ...figures]
    .flatMap(({ takes, state }) => [...Object.values(takes), ...(state ? [state] : [])])
    .find((input) => input.field === field && targetKey(input.target) === targetKey(target));
