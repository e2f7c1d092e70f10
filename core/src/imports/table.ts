import { BATCH_COLUMNS, type BatchColumn, columnNamed } from './columns.ts';
import { type BatchWhy, whyNot } from './refusals.ts';
import { addressOf, columnName, type ReadWorkbook, type WorkbookCell } from './workbook/cells.ts';
import { why } from './workbook/refusals.ts';

export type ImportedCell = Pick<WorkbookCell, 'kind' | 'format' | 'text'>;

/** In what form figures from elsewhere came. */
export const BATCH_FORMS = ['csv', 'xlsx', 'json'] as const;
export type BatchForm = (typeof BATCH_FORMS)[number];

export interface ImportedRow {
  /** The position of the row: the line of the file or row of the sheet, from 1; in JSON its index in the list, from 0. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<BatchColumn, ImportedCell>>>;
}

/** Rows of figures as read, with their cells uninterpreted. */
export interface ImportedTable {
  readonly form: BatchForm;
  /** The name of the workbook's sheet; null without one. */
  readonly sheet: string | null;
  /** The column number of each cell, from 1. */
  readonly columns: Readonly<Partial<Record<BatchColumn, number>>>;
  readonly rows: readonly ImportedRow[];
}

/** A refused row of a table, or a refused cell of it. */
export interface TableRefusal {
  readonly line: number;
  readonly column: BatchColumn | null;
  readonly why: BatchWhy;
}

/** Why a file is not such a table, with the places; null for the whole file. */
export interface FileRefusal {
  readonly place: string | null;
  readonly why: BatchWhy;
}

export type ReadTable = { readonly table: ImportedTable } | { readonly refused: readonly FileRefusal[] };

const NEEDED: readonly BatchColumn[] = ['body', 'figure', 'value'];

/** A line of cells by their columns, from 1. */
export interface TableLine {
  readonly line: number;
  readonly cells: ReadonlyMap<number, ImportedCell>;
}

/** Most rows of one batch: enough for three national rounds with all their figures. */
export const MOST_ROWS = 20_000;

const refusedWhole = (reason: BatchWhy, place: string | null = null): FileRefusal => ({ place, why: reason });

/** Reads lines under a heading into rows. Unknown headings are refused: a misspelt column would be lost silently. */
export function tableOf(form: BatchForm, sheet: string | null, lines: readonly TableLine[]): ReadTable {
  const [head, ...rest] = lines;
  if (!head) return { refused: [refusedWhole(whyNot('empty'))] };
  const refused: FileRefusal[] = [];
  const placeOf = (line: number) => (sheet === null ? `${line}` : `${sheet}!${line}`);
  const columns: Partial<Record<BatchColumn, number>> = {};
  const passed = new Set<number>();
  for (const [column, cell] of head.cells) {
    const name = columnNamed(cell.text);
    const found = cell.text.slice(0, 100);
    if (name !== undefined && isRead(name) && columns[name] === undefined) columns[name] = column;
    else {
      passed.add(column);
      if (name === undefined) refused.push(refusedWhole(whyNot('columnUnknown', { found, column: columnName(column) }), placeOf(head.line)));
      else if (isRead(name)) refused.push(refusedWhole(whyNot('columnTwice', { found }), placeOf(head.line)));
    }
  }
  for (const column of NEEDED) if (columns[column] === undefined) refused.push(refusedWhole(whyNot('columnMissing', { column }), placeOf(head.line)));
  if (rest.length > MOST_ROWS) refused.push(refusedWhole(whyNot('tooManyRows', { limit: String(MOST_ROWS) })));
  const known = new Set([...Object.values(columns), ...passed]);
  const rows = rest.flatMap(({ line, cells }): ImportedRow[] => {
    const beyond = [...cells.keys()].find((column) => !known.has(column));
    if (beyond !== undefined) refused.push(refusedWhole(whyNot('cellBeyond', { column: columnName(beyond) }), placeOf(line)));
    const named = BATCH_COLUMNS.flatMap((name) => {
      const cell = columns[name] === undefined ? undefined : cells.get(columns[name]);
      return cell === undefined ? [] : [[name, cell] as const];
    });
    return named.length === 0 ? [] : [{ line, cells: Object.fromEntries(named) }];
  });
  return refused.length > 0 ? { refused } : { table: { form, sheet, columns, rows } };
}

const isRead = (name: string): name is BatchColumn => (BATCH_COLUMNS as readonly string[]).includes(name);

/** The table of a workbook, on its first sheet with content; hidden sheets and merged cells make every row doubtful. */
export function tableOfWorkbook({ sheets }: ReadWorkbook): ReadTable {
  const refused = sheets.flatMap(({ name, hidden, merges }) => [
    ...(hidden ? [refusedWhole(why('hiddenSheet'), name)] : []),
    ...(merges.length > 0 ? [refusedWhole(why('mergedCells'), name)] : []),
  ]);
  if (refused.length > 0) return { refused };
  const sheet = sheets.find(({ cells }) => cells.length > 0);
  if (!sheet) return { refused: [refusedWhole(whyNot('empty'))] };
  const lines = new Map<number, Map<number, ImportedCell>>();
  for (const { row, column, kind, format, text } of sheet.cells) {
    const cells = lines.get(row) ?? new Map<number, ImportedCell>();
    cells.set(column, { kind, format, text });
    lines.set(row, cells);
  }
  return tableOf(
    'xlsx',
    sheet.name,
    [...lines].map(([line, cells]) => ({ line, cells })),
  );
}

/** The position of a row or cell as its sender finds it: "Số liệu!D12", for CSV as a spreadsheet shows it "D12", for JSON "/rows/3/value". */
export function placeIn(table: Pick<ImportedTable, 'form' | 'sheet' | 'columns'>, line: number, column: BatchColumn | null): string {
  if (table.form === 'json') return column === null ? `/rows/${line}` : `/rows/${line}/${column}`;
  const at = column === null ? undefined : table.columns[column];
  if (table.sheet === null) return at === undefined ? `${line}` : `${columnName(at)}${line}`;
  return at === undefined ? `${table.sheet}!${line}` : addressOf(table.sheet, { row: line, column: at });
}
