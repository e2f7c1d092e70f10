import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { objectKey } from '../keys.ts';
import type { Storage } from '../storage.ts';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The key that belongs to a content. */
export const keyOf = (content: Uint8Array): string => objectKey(sha256(content));

/** Begins an upload of so many bytes and gives its id. */
export async function begin(storage: Storage, size: number): Promise<string> {
  const id = randomUUID().replaceAll('-', '');
  await storage.arrivals.create(new Upload({ id, size, offset: 0, metadata: { filename: 'Kế hoạch 12/KH-MH.pdf' } }));
  return id;
}

/** Sends one request's bytes as they come from a line, in small pieces; gives the new offset. */
export function patch(storage: Storage, id: string, offset: number, content: Uint8Array): Promise<number> {
  return storage.arrivals.write(Readable.from(pieces(content), { objectMode: false }), id, offset);
}

/** Uploads a content whole, in as many requests, and gives its id. */
export async function upload(storage: Storage, content: Uint8Array, requests = 1): Promise<string> {
  const id = await begin(storage, content.length);
  const each = Math.ceil(content.length / requests);
  for (let offset = 0; offset < content.length; ) offset = await patch(storage, id, offset, content.subarray(offset, offset + each));
  return id;
}

/** The bytes in pieces as a socket gives them. */
export function* pieces(content: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < content.length; start += 60_000) yield content.subarray(start, start + 60_000);
}
