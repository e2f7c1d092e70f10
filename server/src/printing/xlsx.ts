import { writeXlsx } from 'hucre/xlsx';

export interface Sheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Number formats by column, from 0. */
  readonly numberFormats?: Readonly<Record<number, string>>;
  /** The row, from 1, that stays in sight and is printed on every page, across: where the heads of a wide list stand. */
  readonly headRow?: number;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What the format reads as an escape ("_x0041_") is a text like any other. */
const plain = (cell: string | number) => (typeof cell === 'string' ? cell.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : cell);

/** The one place that makes XLSX files: sheets of plain cells, texts wrapped. */
export const writeSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, widths, numberFormats = {}, headRow, rows }) => ({
      name,
      columns: widths.map((width, column) => ({
        width,
        style: { alignment: { wrapText: true, vertical: 'top' as const }, ...(numberFormats[column] === undefined ? {} : { numFmt: numberFormats[column] }) },
      })),
      ...(headRow === undefined
        ? {}
        : {
            freezePane: { rows: headRow },
            pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${headRow}:$${headRow}` },
          }),
      rows: rows.map((row) => row.map(plain)),
    })),
  });
