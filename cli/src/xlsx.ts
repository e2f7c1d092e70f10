import { writeXlsx } from 'hucre/xlsx';

export interface Sheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Number formats by column, from 0. */
  readonly numberFormats?: Readonly<Record<number, string>>;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The one place that makes XLSX files: sheets of plain cells, texts wrapped. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, widths, numberFormats = {}, rows }) => ({
      name,
      columns: widths.map((width, column) => ({
        width,
        style: { alignment: { wrapText: true, vertical: 'top' as const }, ...(numberFormats[column] === undefined ? {} : { numFmt: numberFormats[column] }) },
      })),
      rows: rows.map((row) => [...row]),
    })),
  });
