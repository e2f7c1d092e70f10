import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { FileRefused } from './refused.ts';

const MEGABYTE = 1024 * 1024;

/** Limits of a ZIP-based file. They stop decompression bombs before anything is unpacked, without relying on time. */
export const ARCHIVE_LIMITS = {
  /** Entries, folders included. */
  entries: 5_000,
  /** Bytes of all entries together, unpacked. */
  unpackedBytes: 512 * MEGABYTE,
  /** Unpacked bytes for each packed byte, beyond the first megabyte of an entry. */
  ratio: 200,
  ratioFreeBytes: MEGABYTE,
  /** Bytes of an entry that is read as a whole (content types, relationships). */
  smallPartBytes: 4 * MEGABYTE,
} as const;

/** A ZIP whose directory has been validated. */
export interface Archive {
  /** Names of its files, without folders. */
  readonly names: readonly string[];
  /** Opens an entry by its name, ignoring case as in OPC; undefined if there is none. */
  open(name: string): Promise<Readable | undefined>;
  /** The whole of a small UTF-8 entry. */
  readSmall(name: string): Promise<string | undefined>;
  close(): void;
}

/** Office keeps the data of charts and embedded documents here; they are reported as findings. */
const EMBEDDINGS = /(^|\/)(embeddings|activeX)\/|^Object[^/]*\/|^ObjectReplacements\//i;
const ARCHIVE_NAME = /\.(zip|rar|7z|gz|tgz|bz2|xz|tar|cab|iso|jar)$/i;
/** Signatures of ZIP, RAR, 7-Zip, gzip. */
const ARCHIVE_STARTS = ['504b0304', '526172211a07', '377abcaf271c', '1f8b08'];
/** A local file header without its name and extra field. */
const LOCAL_HEADER_BYTES = 30;

/**
 * Opens a ZIP and validates its directory; throws FileRefused if a limit is exceeded or the structure is unsafe. Sizes
 * are enforced while reading.
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true, decodeStrings: true })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  try {
    const entries = await readDirectory(zip);
    refuseOverlaps(entries);
    const files = new Map(entries.filter(({ fileName }) => !fileName.endsWith('/')).map((entry) => [entry.fileName.toLowerCase(), entry]));
    await refuseArchivesInside(zip, [...files.values()]);
    const open = async (name: string) => {
      const entry = files.get(name.toLowerCase());
      return entry && (await zip.openReadStreamPromise(entry));
    };
    const readSmall = async (name: string) => {
      const entry = files.get(name.toLowerCase());
      if (!entry) return undefined;
      if (entry.uncompressedSize > ARCHIVE_LIMITS.smallPartBytes) throw new FileRefused('tooComplex', { part: name });
      return text(await zip.openReadStreamPromise(entry)).catch((error: unknown) => {
        throw refusalOf(error);
      });
    };
    return { names: [...files.values()].map(({ fileName }) => fileName), open, readSmall, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : refusalOf(error);
  }
}

async function readDirectory(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const { entries: most, unpackedBytes, ratio, ratioFreeBytes } = ARCHIVE_LIMITS;
  if (zip.entryCount > most) throw new FileRefused('tooManyParts', { found: String(zip.entryCount), limit: String(most) });
  const entries: yauzl.Entry[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (seen.has(name)) throw new FileRefused('unsafeParts', { reason: 'twice', part: entry.fileName });
    if (entry.isEncrypted()) throw new FileRefused('passwordNeeded', { part: entry.fileName });
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new FileRefused('unsafeParts', { reason: 'method', part: entry.fileName });
    unpacked += entry.uncompressedSize;
    if (unpacked > unpackedBytes) throw new FileRefused('tooLargeUnpacked', { limit: String(unpackedBytes) });
    if (entry.uncompressedSize - ratioFreeBytes > ratio * entry.compressedSize)
      throw new FileRefused('suspiciousCompression', { part: entry.fileName, limit: String(ratio) });
    seen.add(name);
    entries.push(entry);
  }
  return entries;
}

/** Overlapping entries reveal a bomb whose entries share one core, though each is declared honestly. */
function refuseOverlaps(entries: readonly yauzl.Entry[]): void {
  const places = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength, fileName } of places) {
    if (start < end) throw new FileRefused('unsafeParts', { reason: 'overlap', part: fileName });
    end = start + LOCAL_HEADER_BYTES + fileNameLength + compressedSize;
  }
}

async function refuseArchivesInside(zip: yauzl.ZipFile, files: readonly yauzl.Entry[]): Promise<void> {
  for (const entry of files) {
    if (EMBEDDINGS.test(entry.fileName) || entry.uncompressedSize === 0) continue;
    if (ARCHIVE_NAME.test(entry.fileName)) throw new FileRefused('archiveInside', { part: entry.fileName });
    const start = await beginning(await zip.openReadStreamPromise(entry));
    if (ARCHIVE_STARTS.some((magic) => start.startsWith(magic))) throw new FileRefused('archiveInside', { part: entry.fileName });
  }
}

/** The first bytes of a stream in hexadecimal; the rest is not unpacked. */
async function beginning(stream: Readable): Promise<string> {
  for await (const chunk of stream) return (chunk as Buffer).subarray(0, 8).toString('hex');
  return '';
}

/** yauzl's errors. Only its messages about names are told apart. */
export function refusalOf(error: unknown): FileRefused {
  const message = error instanceof Error ? error.message : String(error);
  if (/allocation failed|Invalid (typed array|string|array) length|ERR_OUT_OF_RANGE/i.test(message)) return new FileRefused('tooHeavy', { reason: message });
  const unsafe = /absolute path|invalid relative path|invalid characters in fileName|strange|too many bytes|not enough bytes/i.test(message);
  return new FileRefused(unsafe ? 'unsafeParts' : 'malformed', { reason: message.slice(0, 200) });
}
