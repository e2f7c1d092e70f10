import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { returnBuffer } from './buffer-pool.ts';
import { onDisk } from './disk.ts';

/** A part of a stream, lying in a file until the next one is asked for. */
export interface SpooledPart {
  readonly path: string;
  readonly bytes: number;
}

/** Cuts a stream into parts of at most `limit` bytes, one file in the folder at a time. */
export async function* spooledParts(source: AsyncIterable<Uint8Array>, limit: number, folder: string): AsyncGenerator<SpooledPart> {
  let part: OpenPart | undefined;
  try {
    for await (const chunk of source) {
      let rest = chunk;
      while (rest.length > 0) {
        part ??= await onDisk(() => openPart(folder));
        const taken = rest.subarray(0, limit - part.bytes);
        await onDisk(() => part?.file.writeFile(taken) ?? Promise.resolve());
        part = { ...part, bytes: part.bytes + taken.length };
        rest = rest.subarray(taken.length);
        if (part.bytes < limit) continue;
        yield part;
        await remove(part);
        part = undefined;
      }
      returnBuffer(chunk);
    }
    if (part) yield part;
  } finally {
    if (part) await remove(part);
  }
}

interface OpenPart extends SpooledPart {
  readonly file: FileHandle;
}

async function openPart(folder: string): Promise<OpenPart> {
  const path = join(folder, randomUUID());
  return { path, bytes: 0, file: await open(path, 'wx', 0o600) };
}

async function remove({ file, path }: OpenPart): Promise<void> {
  await file.close();
  await rm(path, { force: true });
}
