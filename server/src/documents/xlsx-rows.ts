import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { columnName } from '@parindex/core/imports/workbook/index';
import { xmlEscaped } from '@parindex/core/survey/export/xml';
import { ZipFile } from 'yazl';

type Row = readonly (string | number)[];

/** A sheet of any length, written row by row. */
export interface WrittenRows {
  /** Adds rows; gives the bytes that are ready by then. */
  add(rows: readonly Row[]): Promise<Uint8Array>;
  /** Ends the sheet; gives all bytes that are left. */
  end(): Promise<Uint8Array>;
}

/** The same whenever it is made, so that the same rows give the same bytes; a ZIP knows none before 1980. */
const DATE = new Date('1980-01-01T00:00:00Z');
/** A sheet is long and repeats itself: more effort makes it little smaller. */
const LEVEL = 3;
/** Texts that are kept to be written once; of those that come after, each stands in its cell. */
const MOST_SHARED = 20_000;

const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationships = (...parts: readonly (readonly [type: string, target: string])[]): string =>
  `${DECLARED}<Relationships xmlns="${PACKAGE}/relationships">${parts
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** All parts but the sheet and its texts. */
const partsOf = (name: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${DECLARED}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `${DECLARED}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlEscaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
});

/** Texts that look like an escape of the format ("_x0041_") must stay plain text. */
const textElement = (text: string): string => `<t xml:space="preserve">${xmlEscaped(text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))}</t>`;

/**
 * A workbook of one sheet under these headings, of which no more is held than what was added last: without styles, as a table that programs work on. By hand,
 * as the library takes six times as long for each cell (decision 0158).
 */
export function writeRows(name: string, head: readonly string[]): WrittenRows {
  const zip = new ZipFile();
  let ready: Buffer[] = [];
  (zip.outputStream as PassThrough).on('data', (piece: Buffer) => ready.push(piece));
  const ended = finished(zip.outputStream as PassThrough);
  const sheet = new PassThrough();
  const add = (path: string, content: string) => zip.addBuffer(Buffer.from(content), path, { mtime: DATE, compressionLevel: LEVEL });
  for (const [path, content] of Object.entries(partsOf(name))) add(path, content);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime: DATE, compressionLevel: LEVEL });

  const columns = head.map((_, at) => columnName(at + 1));
  const shared = new Map<string, number>();
  let row = 0;
  const cell = (value: string | number, at: number): string => {
    const place = `<c r="${columns[at]}${row}"`;
    if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
    if (value === '') return '';
    let text = shared.get(value);
    if (text === undefined) {
      if (shared.size >= MOST_SHARED) return `${place} t="inlineStr"><is>${textElement(value)}</is></c>`;
      text = shared.size;
      shared.set(value, text);
    }
    return `${place} t="s"><v>${text}</v></c>`;
  };
  const rowElement = (cells: Row): string => {
    row += 1;
    return `<row r="${row}">${cells.map(cell).join('')}</row>`;
  };
  /** Waits while what is written is still to be compressed. */
  const written = (text: string) => new Promise<void>((resolve) => void (sheet.write(text) ? resolve() : sheet.once('drain', resolve)));
  const bytes = () => {
    const all = Buffer.concat(ready);
    ready = [];
    return all;
  };
  const begin = `${DECLARED}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowElement(head)}`;
  const begun = written(begin);
  return {
    add: async (rows) => {
      await begun;
      await written(rows.map(rowElement).join(''));
      return bytes();
    },
    end: async () => {
      await begun;
      sheet.end('</sheetData></worksheet>');
      add(
        'xl/sharedStrings.xml',
        `${DECLARED}<sst xmlns="${MAIN}" uniqueCount="${shared.size}">${[...shared.keys()].map((text) => `<si>${textElement(text)}</si>`).join('')}</sst>`,
      );
      zip.end();
      await ended;
      return bytes();
    },
  };
}
