import { columnNumber } from '@parindex/core/imports/workbook/cells';
import type { Archive } from './archive-guard.ts';
import { countedFinding } from './findings.ts';
import { PageGatherer, TEXT_LIMITS, type TextPages } from './pages.ts';
import { type NumberFormats, numberFormats, shownNumber } from './xlsx-numbers.ts';
import { readSharedStrings, xlsxParts } from './xlsx-parts.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
}

/** The text of an XLSX, one page for each sheet, cells roughly as displayed, up to the limits of a table. */
export async function xlsxText(archive: Archive): Promise<TextPages> {
  const workbook = await readWorkbook(archive);
  const pages = new PageGatherer();
  for (const [index, { name, part }] of workbook.sheets.entries()) {
    if (index > 0) pages.nextPage(name);
    else pages.entitle(name);
    const stream = await archive.open(part);
    if (!stream) continue;
    const reader = new SheetReader(workbook);
    await readXml(stream, reader);
    pages.addTable(reader.rows, reader.cut);
  }
  const hidden = countedFinding(
    'hiddenSheet',
    workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name),
  );
  const read = pages.finish();
  return { ...read, findings: [...hidden, ...read.findings] };
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const { sheets, since1904, strings, styles } = await xlsxParts(archive);
  return { sheets, strings: await sharedStrings(archive, strings), formats: await numberFormats(archive, styles, since1904) };
}

async function sharedStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  await readSharedStrings(archive, part, {
    takes: () => true,
    end(_, text) {
      strings.push(text);
      characters += text.length;
    },
    enough: () => characters > TEXT_LIMITS.characters,
  });
  return strings;
}

/** "BC" of "BC12" as 54, counted from 0; undefined without letters. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : columnNumber(letters) - 1;
}

class SheetReader implements XmlEvents {
  readonly rows: string[][] = [];
  cut = false;
  readonly #workbook: Workbook;
  #row: string[] = [];
  #column = 0;
  #type = 'n';
  #style = 0;
  #value = '';
  #taking = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') {
      this.#column = columnOf(attribute(attributes, 'r')) ?? this.#column;
      this.#type = attribute(attributes, 't') ?? 'n';
      this.#style = Number.parseInt(attribute(attributes, 's') ?? '0', 10);
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#taking = true;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
  }

  enough(): boolean {
    return this.rows.length >= TEXT_LIMITS.tableRows && this.cut;
  }

  #endCell(): void {
    if (this.#column < TEXT_LIMITS.tableColumns) {
      while (this.#row.length < this.#column) this.#row.push('');
      this.#row[this.#column] = this.#shown();
    } else if (this.#value !== '') this.cut = true;
    this.#column += 1;
  }

  #endRow(): void {
    const row = this.#row;
    this.#row = [];
    this.#column = 0;
    if (row.every((cell) => cell === '')) return;
    if (this.rows.length < TEXT_LIMITS.tableRows) this.rows.push(row);
    else this.cut = true;
  }

  #shown(): string {
    if (this.#value === '') return '';
    if (this.#type === 's') return this.#workbook.strings[Number.parseInt(this.#value, 10)] ?? '';
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    return this.#type === 'n' ? shownNumber(this.#value, this.#workbook.formats, this.#style) : this.#value;
  }
}
