import { writeXlsx } from 'hucre/xlsx';

export interface Sheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The one place that makes XLSX files: sheets of plain cells, texts wrapped. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, widths, rows }) => ({
      name,
      columns: widths.map((width) => ({ width, style: { alignment: { wrapText: true, vertical: 'top' as const } } })),
      rows: rows.map((row) => [...row]),
    })),
  });
