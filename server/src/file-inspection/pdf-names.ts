import type { FileHandle } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

/** Names in a PDF that indicate active content. They are long, so they do not occur in compressed data by chance. */
export const ACTIVE_NAMES = [
  'JavaScript',
  'OpenAction',
  'Launch',
  'SubmitForm',
  'ImportData',
  'RichMedia',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Encrypt',
  'AcroForm',
  'XFA',
  'ByteRange',
] as const;
export type ActiveName = (typeof ACTIVE_NAMES)[number];

const CHUNK = 1024 * 1024;
/** Overlap between chunks: longer than any name, and than a dictionary before its stream. */
const OVERLAP = 4 * 1024;
/** Limits on packed and unpacked bytes of one object stream, and of all. */
const PACKED = 4 * 1024 * 1024;
const UNPACKED = 8 * 1024 * 1024;
const UNPACKED_TOTAL = 256 * 1024 * 1024;

const WANTED: ReadonlySet<string> = new Set(ACTIVE_NAMES);
/** The letters of a name may be written as "#4A". */
const NAME = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){3,60})(?![A-Za-z])/g;
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b.{0,2000}?\bstream\r?\n/gs;

/**
 * Which names of active content a PDF contains, searched in its bytes as malware scanners do: pdfjs only reports what it
 * would follow itself. Object streams are unpacked within limits; those of an encrypted file cannot be seen here and are
 * left to pdfjs.
 */
export async function activeNames(file: FileHandle, size: number): Promise<ReadonlySet<ActiveName>> {
  const found = new Set<ActiveName>();
  /** Positions of streams seen already, as chunks overlap. */
  const seen = new Set<number>();
  let unpacked = 0;
  for (let start = 0; start < size; start += CHUNK - OVERLAP) {
    const text = (await read(file, start, CHUNK)).toString('latin1');
    gather(text, found);
    for (const match of text.matchAll(OBJECT_STREAM)) {
      const place = start + match.index + match[0].length;
      if (seen.has(place) || unpacked >= UNPACKED_TOTAL) continue;
      seen.add(place);
      const objects = unpack(await read(file, place, PACKED));
      unpacked += objects.length;
      gather(objects, found);
    }
  }
  return found;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function unpack(packed: Buffer): string {
  try {
    // After the stream's end comes the rest of the file, so what could be unpacked is used.
    return inflateSync(packed, { maxOutputLength: UNPACKED, finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

function gather(text: string, found: Set<ActiveName>): void {
  for (const [, name = ''] of text.matchAll(NAME)) {
    const plain = name.includes('#') ? name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : name;
    if (WANTED.has(plain)) found.add(plain as ActiveName);
  }
}
