import { columnName } from '../../imports/workbook/cells.ts';
import { displayDecimal } from '../../quantity/display.ts';
import { searchKey } from '../../text/search-key.ts';
import { xmlText } from '../../text/xml-text.ts';
import { seen, type Table, type TableCell } from '../import/cells.ts';
import type { Headings, TableColumn } from '../import/headings.ts';
import { ownCells, TOTAL } from '../import/outline.ts';
import type { AnnexColumn } from './annex.ts';

/** A table of a file, with what its columns hold. */
export interface HeadedTable {
  readonly table: Table;
  readonly headings: Headings;
}

/** A row under the heads as it stands in the file. */
export interface SeenRow {
  readonly code: string;
  readonly cells: ReadonlyMap<TableColumn, TableCell>;
  readonly columns: ReadonlyMap<TableColumn, number>;
  /** The address of its cell, also where that is empty. */
  place(column: AnnexColumn): string;
}

export const rowsOf = (tables: readonly HeadedTable[]): SeenRow[] =>
  tables.flatMap(({ table, headings: { lastRow, columns } }) =>
    table.rows.flatMap((row): SeenRow[] => {
      const cells = ownCells(row, columns);
      if (row.row <= lastRow || cells.size === 0) return [];
      const place = (column: AnnexColumn) =>
        cells.get(column)?.place ?? `${table.name}!${columnName(columns.get(column) ?? columns.get('title') ?? 1)}${row.row}`;
      return [{ code: cells.get('code')?.text ?? '', cells, columns, place }];
    }),
  );

export const isTotal = ({ code, cells }: SeenRow): boolean => code === '' && TOTAL.test(searchKey(cells.get('title')?.text ?? ''));

/** A text as it is seen in a file that it was written to. */
export const seenInFile = (text: string): string => seen(xmlText(text));

/** Whether a cell says what was printed there. */
export function saysSo(cell: TableCell | undefined, column: AnnexColumn, printed: string): boolean {
  if (cell?.kind === 'formula') return false;
  const text = cell?.text ?? '';
  if (column !== 'points' || printed === '') return text === seenInFile(printed);
  return cell?.kind === 'number' ? Number(text) === Number(printed) : text === displayDecimal(printed, 'vi');
}
