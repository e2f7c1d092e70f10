import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { objectKey, reportKey } from '../storage/keys.ts';
import type { Storage } from '../storage/storage.ts';
import type { PackedObject } from './zip-entry.ts';

/** The store returned other bytes than were stored under the hash. */
class ObjectChanged extends Error {
  constructor({ sha256, bytes }: Pick<PackedObject, 'sha256' | 'bytes'>, read: number) {
    super(`object ${sha256} is not as it was kept: ${read} of ${bytes} bytes read`);
  }
}

/** The bytes of an object, verified by size and hash: the stream only ends normally if they were intact. Throws NoSuchObject. */
export async function wholeObject(storage: Pick<Storage, 'read'>, object: Pick<PackedObject, 'sha256' | 'bytes' | 'area'>): Promise<Readable> {
  const source = await storage.read((object.area === 'reports' ? reportKey : objectKey)(object.sha256));
  return Readable.from(checked(source, object), { objectMode: false });
}

async function* checked(source: Readable, object: Pick<PackedObject, 'sha256' | 'bytes'>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const piece of source as AsyncIterable<Buffer>) {
    hash.update(piece);
    read += piece.length;
    // Excess bytes are not passed on.
    if (read > object.bytes) throw new ObjectChanged(object, read);
    yield piece;
  }
  if (read !== object.bytes || hash.digest('hex') !== object.sha256) throw new ObjectChanged(object, read);
}
