import type { LayoutCell, LayoutSheet } from '@parindex/core/imports/workbook/index';
import { columnName } from '@parindex/core/imports/workbook/index';
import { xmlText } from '@parindex/core/text/xml-text';
import type { CellStyle, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { type Block, type Cell, cellText, type OfficialDocument, paragraphsOf, type TableBlock } from './document.ts';
import { linesIn } from './rule-length.ts';

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** Number format; "@" keeps what is typed. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A list as a sheet: lines over the whole width, the first its title, then one table. */
export interface ListSheet {
  readonly name: string;
  readonly about: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** `bold`: subheadings and sums. */
  readonly rows: readonly { readonly cells: readonly (string | number)[]; readonly bold?: boolean }[];
  /** At the foot of each printed page. */
  readonly foot?: string;
}

/** Texts on a hidden sheet, one a row: for who reads the file back. */
export interface HiddenSheet {
  readonly name: string;
  readonly pieces: readonly string[];
}

/** Texts that look like an escape of the format ("_x0041_") must stay plain text. */
const plain = <T extends string | number>(cell: T): T => (typeof cell === 'string' ? (xmlText(cell).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') as T) : cell);

const FONT = { name: 'Times New Roman', size: 11 };
const TITLE = { ...FONT, size: 14, bold: true };
const LINE = { style: 'thin' as const, color: { rgb: '7F7F7F' } };
const GRID = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const SHADE = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E7E6E6' } };
const OPEN_SHADE = { ...SHADE, fgColor: { rgb: 'FFF8DC' } };
const WRAPPED = { wrapText: true, vertical: 'top' as const };

const STYLES = {
  title: { font: TITLE, alignment: { wrapText: true, vertical: 'center' } },
  about: { font: FONT, alignment: { wrapText: true, vertical: 'center' } },
  head: { font: { ...FONT, bold: true }, fill: SHADE, border: GRID, alignment: { wrapText: true, vertical: 'center', horizontal: 'center' } },
  cell: { font: FONT, border: GRID, alignment: WRAPPED },
  strong: { font: { ...FONT, bold: true }, border: GRID, alignment: WRAPPED },
  open: { font: FONT, fill: OPEN_SHADE, border: GRID, alignment: WRAPPED, protection: { locked: false } },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Inches, of the margins of Nghị định 30/2020/NĐ-CP on a page that lies: 20 mm above and below, 20 and 15 at the sides. */
const MARGINS = { top: 0.79, bottom: 0.79, left: 0.79, right: 0.59, header: 0.4, footer: 0.4 };

/** How every sheet is printed: A4 across, as wide as the page, its headings on each page, pages numbered above their middle but for the first. */
const printed = (headRow: number, foot = ''): Pick<WriteSheet, 'freezePane' | 'pageSetup' | 'headerFooter'> => ({
  freezePane: { rows: headRow },
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: MARGINS,
  },
  headerFooter: {
    differentFirst: true,
    oddHeader: '&C&P',
    firstHeader: '',
    ...(foot === '' ? {} : { oddFooter: footCode(foot), firstFooter: footCode(foot) }),
  },
});

/** Programs refuse a footer of more than 255 signs; "&" begins a code in it. */
const footCode = (text: string): string => `&L&9${text.replaceAll('&', '&&').slice(0, 240)}`;

interface Written {
  readonly sheet: WriteSheet;
  /** The row of headings, from 1: on every page. */
  readonly headRow: number;
}

/** The only place that writes XLSX files, but for sheets of any length (xlsx-rows.ts). */
const writeSheets = (written: readonly Written[], hidden: readonly WriteSheet[] = []): Promise<Uint8Array> =>
  writeXlsx({
    defaultFont: FONT,
    sheets: [...written.map(({ sheet }) => sheet), ...hidden],
    // Not as the library's option for it, which leaves the sheet's name unquoted: with a space in it, programs repeat nothing.
    namedRanges: written.map(({ sheet: { name }, headRow }) => ({
      name: '_xlnm.Print_Titles',
      scope: name,
      range: `'${name.replaceAll("'", "''")}'!$${headRow}:$${headRow}`,
    })),
  });

/** Points of a line at the size of its font: merged cells do not grow by themselves. */
const LINE_HEIGHT = { title: 20, about: 15.5 };
/** A bold title takes about this many times the room of plain letters. */
const TITLE_ROOM = 1.45;

const lineCount = (text: string, width: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

/** Points of a character of a column's width, and what the edges of a cell take of it. */
const CHARACTER = 5.5;
const EDGES = 4;
/** Points of a line of a table, more than its letters need: on a page that is made smaller, programs lay lines further apart than they have reckoned. */
const ROW_LINE = 14;
/** No row may be higher. */
const MOST_HEIGHT = 409;

/** As high as its cells need: programs that fit rows to their texts themselves cut the last line off in print. */
const rowHeight = (cells: readonly (string | number)[], columns: readonly { readonly width: number }[]): number =>
  Math.min(
    MOST_HEIGHT,
    ROW_LINE * Math.max(1, ...columns.map(({ width }, index) => linesIn(String(cells[index] ?? ''), FONT.size, width * CHARACTER - EDGES))) + 2,
  );

/** Titles are merged over the table; where merged cells would be refused on reading back, they run on over the empty cells beside. */
function listSheet({ name, about, columns, rows, foot }: ListSheet, merged: boolean): Written {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const headRow = about.length === 0 ? 1 : about.length + 2;
  const styleOf = (index: number, bold: boolean): CellStyle => {
    const { format, align } = columns[index] ?? {};
    const style = bold ? STYLES.strong : STYLES.cell;
    return {
      ...style,
      ...(align === undefined ? {} : { alignment: { ...WRAPPED, horizontal: align, ...(align === 'right' ? { indent: 1 } : {}) } }),
      ...(format === undefined ? {} : { numFmt: format }),
    };
  };
  const styles = [false, true].map((bold) => columns.map((_, index) => styleOf(index, bold)));
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  about.forEach((text, row) => {
    const { alignment, ...style } = row === 0 ? STYLES.title : STYLES.about;
    cells.set(`${row},0`, { value: plain(text), style: merged ? { ...style, alignment } : style });
  });
  columns.forEach(({ head }, column) => {
    cells.set(`${headRow - 1},${column}`, { value: plain(head), style: STYLES.head });
  });
  rows.forEach(({ cells: line, bold = false }, row) => {
    columns.forEach((_, column) => {
      cells.set(`${headRow + row},${column}`, { value: plain(line[column] ?? ''), style: styles[Number(bold)]?.[column] as CellStyle });
    });
  });
  const sheet: WriteSheet = {
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: [
      ...about.map((text) => [plain(text)]),
      ...(about.length === 0 ? [] : [[]]),
      columns.map(({ head }) => plain(head)),
      ...rows.map(({ cells: line }) => line.map(plain)),
    ],
    cells,
    merges: !merged || columns.length < 2 ? [] : about.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })),
    rowDefs: new Map([
      ...about.map(
        (text, row) =>
          [
            row,
            {
              height:
                row === 0
                  ? lineCount(text, merged ? width / TITLE_ROOM : text.length) * LINE_HEIGHT.title
                  : lineCount(text, merged ? width : text.length) * LINE_HEIGHT.about,
            },
          ] as const,
      ),
      [
        headRow - 1,
        {
          height: rowHeight(
            columns.map(({ head }) => head),
            columns,
          ),
        },
      ] as const,
      ...rows.map(({ cells: line }, row) => [headRow + row, { height: rowHeight(line, columns) }] as const),
    ]),
    ...printed(headRow, foot),
  };
  return { sheet, headRow };
}

/** Lists, printed as forms are. */
export const writeLists = (sheets: readonly ListSheet[], hidden?: HiddenSheet): Promise<Uint8Array> =>
  writeSheets(
    sheets.map((sheet) => listSheet(sheet, true)),
    hidden && [{ name: hidden.name, rows: hidden.pieces.map((piece) => [plain(piece)]), hidden: true }],
  );

/** The lines above a table. */
const linesOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return paragraphsOf([block.lead, block.text].filter(Boolean).join(' '));
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${value}`);
    case 'letterhead':
    case 'sheet':
    case 'qr':
    case 'signature':
    case 'table':
      return [];
  }
};

const listCell = (cell: Cell): string | number => (typeof cell === 'number' ? cell : cellText(cell));

/** The tables of a document as XLSX, a sheet each, under the document's name and its other texts. */
export function officialXlsx({ marks, subject, body }: OfficialDocument): Promise<Uint8Array> {
  const about = [subject.as === 'named' ? subject.name.toLocaleUpperCase('vi') : subject.about, ...marks, ...body.flatMap(linesOf)];
  const tables = body.filter((block): block is TableBlock => block.kind === 'table');
  return writeLists(
    tables.map(({ columns, rows }, index) => ({
      name: index === 0 ? 'Mục lục' : `Mục lục ${index + 1}`,
      about,
      columns,
      rows: rows.map(({ cells, bold = false }) => ({ cells: cells.map(listCell), bold })),
    })),
  );
}

const LOCKED = { sheet: true, formatColumns: true, formatRows: true };
const FORM_STYLES = { title: STYLES.title, about: STYLES.about, heading: STYLES.head, line: STYLES.cell, keys: {} } as const;
/** Running on over the cells beside: nothing in a form is merged. */
const RUNS_ON = { title: { font: TITLE }, about: { font: FONT } } as const;

const cellValue = ({ value }: LayoutCell): string | number | null => {
  if (value === undefined) return null;
  return 'number' in value ? Number(value.number) : plain(value.text);
};

function styleIn(kind: LayoutSheet['rows'][number]['kind'], { open = false, as }: LayoutCell): CellStyle {
  if (open) return { ...STYLES.open, ...(as === 'text' ? { numFmt: '@' } : {}) };
  return kind === 'title' || kind === 'about' ? RUNS_ON[kind] : FORM_STYLES[kind];
}

/**
 * A locked text of several lines ends with an empty one: rows of a form grow with what is typed into them, so that their height is left to
 * the program, which cuts the last line off in print.
 */
function withRoom(cell: LayoutCell, kind: LayoutSheet['rows'][number]['kind'], { width, hidden }: LayoutSheet['columns'][number]): LayoutCell {
  const { value, open } = cell;
  if (kind !== 'line' || hidden || open || value === undefined || 'number' in value) return cell;
  return linesIn(value.text, FONT.size, width * CHARACTER - EDGES) > 1 ? { ...cell, value: { text: `${value.text}\n` } } : cell;
}

function formSheet({ name, columns, rows: given }: LayoutSheet): Written {
  // Other sheets hold what cells are chosen from, letter by letter.
  const isFilledIn = given.some(({ cells }) => cells.some(({ open }) => open));
  const rows = !isFilledIn
    ? given
    : given.map(({ kind, cells }) => ({ kind, cells: cells.map((cell, column) => withRoom(cell, kind, columns[column] ?? { width: 0, hidden: true })) }));
  const cells = rows.flatMap(({ kind, cells: line }, row) => line.map((cell, column) => ({ cell, row, column, kind })));
  const open = cells.filter(({ cell }) => cell.open);
  const headRow = rows.findLastIndex(({ kind }) => kind === 'heading') + 1;
  const sheet: WriteSheet = {
    name,
    columns: columns.map(({ width, hidden = false }) => ({ width, hidden })),
    rows: rows.map((row) => row.cells.map(cellValue)),
    cells: new Map(
      cells.map(({ cell, row, column, kind }) => [
        `${row},${column}`,
        { value: cellValue(cell), style: columns[column]?.hidden ? RUNS_ON.about : styleIn(kind, cell) },
      ]),
    ),
    rowDefs: new Map(rows.flatMap(({ kind }, index) => (kind === 'keys' ? [[index, { hidden: true }] as const] : []))),
    dataValidations: open.flatMap(({ cell, row, column }) =>
      cell.choices === undefined
        ? []
        : [{ type: 'list' as const, formula1: cell.choices, range: `${columnName(column + 1)}${row + 1}`, allowBlank: true, showErrorMessage: true }],
    ),
    protection: LOCKED,
    ...printed(headRow),
  };
  return { sheet, headRow };
}

/** A workbook to fill in: locked except for its open cells, some with a list of choices; among its sheets lists that are only read. */
export const writeForm = (sheets: readonly (LayoutSheet | ListSheet)[]): Promise<Uint8Array> =>
  writeSheets(
    sheets.map((one) => {
      if (!('about' in one)) return formSheet(one);
      const { sheet, headRow } = listSheet(one, false);
      return { sheet: { ...sheet, protection: LOCKED }, headRow };
    }),
  );
