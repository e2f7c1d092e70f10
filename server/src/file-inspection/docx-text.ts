import type { Archive } from './archive-guard.ts';
import { mainPart } from './opc.ts';
import { PageGatherer, TEXT_LIMITS, type TextPages } from './pages.ts';
import { FileRefused } from './refused.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

/** The text of a DOCX. Word records where its pages last ended; without that, everything is one page, since page numbers would be wrong. */
export async function docxText(archive: Archive): Promise<TextPages & { readonly laidOut: boolean }> {
  const part = await mainPart(archive);
  const stream = part === undefined ? undefined : await archive.open(part);
  if (!stream) throw new FileRefused('malformed', { reason: 'document' });
  const reader = new DocumentReader();
  await readXml(stream, reader);
  return { ...reader.pages.finish(!reader.laidOut), laidOut: reader.laidOut };
}

/** Elements whose text does not belong to the document: alternatives for old programs, deleted text. */
export const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'pPrChange']);

class DocumentReader implements XmlEvents {
  readonly pages = new PageGatherer();
  /** Word has recorded page ends. */
  laidOut = false;
  #skipping = 0;
  #tables = 0;
  #rows: string[][] = [];
  #rowsCut = false;
  #row: string[] = [];
  #cell = '';
  #paragraph = '';
  #heading = false;
  #inText = false;
  /** A page ended within a table row: the next row starts the new page. */
  #breakAfterRow = false;
  /** An explicit break counts once, though Word records a page end at the same place. */
  #broken = false;

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    if (name === 't') this.#inText = true;
    else if (name === 'tab') this.#add('\t');
    else if (name === 'cr') this.#add('\n');
    else if (name === 'br') {
      if (attribute(attributes, 'type') === 'page') this.#explicitBreak();
      else this.#add('\n');
    } else if (name === 'lastRenderedPageBreak') this.#renderedBreak();
    else if (name === 'pStyle') this.#heading = /^(heading|title|tiêu|u)\s*\d*$/i.test(attribute(attributes, 'val') ?? '');
    else if (name === 'outlineLvl') this.#heading = Number(attribute(attributes, 'val')) < 9;
    else if (name === 'tbl') this.#tables += 1;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping -= 1;
    if (this.#skipping > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc' && this.#tables === 1) this.#endCell();
    else if (name === 'tr' && this.#tables === 1) this.#endRow();
    else if (name === 'tbl') this.#endTable();
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#add(text);
  }

  enough(): boolean {
    return this.pages.full;
  }

  #add(text: string): void {
    // Tab stops in paragraph properties come before any text.
    if (this.#paragraph === '' && text === '\t') return;
    if (this.#paragraph.length < TEXT_LIMITS.pageCharacters) this.#paragraph += text;
    this.#broken &&= text.trim() === '';
  }

  #endParagraph(): void {
    if (this.#tables > 0) this.#cell += `${this.#cell === '' ? '' : '\n'}${this.#paragraph}`;
    else this.pages.addText(this.#heading ? 'heading' : 'paragraph', this.#paragraph);
    this.#paragraph = '';
    this.#heading = false;
  }

  #endCell(): void {
    this.#row.push(this.#cell);
    this.#cell = '';
  }

  #endRow(): void {
    if (this.#rows.length < TEXT_LIMITS.tableRows) this.#rows.push(this.#row);
    else this.#rowsCut = true;
    this.#row = [];
    if (!this.#breakAfterRow) return;
    this.#breakAfterRow = false;
    this.#flushRows();
    this.pages.nextPage();
  }

  #endTable(): void {
    this.#tables -= 1;
    if (this.#tables === 0) this.#flushRows();
  }

  #flushRows(): void {
    this.pages.addTable(this.#rows, this.#rowsCut);
    this.#rows = [];
    this.#rowsCut = false;
  }

  #explicitBreak(): void {
    this.#break();
    this.#broken = true;
  }

  #renderedBreak(): void {
    this.laidOut = true;
    if (!this.#broken) this.#break();
    this.#broken = false;
  }

  #break(): void {
    if (this.#tables > 0) {
      this.#breakAfterRow = true;
      return;
    }
    this.pages.addText(this.#heading ? 'heading' : 'paragraph', this.#paragraph);
    this.#paragraph = '';
    this.pages.nextPage();
  }
}
