/** The content of a workbook's cell. A formula has no result here: what a program computed, nobody has typed. */
export const CELL_KINDS = ['text', 'number', 'boolean', 'formula', 'error'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** As what a cell shows its number. */
export const CELL_FORMATS = ['general', 'date', 'time', 'percent'] as const;
export type CellFormat = (typeof CELL_FORMATS)[number];

export interface WorkbookCell {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly format: CellFormat;
  /** A number as written in the file; a boolean as "1" or "0". */
  readonly text: string;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that are not empty, row by row. */
  readonly cells: readonly WorkbookCell[];
  /** Ranges of merged cells: "B2:C3". */
  readonly merges: readonly string[];
}

/** A workbook as read: only the contents of its cells. */
export interface ReadWorkbook {
  readonly sheets: readonly WorkbookSheet[];
}

/** The letters of a column, from 1: "A", "AB". */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** The number of a column, from 1, by its letters: "B" is 2, "AB" 28. */
export const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A cell's address for people: "Bảng tự chấm điểm!F12". */
export const addressOf = (sheet: string, { row, column }: Pick<WorkbookCell, 'row' | 'column'>): string => `${sheet}!${columnName(column)}${row}`;
