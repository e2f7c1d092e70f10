import type { Archive } from './archive-guard.ts';
import { mainPart, refuseRepeated, relationshipsOf } from './opc.ts';
import { PageGatherer, type TextPages } from './pages.ts';
import { FileRefused } from './refused.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

/** The text of a PPTX, one page for each slide in presentation order. */
export async function pptxText(archive: Archive): Promise<TextPages> {
  const part = await mainPart(archive);
  const presentation = part === undefined ? undefined : await archive.open(part);
  if (part === undefined || !presentation) throw new FileRefused('malformed', { reason: 'presentation' });
  const targets = new Map((await relationshipsOf(archive, part)).map(({ id, target }) => [id, target]));
  const slides: string[] = [];
  await readXml(presentation, {
    open(name, attributes) {
      // A slide's own number is an "id" too: the relationship's id is the prefixed one.
      const id = name === 'sldId' ? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] : undefined;
      if (id !== undefined) slides.push(targets.get(id) ?? '');
    },
  });
  refuseRepeated(slides);
  const pages = new PageGatherer();
  for (const [index, slide] of slides.entries()) {
    if (index > 0) pages.nextPage();
    const stream = await archive.open(slide);
    if (stream) await readXml(stream, new SlideReader(pages));
  }
  return pages.finish();
}

class SlideReader implements XmlEvents {
  readonly #pages: PageGatherer;
  #inText = false;
  #isTitle = false;
  #inTable = false;
  #paragraph = '';
  #cell: string[] = [];
  #row: string[] = [];
  #rows: string[][] = [];

  constructor(pages: PageGatherer) {
    this.#pages = pages;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 't') this.#inText = true;
    else if (name === 'br') this.#paragraph += '\n';
    else if (name === 'sp') this.#isTitle = false;
    else if (name === 'ph') this.#isTitle = /^(title|ctrTitle)$/.test(attribute(attributes, 'type') ?? '');
    else if (name === 'tbl') this.#inTable = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') {
      this.#row.push(this.#cell.join('\n'));
      this.#cell = [];
    } else if (name === 'tr') {
      this.#rows.push(this.#row);
      this.#row = [];
    } else if (name === 'tbl') {
      this.#pages.addTable(this.#rows);
      this.#rows = [];
      this.#inTable = false;
    }
  }

  text(text: string): void {
    if (this.#inText) this.#paragraph += text;
  }

  #endParagraph(): void {
    const text = this.#paragraph;
    this.#paragraph = '';
    if (this.#inTable) this.#cell.push(text);
    else {
      if (this.#isTitle && text.trim() !== '') this.#pages.entitle(text.trim().slice(0, 200));
      this.#pages.addText(this.#isTitle ? 'heading' : 'paragraph', text);
    }
  }
}
