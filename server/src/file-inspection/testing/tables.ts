import { columnNumber } from '@parindex/core/imports/workbook/cells';
import { makeDocx, makeXlsx, paragraph } from './office.ts';

type Written = string | number | null;

/** A table of a test, as a layout says it: cells from the top left, merged ranges. A text that begins with "=" is a formula. */
export interface WrittenTable {
  readonly name: string;
  readonly rows: readonly (readonly Written[])[];
  readonly merges?: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellXml(written: Written): string {
  if (written === null || written === '') return '<c/>';
  if (typeof written === 'number') return `<c><v>${written}</v></c>`;
  if (written.startsWith('=')) return `<c><f>${escaped(written.slice(1))}</f><v>1</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(written)}</t></is></c>`;
}

/** Tables as a workbook, a sheet each. */
export const tablesAsXlsx = (tables: readonly WrittenTable[]): Promise<Buffer> =>
  makeXlsx(
    Object.fromEntries(
      tables.map(({ name, rows, merges = [] }) => {
        const written = rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('');
        const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
        // Merged cells stand behind the rows, which `makeXlsx` ends.
        return [escaped(name), merged === '' ? written : `${written}</sheetData><mergeCells>${merged}</mergeCells><sheetData>`];
      }),
    ),
  );

const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;

function tableXml({ rows, merges = [] }: WrittenTable): string {
  const ranges = merges.map((range) => {
    const [, left = '', top, right = '', bottom] = RANGE.exec(range) ?? [];
    return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
  });
  const cell = (written: Written, row: number, column: number): string => {
    const range = ranges.find(({ left, right, top, bottom }) => column >= left && column <= right && row >= top && row <= bottom);
    if (range && column > range.left) return '';
    const span = range && range.right > range.left ? `<w:gridSpan w:val="${range.right - range.left + 1}"/>` : '';
    const down = range && range.bottom > range.top ? `<w:vMerge${row === range.top ? ' w:val="restart"' : ''}/>` : '';
    const lines = String(written ?? '').split('\n');
    return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${lines.map((line) => paragraph(escaped(line))).join('')}</w:tc>`;
  };
  return `<w:tbl>${rows.map((cells, r) => `<w:tr>${cells.map((written, c) => cell(written, r + 1, c + 1)).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The same as the tables of a document. */
export const tablesAsDocx = (tables: readonly WrittenTable[]): Promise<Buffer> => makeDocx(tables.map((table) => paragraph('') + tableXml(table)).join(''));
