import { composed } from './composed.ts';
import type { Block, Finding, PageText } from './inspection.ts';

/** Limits on the text kept for search and preview. */
export const TEXT_LIMITS = {
  pageCharacters: 200_000,
  characters: 4_000_000,
  pages: 5_000,
  tableRows: 2_000,
  tableColumns: 100,
  /** Lines that make a page of a text without pages. */
  linesPerPage: 200,
} as const;

/** The text of a file by pages. */
export interface TextPages {
  readonly pages: readonly PageText[];
  readonly blocks: readonly (readonly Block[])[];
  readonly findings: readonly Finding[];
}

/** Collects blocks page by page, up to TEXT_LIMITS, and records what was cut off. */
export class PageGatherer {
  readonly #pages: { blocks: Block[]; characters: number; title: string | undefined }[] = [];
  #characters = 0;
  #textCut = 0;
  #tableCut = 0;

  constructor() {
    this.nextPage();
  }

  /** Starts a page. Beyond the limit everything goes onto the last one, which is then full. */
  nextPage(title?: string): void {
    if (this.#pages.length >= TEXT_LIMITS.pages) this.#textCut += 1;
    else this.#pages.push({ blocks: [], characters: 0, title });
  }

  /** Gives the page at hand its title. */
  entitle(title: string): void {
    const page = this.#pages.at(-1);
    if (page) page.title = title;
  }

  get pageIsEmpty(): boolean {
    return this.#pages.at(-1)?.blocks.length === 0;
  }

  /** Nothing more will be kept, so the reader may stop. */
  get full(): boolean {
    return this.#characters >= TEXT_LIMITS.characters;
  }

  addText(kind: 'heading' | 'paragraph', text: string): void {
    const kept = this.#keep(text.trim());
    if (kept !== '') this.#pages.at(-1)?.blocks.push({ kind, text: kept });
  }

  /** `cut`: some rows were left out by the caller. */
  addTable(rows: readonly (readonly string[])[], cut = false): void {
    const { tableRows, tableColumns } = TEXT_LIMITS;
    const shown = rows.slice(0, tableRows).map((row) => row.slice(0, tableColumns));
    if (cut || shown.length < rows.length || rows.some((row) => row.length > tableColumns)) this.#tableCut += 1;
    const kept = shown.map((row) => row.map((cell) => this.#keep(cell.trim()))).filter((row) => row.some((cell) => cell !== ''));
    if (kept.length > 0) this.#pages.at(-1)?.blocks.push({ kind: 'table', rows: kept });
  }

  #keep(text: string): string {
    const page = this.#pages.at(-1);
    if (!page) return '';
    const room = Math.min(TEXT_LIMITS.pageCharacters - page.characters, TEXT_LIMITS.characters - this.#characters);
    const kept = composed(text.slice(0, Math.max(0, room)));
    if (room < text.length) this.#textCut += 1;
    page.characters += kept.length;
    this.#characters += kept.length;
    return kept;
  }

  /** All pages; as a single one if the file has no real pages. */
  finish(asOne = false): TextPages {
    const first = this.#pages[0];
    const all = asOne && first ? [{ ...first, blocks: this.#pages.flatMap(({ blocks }) => blocks) }] : this.#pages;
    const findings: Finding[] = [];
    if (this.#textCut > 0) findings.push({ code: 'textCut' });
    if (this.#tableCut > 0) findings.push({ code: 'tableCut', count: this.#tableCut });
    return { pages: all.map(({ blocks, title }) => pageText(blocks, title)), blocks: all.map(({ blocks }) => blocks), findings };
  }
}

function pageText(blocks: readonly Block[], title: string | undefined): PageText {
  const text = blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : block.text)).join('\n');
  return { text, scan: false, ...(title === undefined ? {} : { title }) };
}
