import type { OfficialDocument } from '../documents/document.ts';
import { officialHtml } from '../documents/html.ts';
import { officialXlsx } from '../documents/xlsx.ts';

/** A generated file of a package. */
export interface PackedContent {
  readonly path: string;
  readonly content: Buffer;
}

/** A file of a package whose bytes are in the store. */
export interface PackedObject {
  readonly path: string;
  /** Hex of the SHA-256. */
  readonly sha256: string;
  /** Where it lies; among evidence where nothing is said. */
  readonly area?: 'reports';
  readonly bytes: number;
  /** Stored uncompressed: its kind is compressed already. */
  readonly stored: boolean;
}

export type Packed = PackedContent | PackedObject;

/** A list of a package as its two files; the name without ending. */
export const packedList = async (path: string, list: OfficialDocument): Promise<PackedContent[]> => [
  { path: `${path}.xlsx`, content: Buffer.from(await officialXlsx(list)) },
  { path: `${path}.html`, content: Buffer.from(officialHtml(list)) },
];
