import type { ReadWorkbook, WorkbookCell } from '../../../imports/workbook/cells.ts';

type Written = string | number | null;

/** A workbook of invented tables, as they are read from a file: texts, numbers, merged ranges. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly Written[])[] | { rows: readonly (readonly Written[])[]; merges: readonly string[]; hidden?: boolean }>>,
): ReadWorkbook => ({
  sheets: Object.entries(sheets).map(([name, sheet]) => {
    const { rows, merges, hidden = false } = 'rows' in sheet ? sheet : { rows: sheet, merges: [] };
    return {
      name,
      hidden,
      merges,
      cells: rows.flatMap((row, r) =>
        row.flatMap((written, c): WorkbookCell[] =>
          written === null || written === ''
            ? []
            : [{ row: r + 1, column: c + 1, kind: typeof written === 'number' ? 'number' : 'text', format: 'general', text: String(written) }],
        ),
      ),
    };
  }),
});
