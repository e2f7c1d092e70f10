import type { LayoutCell, LayoutSheet } from '@parindex/core/imports/workbook/index';
import { columnName } from '@parindex/core/imports/workbook/index';
import { writeXlsx } from 'hucre/xlsx';
import { type Block, cellText, type OfficialDocument, paragraphsOf, type TableBlock } from './document.ts';

export interface Sheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Number formats by column, from 0. */
  readonly numberFormats?: Readonly<Record<number, string>>;
  /** The frozen row, from 1, repeated on every landscape page: the headings of a wide list. */
  readonly headRow?: number;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Texts that look like an escape of the format ("_x0041_") must stay plain text. */
const plain = (cell: string | number) => (typeof cell === 'string' ? cell.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : cell);

/** The only place that writes XLSX files: sheets of plain cells, texts wrapped. */
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

/** The lines above a table. */
const linesOf = (block: Block): (string | number)[][] => {
  switch (block.kind) {
    case 'heading':
      return [[block.text]];
    case 'paragraph':
      return paragraphsOf(block.text).map((line) => [line]);
    case 'facts':
      return block.facts.map((fact) => [...fact]);
    case 'table':
      return [];
  }
};

/** The tables of a document as XLSX, a sheet each; above the rows the document's other texts, and an empty line. */
export function officialXlsx({ marks, subject, body }: OfficialDocument): Promise<Uint8Array> {
  const about = [[subject.as === 'named' ? subject.name : subject.about], ...marks.map((mark) => [mark]), ...body.flatMap(linesOf), []];
  const tables = body.filter((block): block is TableBlock => block.kind === 'table');
  return writeSheets(
    tables.map(({ columns, rows }, index) => ({
      name: index === 0 ? 'Mục lục' : `Mục lục ${index + 1}`,
      widths: columns.map(({ width }) => width),
      headRow: about.length + 1,
      rows: [...about, columns.map(({ head }) => head), ...rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'number' ? cell : cellText(cell))))],
    })),
  );
}

const PAPER = { wrapText: true, vertical: 'top' as const };
const LINE = { style: 'thin' as const, color: { rgb: 'BFBFBF' } };
const STYLES = {
  locked: { alignment: PAPER },
  heading: { alignment: PAPER, font: { bold: true }, fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E7E6E6' } } },
  open: {
    alignment: PAPER,
    border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
    fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF8DC' } },
    protection: { locked: false },
  },
};

const cellValue = ({ value }: LayoutCell): string | number | null => {
  if (value === undefined) return null;
  return 'number' in value ? Number(value.number) : (plain(value.text) as string);
};

/** A workbook to fill in: locked except for its open cells, some with a list of choices. */
export const writeForm = (sheets: readonly LayoutSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => {
      const cells = rows.flatMap(({ kind, cells: line }, row) => line.map((cell, column) => ({ cell, row, column, kind })));
      const open = cells.filter(({ cell }) => cell.open);
      return {
        name,
        columns: columns.map(({ width, hidden = false }) => ({ width, hidden })),
        rows: rows.map((row) => row.cells.map(cellValue)),
        cells: new Map(
          cells.map(({ cell, row, column, kind }) => [
            `${row},${column}`,
            // Numbers are aligned as numbers, even in a column of texts.
            {
              value: cellValue(cell),
              style: cell.open ? { ...STYLES.open, ...(cell.as === 'text' ? { numFmt: '@' } : {}) } : STYLES[kind === 'heading' ? 'heading' : 'locked'],
            },
          ]),
        ),
        rowDefs: new Map(rows.flatMap(({ kind }, index) => (kind === 'keys' ? [[index, { hidden: true }] as const] : []))),
        dataValidations: open.flatMap(({ cell, row, column }) =>
          cell.choices === undefined
            ? []
            : [{ type: 'list' as const, formula1: cell.choices, range: `${columnName(column + 1)}${row + 1}`, allowBlank: true, showErrorMessage: true }],
        ),
        protection: { sheet: true, formatColumns: true, formatRows: true },
        freezePane: { rows: rows.findIndex(({ kind }) => kind === 'line') },
        pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      };
    }),
  });
