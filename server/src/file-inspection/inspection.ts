import type { FileKind, FindingCode, PageOrigin } from '@parindex/core/evidence/file-codes';

export interface Finding {
  readonly code: FindingCode;
  readonly count?: number;
  /** An example, such as the name of an embedded file. */
  readonly detail?: string;
}

export interface PageText {
  readonly text: string;
  /** No machine-readable text. */
  readonly scan: boolean;
  /** Name of the sheet, heading of the slide. */
  readonly title?: string;
}

/** A text run on one line, in points from the page's top left corner. */
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

/** The contents of a file, as far as they were read. */
export interface Inspection {
  readonly kind: FileKind;
  readonly findings: readonly Finding[];
  readonly pages: readonly PageText[];
  readonly pagesAre: PageOrigin;
  /** The positioned lines of a PDF's first page; null for other kinds. */
  readonly firstPage: FirstPage | null;
  /** The preview of an Office or text file, a list for each page; null for other kinds. */
  readonly blocks: readonly (readonly Block[])[] | null;
  /** The preview of an image as WebP; null of other kinds. */
  readonly preview: Uint8Array | null;
}
