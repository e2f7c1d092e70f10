import { columnName, columnNumber, type WorkbookCell, type WorkbookSheet } from '../../imports/workbook/cells.ts';

/** A cell of a table as its reader sees it; merged ones are seen in each of their places. */
export interface TableCell {
  readonly kind: WorkbookCell['kind'];
  readonly text: string;
  /** Its address for people: "Bảng 1!C5". */
  readonly place: string;
  /** It stands here because it was merged from a row above. */
  readonly fromAbove: boolean;
}

export interface TableRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, TableCell>;
}

/** A sheet of a workbook, or a table of a document, by its rows. */
export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** Lines of a text as people see them: one kind of line ends, of spaces and of letters. */
export const seen = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?|\v/g, '\n')
    .replaceAll(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
    .replaceAll(/[\u200B-\u200D\uFEFF\u00AD]/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .join('\n')
    .trim();

/** The rows of a sheet, what is merged standing in each row and column that it covers. */
export function tableOf({ name, cells, merges }: WorkbookSheet): Table {
  const rows = new Map<number, Map<number, TableCell>>();
  const put = (row: number, column: number, cell: TableCell) => {
    const at = rows.get(row) ?? new Map<number, TableCell>();
    rows.set(row, at);
    if (!at.has(column)) at.set(column, cell);
  };
  for (const { row, column, kind, text } of cells) {
    const shown = seen(text);
    if (shown !== '' || kind === 'formula') put(row, column, { kind, text: shown, place: `${name}!${columnName(column)}${row}`, fromAbove: false });
  }
  for (const merge of merges) {
    const [, left = '', top, right = '', bottom] = RANGE.exec(merge) ?? [];
    const [firstRow, lastRow, firstColumn, lastColumn] = [Number(top), Number(bottom), columnNumber(left), columnNumber(right)];
    const cell = rows.get(firstRow)?.get(firstColumn);
    if (!cell) continue;
    for (const row of [...rows.keys()].filter((each) => each >= firstRow && each <= lastRow))
      for (let column = firstColumn; column <= Math.min(lastColumn, firstColumn + 50); column += 1) put(row, column, { ...cell, fromAbove: row > firstRow });
  }
  const inOrder = [...rows].toSorted(([one], [other]) => one - other);
  return { name, rows: inOrder.map(([row, own]) => ({ row, cells: new Map([...own].toSorted(([one], [other]) => one - other)) })) };
}
