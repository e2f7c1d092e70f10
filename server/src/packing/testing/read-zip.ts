import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';

export interface ReadEntry {
  readonly path: string;
  readonly bytes: number;
  readonly packed: number;
  /** 0: as it was. */
  readonly method: number;
}

/** The entries of a ZIP on the disk, by its directory at the end. */
export async function listZip(file: string): Promise<ReadEntry[]> {
  const zip = await yauzl.openPromise(file, { strictFileNames: true });
  const found: ReadEntry[] = [];
  for await (const entry of zip.eachEntry())
    found.push({ path: entry.fileName, bytes: entry.uncompressedSize, packed: entry.compressedSize, method: entry.compressionMethod });
  return found;
}

/** All files of a ZIP, each held against its size and CRC. */
export async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (found.has(entry.fileName)) throw new Error(`${entry.fileName} stands twice`);
    const content = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} has another CRC than its entry`);
    found.set(entry.fileName, content);
  }
  return found;
}
