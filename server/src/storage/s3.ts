import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CompletedPart, S3 } from '@aws-sdk/client-s3';
import type { BucketSetting } from '../config.ts';
import { onDisk } from './disk.ts';
import { eraseKey } from './erase.ts';
import { checkedArrivalId, checkedKey, checkedPrefix, isKey, isObjectKey } from './keys.ts';
import { S3Arrivals } from './s3-arrivals.ts';
import { breakerOf, isMissing, openClient, type Patience, statusOf, storeFault } from './s3-client.ts';
import { openSpool } from './spool.ts';
import type { Arrival, ByteRange, Storage, StoredObject } from './storage.ts';
import { DifferentObject, NoSuchObject } from './storage-faults.ts';
import { isToBeKept, wholeUpload } from './whole-upload.ts';

const GIB = 1024 ** 3;
const ARRIVALS = 'arrivals/';

/** Objects above `whole` bytes are copied in parts of `part` bytes; S3 copies at most 5 GiB at once. */
export interface CopySizes {
  readonly whole: number;
  readonly part: number;
}

/** Opens the store in a bucket without contacting it: `probe` tells whether it answers. */
export function openBucket(setting: BucketSetting, patience: Patience = {}, sizes: CopySizes = { whole: 5 * GIB, part: GIB }): Storage {
  return new S3Storage(setting, patience, sizes);
}

class S3Storage implements Storage {
  readonly kind = 's3';
  readonly arrivals: S3Arrivals;
  readonly #client: S3;
  readonly #arriving: S3;
  readonly #setting: BucketSetting;
  readonly #sizes: CopySizes;
  readonly #spool = openSpool();

  constructor(setting: BucketSetting, patience: Patience, sizes: CopySizes) {
    this.#setting = setting;
    this.#sizes = sizes;
    const breaker = breakerOf(patience);
    this.#client = openClient(setting, setting.prefix, breaker, patience);
    this.#arriving = openClient(setting, setting.prefix + ARRIVALS, breaker, patience);
    this.arrivals = new S3Arrivals(this.#arriving, setting.bucket, this.#spool);
  }

  async readArrival(id: string): Promise<Readable> {
    await this.#joined(id);
    return this.#content(this.#arriving, id);
  }

  async keepArrival(id: string, key: string): Promise<void> {
    checkedKey(key);
    try {
      const bytes = await this.#joined(id, true);
      if (isToBeKept(id, key, bytes, (await this.stat(key))?.bytes)) await this.#copy(id, key, bytes);
    } catch (error) {
      if (!isMissing(error)) throw error;
      // Another process was faster with the same upload.
      if (!(await this.stat(key))) throw new NoSuchObject(id);
    }
    await this.arrivals.drop(id);
  }

  dropArrival(id: string): Promise<void> {
    return this.arrivals.drop(id);
  }

  listArrivals(): AsyncIterable<Arrival> {
    return this.arrivals.list();
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const there = isObjectKey(checkedKey(key)) ? (await this.stat(key))?.bytes : undefined;
    if (there !== undefined && there !== content.length) throw new DifferentObject(key, there, content.length);
    if (there === undefined) await this.#client.putObject({ Bucket: this.#setting.bucket, Key: key, Body: content });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    return this.#content(this.#client, checkedKey(key), range);
  }

  async stat(key: string): Promise<StoredObject | undefined> {
    const head = await this.#head(this.#client, checkedKey(key));
    return head && { key, ...head };
  }

  async remove(key: string): Promise<void> {
    await eraseKey(this.#client, this.#setting.bucket, checkedKey(key));
  }

  async *list(prefix: string, after?: string): AsyncGenerator<StoredObject> {
    checkedPrefix(prefix);
    let from = after;
    do {
      const page = await this.#client.listObjectsV2({ Bucket: this.#setting.bucket, Prefix: prefix, ...(from && { StartAfter: from }) });
      for (const { Key: key, Size: bytes, LastModified: at } of page.Contents ?? [])
        if (key !== undefined && bytes !== undefined && at !== undefined && isKey(key)) yield { key, bytes, at };
      from = page.IsTruncated ? page.Contents?.at(-1)?.Key : undefined;
    } while (from);
  }

  async withFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    return this.#spooled(await this.read(key), work);
  }

  async withArrivalFile<T>(id: string, work: (path: string) => Promise<T>): Promise<T> {
    return this.#spooled(await this.readArrival(id), work);
  }

  async probe(): Promise<void> {
    const at = { Bucket: this.#setting.bucket, Key: `probes/${randomUUID()}` };
    await this.#client.putObject({ ...at, Body: 'parindex' });
    const { Body } = await this.#client.getObject(at);
    const read = await Body?.transformToString();
    await eraseKey(this.#client, at.Bucket, at.Key);
    if (read !== 'parindex') throw new Error(`${this.#setting.bucket}: what was written was not read`);
  }

  async freeBytes(): Promise<undefined> {}

  async close(): Promise<void> {
    this.#client.destroy();
    this.#arriving.destroy();
    await rm(this.#spool, { recursive: true, force: true });
  }

  // The size of a complete upload stored as one object; it is joined first if its last request was interrupted.
  async #joined(id: string, mayLack: true): Promise<number | undefined>;
  async #joined(id: string): Promise<number>;
  async #joined(id: string, mayLack = false): Promise<number | undefined> {
    const bytes = await wholeUpload(this.arrivals, id);
    if (bytes === undefined && !mayLack) throw new NoSuchObject(checkedArrivalId(id));
    if (bytes !== undefined && !(await this.#head(this.#arriving, id))) await this.arrivals.complete(id);
    return bytes;
  }

  async #head(client: S3, key: string): Promise<{ readonly bytes: number; readonly at: Date } | undefined> {
    try {
      const head = await client.headObject({ Bucket: this.#setting.bucket, Key: key });
      return { bytes: head.ContentLength ?? 0, at: head.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #content(client: S3, key: string, range?: ByteRange): Promise<Readable> {
    try {
      const { Body } = await client.getObject({ Bucket: this.#setting.bucket, Key: key, ...(range && { Range: `bytes=${range.start}-${range.end}` }) });
      const body = Body as Readable;
      // A reader that goes before it has begun starts no generator, whose end could let the connection go.
      return Readable.from(untilFault(body), { objectMode: false }).once('close', () => body.destroy());
    } catch (error) {
      if (isMissing(error)) throw new NoSuchObject(key);
      if (statusOf(error) === 416) return Readable.from([], { objectMode: false });
      throw error;
    }
  }

  async #copy(id: string, key: string, bytes = 0): Promise<void> {
    const { bucket, prefix } = this.#setting;
    const to = { Bucket: bucket, Key: key };
    const from = { CopySource: encodeURI(`${bucket}/${prefix}${ARRIVALS}${id}`) };
    if (bytes <= this.#sizes.whole) {
      // What the device said of its file is kept in the database, not here.
      await this.#client.copyObject({ ...to, ...from, MetadataDirective: 'REPLACE', ContentType: 'application/octet-stream' });
      return;
    }
    const { UploadId } = await this.#client.createMultipartUpload({ ...to, ContentType: 'application/octet-stream' });
    if (UploadId === undefined) throw new Error(`${bucket}: no upload id`);
    try {
      const Parts: CompletedPart[] = [];
      for (let start = 0; start < bytes; start += this.#sizes.part) {
        const PartNumber = Parts.length + 1;
        const CopySourceRange = `bytes=${start}-${Math.min(start + this.#sizes.part, bytes) - 1}`;
        const { CopyPartResult } = await this.#client.uploadPartCopy({ ...to, ...from, UploadId, PartNumber, CopySourceRange });
        Parts.push({ PartNumber, ETag: CopyPartResult?.ETag });
      }
      await this.#client.completeMultipartUpload({ ...to, UploadId, MultipartUpload: { Parts } });
    } catch (error) {
      await this.#client.abortMultipartUpload({ ...to, UploadId }).catch(() => undefined);
      throw error;
    }
  }

  async #spooled<T>(content: Readable, work: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.#spool, randomUUID());
    try {
      await onDisk(() => pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 })));
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function* untilFault(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw storeFault(error);
  }
}
