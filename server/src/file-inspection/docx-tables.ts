import { columnName, type WorkbookCell, type WorkbookSheet } from '@parindex/core/imports/workbook/cells';
import type { Archive } from './archive-guard.ts';
import { docxNumbering, type Numbering } from './docx-numbering.ts';
import { SKIPPED } from './docx-text.ts';
import { mainPart } from './opc.ts';
import { FileRefused } from './refused.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

/** Most of a document's tables that are read. */
export interface TableLimits {
  readonly tables: number;
  readonly rows: number;
  readonly columns: number;
  readonly characters: number;
}

/** The tables of a DOCX as sheets of a workbook: each cell a text, with the numbers that Word writes before paragraphs, merged ones as ranges. Tables within a cell are text of it. */
export async function docxTables(archive: Archive, limits: TableLimits): Promise<WorkbookSheet[]> {
  const part = await mainPart(archive);
  const stream = part === undefined ? undefined : await archive.open(part);
  if (!stream) throw new FileRefused('malformed', { reason: 'document' });
  const reader = new TableReader(limits, await docxNumbering(archive, part ?? ''));
  await readXml(stream, reader);
  return reader.sheets;
}

class TableReader implements XmlEvents {
  readonly sheets: WorkbookSheet[] = [];
  readonly #limits: TableLimits;
  #skipping = 0;
  #depth = 0;
  #cells: WorkbookCell[] = [];
  #merges: string[] = [];
  /** Columns in which a cell goes on downwards: where it began, and how many columns it covers. */
  #down = new Map<number, { readonly row: number; readonly span: number; last: number }>();
  #row = 0;
  #column = 0;
  #span = 1;
  #goesOn: 'begins' | 'goesOn' | undefined;
  #text = '';
  #characters = 0;
  #inText = false;
  readonly #numbering: Numbering;
  /** The list that the paragraph itself names; list 0 is none. */
  #list: { list: string; level: number } | undefined;
  #style: string | undefined;

  constructor(limits: TableLimits, numbering: Numbering) {
    this.#limits = limits;
    this.#numbering = numbering;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    if (name === 'tbl') this.#openTable();
    else if (name === 'numPr') this.#list = { list: '', level: 0 };
    else if (name === 'pStyle') this.#style = attribute(attributes, 'val');
    else if (this.#list) this.#openInList(this.#list, name, attribute(attributes, 'val') ?? '');
    else if (this.#depth === 0) return;
    else if (name === 't') this.#inText = true;
    else if (name === 'tab') this.#add(' ');
    else if (name === 'br' || name === 'cr') this.#add('\n');
    else if (this.#depth > 1) return;
    else if (name === 'tr') this.#openRow();
    else if (name === 'tc') this.#openCell();
    else if (name === 'gridBefore') this.#column += Number(attribute(attributes, 'val') ?? 0) || 0;
    else if (name === 'gridSpan') this.#span = Math.max(1, Math.min(this.#limits.columns, Number(attribute(attributes, 'val')) || 1));
    else if (name === 'vMerge') this.#goesOn = attribute(attributes, 'val') === 'restart' ? 'begins' : 'goesOn';
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping -= 1;
    if (this.#skipping > 0) return;
    if (name === 'pPr') this.#number();
    else if (this.#depth === 0) return;
    else if (name === 't') this.#inText = false;
    else if (name === 'p') this.#add('\n');
    else if (name === 'tbl') this.#closeTable();
    else if (name === 'tc' && this.#depth === 1) this.#closeCell();
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#add(text);
  }

  #openInList(list: { list: string; level: number }, name: string, value: string): void {
    if (name === 'numId') list.list = value;
    else if (name === 'ilvl') list.level = Number(value) || 0;
  }

  /** Lists go on outside tables too; where a cell goes on downwards, Word shows nothing. */
  #number(): void {
    const place = this.#list ?? (this.#style === undefined ? undefined : this.#numbering.ofStyle(this.#style));
    const number = place && this.#goesOn !== 'goesOn' ? this.#numbering.next(place) : undefined;
    [this.#list, this.#style] = [undefined, undefined];
    if (number !== undefined && this.#depth > 0) this.#add(`${number} `);
  }

  #add(text: string): void {
    this.#characters += text.length;
    if (this.#characters > this.#limits.characters) throw new FileRefused('tooComplex', { reason: 'text of tables' });
    this.#text += text;
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    if (this.sheets.length >= this.#limits.tables)
      throw new FileRefused('tooManyPages', { found: String(this.sheets.length + 1), limit: String(this.#limits.tables) });
    [this.#cells, this.#merges, this.#row] = [[], [], 0];
    this.#down.clear();
  }

  #openRow(): void {
    this.#row += 1;
    this.#column = 0;
    if (this.#row > this.#limits.rows) throw new FileRefused('tooComplex', { reason: 'rows of a table' });
  }

  #openCell(): void {
    [this.#span, this.#goesOn, this.#text] = [1, undefined, ''];
  }

  #closeCell(): void {
    const column = this.#column + 1;
    this.#column += this.#span;
    if (column > this.#limits.columns) throw new FileRefused('tooComplex', { reason: 'columns of a table' });
    if (this.#goesOn === 'goesOn') {
      const above = this.#down.get(column);
      if (above) above.last = this.#row;
      return;
    }
    this.#endMerge(column);
    if (this.#goesOn === 'begins') this.#down.set(column, { row: this.#row, span: this.#span, last: this.#row });
    else if (this.#span > 1) this.#merge(column, this.#span, this.#row, this.#row);
    const text = this.#text.trim();
    if (text !== '') this.#cells.push({ row: this.#row, column, kind: 'text', format: 'general', text });
  }

  #endMerge(column: number): void {
    const above = this.#down.get(column);
    if (above && (above.last > above.row || above.span > 1)) this.#merge(column, above.span, above.row, above.last);
    this.#down.delete(column);
  }

  #merge(column: number, span: number, first: number, last: number): void {
    this.#merges.push(`${columnName(column)}${first}:${columnName(column + span - 1)}${last}`);
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth > 0) return;
    for (const column of [...this.#down.keys()]) this.#endMerge(column);
    this.sheets.push({ name: `Bảng ${this.sheets.length + 1}`, hidden: false, cells: this.#cells, merges: this.#merges });
  }
}
