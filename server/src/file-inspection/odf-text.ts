import type { Archive } from './archive-guard.ts';
import { PageGatherer, TEXT_LIMITS, type TextPages } from './pages.ts';
import { FileRefused } from './refused.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

/** The text of an ODT, ODS or ODP: pages as last laid out if recorded, one for each sheet, one for each slide. */
export async function openDocumentText(archive: Archive, kind: 'odt' | 'ods' | 'odp'): Promise<TextPages & { readonly laidOut: boolean }> {
  const stream = await archive.open('content.xml');
  if (!stream) throw new FileRefused('malformed', { reason: 'content.xml' });
  const reader = new ContentReader(kind);
  await readXml(stream, reader);
  return { ...reader.pages.finish(kind === 'odt' && !reader.laidOut), laidOut: reader.laidOut };
}

/** Elements whose text does not belong to the document. */
const SKIPPED = new Set(['tracked-changes', 'annotation', 'notes', 'forms']);
/** A cell repeated to the end of a sheet is padding. */
const MOST_REPEATED = 1_000;

class ContentReader implements XmlEvents {
  readonly pages = new PageGatherer();
  laidOut = false;
  readonly #kind: 'odt' | 'ods' | 'odp';
  #begun = false;
  #skipping = 0;
  #tables = 0;
  #texts = 0;
  #text = '';
  #heading = false;
  #cell = '';
  #cellRepeats = 1;
  #row: string[] = [];
  #rowRepeats = 1;
  #rows: string[][] = [];
  #cut = false;
  #style = '';
  /** Styles whose paragraphs begin a page. */
  readonly #breaking = new Set<string>();

  constructor(kind: 'odt' | 'ods' | 'odp') {
    this.#kind = kind;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    this.#openStyle(name, attributes);
    if (name === 'soft-page-break') this.#pageBreak();
    else if (name === 'page' && this.#kind === 'odp') this.#beginPage(attribute(attributes, 'name'));
    else if (name === 'table') this.#openTable(attributes);
    else if (name === 'table-row') this.#rowRepeats = repeats(attributes, 'number-rows-repeated');
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#cellRepeats = repeats(attributes, 'number-columns-repeated');
    else if (name === 'p' || name === 'h') this.#openText(name, attributes);
    else if (this.#texts > 0) this.#text += spaceOf(name, attributes);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping -= 1;
    if (this.#skipping > 0) return;
    if (name === 'p' || name === 'h') this.#closeText();
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.#tables === 1) this.#closeCell();
    else if (name === 'table-row' && this.#tables === 1) this.#closeRow();
    else if (name === 'table') this.#closeTable();
  }

  text(text: string): void {
    if (this.#texts > 0 && this.#skipping === 0 && this.#text.length < TEXT_LIMITS.pageCharacters) this.#text += text.replaceAll(/\s+/g, ' ');
  }

  enough(): boolean {
    return this.pages.full;
  }

  #openStyle(name: string, attributes: Attributes): void {
    if (name === 'style') this.#style = attribute(attributes, 'name') ?? '';
    if (name === 'paragraph-properties' && attribute(attributes, 'break-before') === 'page') this.#breaking.add(this.#style);
    // LibreOffice states whether it recorded page ends.
    if (name === 'text' && attribute(attributes, 'use-soft-page-breaks') === 'true') this.laidOut = true;
  }

  #beginPage(title: string | undefined): void {
    if (this.#begun) this.pages.nextPage(title);
    else if (title !== undefined) this.pages.entitle(title);
    this.#begun = true;
  }

  #pageBreak(): void {
    if (this.#kind !== 'odt') return;
    this.laidOut = true;
    if (this.#tables > 0) {
      this.pages.addTable(this.#rows, this.#cut);
      this.#rows = [];
    } else if (this.#texts > 0) {
      this.pages.addText('paragraph', this.#text);
      this.#text = '';
    }
    this.pages.nextPage();
  }

  #openTable(attributes: Attributes): void {
    this.#tables += 1;
    if (this.#tables === 1 && this.#kind === 'ods') this.#beginPage(attribute(attributes, 'name') ?? '');
  }

  #openText(name: string, attributes: Attributes): void {
    this.#texts += 1;
    if (this.#texts > 1) return;
    this.#heading = name === 'h';
    const breaks = this.#tables === 0 && this.#breaking.has(attribute(attributes, 'style-name') ?? '');
    if (breaks && this.#kind === 'odt' && !this.pages.pageIsEmpty) this.pages.nextPage();
  }

  #closeText(): void {
    this.#texts -= 1;
    if (this.#texts > 0) {
      this.#text += '\n';
      return;
    }
    if (this.#tables > 0) this.#cell += `${this.#cell === '' ? '' : '\n'}${this.#text}`;
    else this.pages.addText(this.#heading ? 'heading' : 'paragraph', this.#text);
    this.#text = '';
  }

  #closeCell(): void {
    const times = this.#cell === '' ? Math.min(this.#cellRepeats, TEXT_LIMITS.tableColumns) : Math.min(this.#cellRepeats, MOST_REPEATED);
    for (let time = 0; time < times && this.#row.length <= TEXT_LIMITS.tableColumns; time += 1) this.#row.push(this.#cell);
    this.#cell = '';
    this.#cellRepeats = 1;
  }

  #closeRow(): void {
    const last = this.#row.findLastIndex((cell) => cell !== '');
    const row = this.#row.slice(0, last + 1);
    this.#row = [];
    if (row.length === 0) return;
    for (let time = 0; time < Math.min(this.#rowRepeats, MOST_REPEATED); time += 1) {
      if (this.#rows.length < TEXT_LIMITS.tableRows) this.#rows.push(row);
      else this.#cut = true;
    }
  }

  #closeTable(): void {
    this.#tables -= 1;
    if (this.#tables > 0) return;
    this.pages.addTable(this.#rows, this.#cut);
    this.#rows = [];
    this.#cut = false;
  }
}

const repeats = (attributes: Attributes, name: string): number => Math.max(1, Number.parseInt(attribute(attributes, name) ?? '1', 10) || 1);

/** White space that has an element of its own. */
function spaceOf(name: string, attributes: Attributes): string {
  if (name === 'tab') return '\t';
  if (name === 'line-break') return '\n';
  return name === 's' ? ' '.repeat(Math.min(repeats(attributes, 'c'), MOST_REPEATED)) : '';
}
