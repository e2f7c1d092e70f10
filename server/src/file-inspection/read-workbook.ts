import {
  addressOf,
  type CellFormat,
  type CellKind,
  columnNumber,
  type ReadWorkbook,
  type WorkbookCell,
  type WorkbookSheet,
} from '@parindex/core/imports/workbook/cells';
import type { Why } from '@parindex/core/imports/workbook/refusals';
import { type Archive, openArchive } from './archive-guard.ts';
import { docxCarried } from './docx-carried.ts';
import { docxTables } from './docx-tables.ts';
import { officeFindings } from './inspect-office.ts';
import { kindOf } from './kind-of.ts';
import { FileRefused } from './refused.ts';
import { type NumberFormats, numberFormats } from './xlsx-numbers.ts';
import { readSharedStrings, xlsxParts } from './xlsx-parts.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

interface WorkbookLimits {
  readonly sheets: number;
  /** Longest name of a sheet; programs allow 31. */
  readonly name: number;
  /** The last row and column that may be used. */
  readonly rows: number;
  readonly columns: number;
  /** Rows and cells examined, including empty ones. */
  readonly looked: number;
  readonly characters: number;
}

/** Size limits of a workbook: a sheet of a national scheme has about two hundred rows, a list of figures of all bodies some thousands. */
export const WORKBOOK_LIMITS = {
  sheet: { sheets: 20, name: 100, rows: 5_000, columns: 50, looked: 200_000, characters: 4_000_000 },
  long: { sheets: 20, name: 100, rows: 20_001, columns: 20, looked: 400_000, characters: 8_000_000 },
} as const satisfies Readonly<Record<string, WorkbookLimits>>;
export type WorkbookLength = keyof typeof WORKBOOK_LIMITS;

export const isWorkbookLength = (text: string): text is WorkbookLength => Object.hasOwn(WORKBOOK_LIMITS, text);

/** The workbook exceeds a limit, at this place. */
export class WorkbookRefused extends FileRefused {
  readonly cell: string | null;
  readonly why: Why;
  constructor(cell: string | null, why: Why) {
    super('tooComplex', { cell: cell ?? '', reason: why.code });
    this.cell = cell;
    this.why = why;
  }
}

const limit = (code: 'tooManyRows' | 'tooManyColumns' | 'tooMuchText', { rows, columns, characters }: WorkbookLimits, cell: string | null): WorkbookRefused => {
  const limits = { tooManyRows: rows, tooManyColumns: columns, tooMuchText: characters };
  return new WorkbookRefused(cell, { code, details: { limit: String(limits[code]) } });
};

/** A cell whose shared text has not been read yet. */
type Unresolved = WorkbookCell & { readonly shared?: number };

/** Reads the cells of an XLSX exactly as written. Throws FileRefused or WorkbookRefused; only for the locked-down process. */
export async function readWorkbook(path: string, length: WorkbookLength): Promise<ReadWorkbook> {
  const kind = await kindOf(path, 'file.xlsx');
  if (kind !== 'xlsx') throw new FileRefused('unknownKind', { found: kind });
  const archive = await openArchive(path);
  try {
    await officeFindings(archive, kind);
    return await readCells(archive, WORKBOOK_LIMITS[length]);
  } finally {
    archive.close();
  }
}

/** Reads the tables of an office file, a workbook or a document, exactly as written. Throws as `readWorkbook` does; only for the locked-down process. */
export async function readTables(path: string): Promise<ReadWorkbook> {
  const kind = await kindOf(path, 'file.docx');
  if (kind === 'xlsx') return readWorkbook(path, 'sheet');
  if (kind !== 'docx') throw new FileRefused('unknownKind', { found: kind });
  const archive = await openArchive(path);
  try {
    await officeFindings(archive, kind);
    const { sheets: tables, rows, columns, characters } = WORKBOOK_LIMITS.sheet;
    const sheets = await docxTables(archive, { tables: 10 * tables, rows, columns, characters });
    return { sheets: [...sheets, ...(await docxCarried(archive, characters))] };
  } finally {
    archive.close();
  }
}

async function readCells(archive: Archive, limits: WorkbookLimits): Promise<ReadWorkbook> {
  const { sheets: listed, strings: texts, styles } = await xlsxParts(archive);
  if (listed.length > limits.sheets) throw new FileRefused('tooManyPages', { found: String(listed.length), limit: String(limits.sheets) });
  if (listed.some(({ name }) => name.length > limits.name)) throw new FileRefused('malformed', { reason: 'name of a sheet' });
  // Dates are not derived from numbers, so their epoch does not matter.
  const formats = await numberFormats(archive, styles, false);
  const room: Room = { left: limits.characters, limits };
  const sheets: { name: string; hidden: boolean; cells: Unresolved[]; merges: string[] }[] = [];
  for (const { name, part: place, hidden } of listed) {
    const content = await archive.open(place);
    if (!content) throw new FileRefused('malformed', { reason: 'worksheet' });
    const reader = new CellReader(name, formats, room);
    await readXml(content, reader);
    sheets.push({ name, hidden, cells: reader.cells, merges: reader.merges });
  }
  const wanted = new Set(sheets.flatMap(({ cells }) => cells.flatMap(({ shared }) => shared ?? [])));
  const strings = await sharedStrings(archive, texts, wanted, room);
  return { sheets: sheets.map((sheet): WorkbookSheet => ({ ...sheet, cells: sheet.cells.flatMap((cell) => resolved(cell, strings)) })) };
}

function resolved({ shared, ...cell }: Unresolved, strings: ReadonlyMap<number, string>): WorkbookCell[] {
  if (shared === undefined) return [cell];
  const text = strings.get(shared);
  if (text === undefined) throw new FileRefused('malformed', { reason: 'shared string' });
  return text === '' ? [] : [{ ...cell, text }];
}

/** Characters that XML does not allow are written as "_x000D_", and so is text that looks like it (ECMA-376, 22.9.2.19). */
const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

interface Room {
  /** Characters that may still come. */
  left: number;
  readonly limits: WorkbookLimits;
}

/** The shared texts that cells refer to; others are not kept. */
async function sharedStrings(archive: Archive, part: string | undefined, wanted: ReadonlySet<number>, room: Room): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  if (wanted.size === 0) return found;
  await readSharedStrings(archive, part, {
    takes(index, piece) {
      if (!wanted.has(index)) return false;
      room.left -= piece.length;
      if (room.left < 0) throw limit('tooMuchText', room.limits, null);
      return true;
    },
    end(index, text) {
      if (wanted.has(index)) found.set(index, unescaped(text));
    },
    enough: () => found.size === wanted.size,
  });
  return found;
}

const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

const KINDS: Readonly<Record<string, CellKind>> = { s: 'text', str: 'text', inlineStr: 'text', b: 'boolean', e: 'error', n: 'number', d: 'number' };

/** Collects the cells of one sheet, which must come in order. */
class CellReader implements XmlEvents {
  readonly cells: Unresolved[] = [];
  readonly merges: string[] = [];
  readonly #sheet: string;
  readonly #formats: NumberFormats;
  readonly #room: Room;
  #looked = 0;
  #row = 0;
  #column = 0;
  #type = 'n';
  #style = 0;
  #formula = false;
  #value = '';
  #taking = false;
  #phonetic = false;

  constructor(sheet: string, formats: NumberFormats, room: Room) {
    this.#sheet = sheet;
    this.#formats = formats;
    this.#room = room;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attribute(attributes, 'r'));
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'f') this.#formula = true;
    else if (name === 'v' || name === 't') this.#taking = true;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'mergeCell') this.merges.push((attribute(attributes, 'ref') ?? '').slice(0, 20));
    if (this.merges.length > this.#room.limits.rows) throw new FileRefused('tooComplex', { reason: 'merged cells' });
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#closeCell();
  }

  text(text: string): void {
    if (!this.#taking || this.#phonetic) return;
    this.#value += text;
    this.#room.left -= text.length;
    if (this.#room.left < 0) throw limit('tooMuchText', this.#room.limits, this.#address());
  }

  #address(): string {
    return addressOf(this.#sheet, { row: this.#row, column: Math.max(1, this.#column) });
  }

  #look(): void {
    this.#looked += 1;
    if (this.#looked > this.#room.limits.looked) throw limit('tooManyRows', this.#room.limits, this.#address());
  }

  #openRow(written: string | undefined): void {
    const row = written === undefined ? this.#row + 1 : Number(written);
    if (!Number.isSafeInteger(row) || row <= this.#row) throw new FileRefused('malformed', { reason: 'rows out of order' });
    this.#row = row;
    this.#column = 0;
    this.#look();
  }

  #openCell(attributes: Attributes): void {
    const written = attribute(attributes, 'r');
    const place = REFERENCE.exec(written ?? '');
    if (written !== undefined && Number(place?.[2]) !== this.#row) throw new FileRefused('malformed', { reason: 'cell out of its row' });
    const column = place ? columnNumber(place[1] as string) : this.#column + 1;
    if (column <= this.#column) throw new FileRefused('malformed', { reason: 'cells out of order' });
    this.#column = column;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number.parseInt(attribute(attributes, 's') ?? '0', 10);
    this.#value = '';
    this.#formula = false;
    this.#look();
  }

  #closeCell(): void {
    const kind = this.#formula ? 'formula' : KINDS[this.#type];
    if (kind === undefined) throw new FileRefused('malformed', { reason: 'kind of cell' });
    if (!this.#formula && this.#value === '') return;
    if (this.#row > this.#room.limits.rows) throw limit('tooManyRows', this.#room.limits, this.#address());
    if (this.#column > this.#room.limits.columns) throw limit('tooManyColumns', this.#room.limits, this.#address());
    const format: CellFormat = this.#type === 'd' ? 'date' : kind === 'number' ? (this.#formats.styles[this.#style] ?? 'general') : 'general';
    const cell = { row: this.#row, column: this.#column, kind, format, text: this.#type === 's' && !this.#formula ? '' : unescaped(this.#value) };
    if (this.#type !== 's' || this.#formula) {
      this.cells.push(cell);
      return;
    }
    const shared = Number(this.#value);
    if (!Number.isSafeInteger(shared) || shared < 0) throw new FileRefused('malformed', { reason: 'shared string' });
    this.cells.push({ ...cell, shared });
  }
}
