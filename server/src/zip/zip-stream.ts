import { type PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Storage } from '../storage/storage.ts';
import { wholeObject } from './whole-object.ts';
import type { Packed } from './zip-entry.ts';

interface ZipStreamOptions {
  readonly storage: Pick<Storage, 'read'>;
  /** The date of all entries. */
  readonly at: Date;
  /** Called with the error when the stream fails; not when its reader leaves. */
  failed(error: unknown): void;
}

/**
 * A ZIP (ZIP64 if needed) generated while it is read: one object is open at a time, and the next file is requested when
 * the last has been sent. If a file cannot be read completely, the stream fails before its end; a reader that leaves
 * stops it.
 */
export function zipStream(files: AsyncIterable<Packed>, { storage, at, failed }: ZipStreamOptions): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const gone = new AbortController();
  output.once('close', () => gone.abort());
  zip.once('error', (error) => output.destroy(error));
  // Lazily, so that an answer that is never sent opens nothing.
  output.once('resume', () => {
    write(zip, files, storage, at, gone.signal).catch((error) => {
      if (!gone.signal.aborted) failed(error);
      output.destroy(error as Error);
    });
  });
  return output;
}

async function write(zip: ZipFile, files: AsyncIterable<Packed>, storage: Pick<Storage, 'read'>, at: Date, gone: AbortSignal): Promise<void> {
  for await (const file of files) {
    if (gone.aborted) return;
    const isMade = 'content' in file;
    const source = isMade ? Readable.from([file.content], { objectMode: false }) : await wholeObject(storage, file);
    try {
      const ended = finished(source, { signal: gone });
      zip.addReadStream(source, file.path, { mtime: at, size: isMade ? file.content.length : file.bytes, compress: isMade || !file.stored });
      await ended;
    } finally {
      source.destroy();
    }
  }
  zip.end();
}
