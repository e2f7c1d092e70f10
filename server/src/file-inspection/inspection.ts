import type { FileKind, FindingCode, PageOrigin } from '@parindex/core/evidence/file-codes';

export interface Finding {
  readonly code: FindingCode;
  readonly count?: number;
  /** What was found, as the name of an embedded file. */
  readonly detail?: string;
}

export interface PageText {
  readonly text: string;
  /** No text that a machine can read. */
  readonly scan: boolean;
  /** Name of the sheet, heading of the slide. */
  readonly title?: string;
}

/** A run of text on one line, in points from the page's top left corner. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FirstPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** A piece of a preview. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** What is in a file, as far as it was read. */
export interface Inspection {
  readonly kind: FileKind;
  readonly findings: readonly Finding[];
  readonly pages: readonly PageText[];
  readonly pagesAre: PageOrigin;
  /** Where the lines of a PDF's first page stand; null of other kinds. */
  readonly firstPage: FirstPage | null;
  /** The preview of an Office or text file, one list a page; null of other kinds. */
  readonly blocks: readonly (readonly Block[])[] | null;
  /** The preview of an image as WebP; null of other kinds. */
  readonly preview: Uint8Array | null;
}
