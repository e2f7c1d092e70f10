import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ListMultipartUploadsCommandOutput, S3 } from '@aws-sdk/client-s3';
import { type MetadataValue, S3Store } from '@tus/s3-store';
import { ERRORS, type KvStore, type Upload } from '@tus/server';
import { eraseKey } from './erase.ts';
import { checkedArrivalId, isArrivalId } from './keys.ts';
import { isMissing, isUnknown } from './s3-client.ts';
import { spooledParts } from './spooled-parts.ts';
import type { Arrival } from './storage.ts';
import { NotAllArrived } from './storage-faults.ts';

const PART_SIZE = 8 * 1024 * 1024;
const MOST_PARTS = 10_000;

// Several processes serve one upload: what one remembers of it another has changed.
const NO_MEMORY: KvStore<MetadataValue> = { get: async () => undefined, set: async () => undefined, delete: async () => undefined };

/** Uploads in a bucket, each as a multipart upload with a note (`.info`) and a rest smaller than a part (`.part`): the tus store. */
export class S3Arrivals extends S3Store {
  readonly #spool: string;

  /** `client` sees the keys of arrivals alone; parts wait in the folder `spool`, one for each request. */
  constructor(client: S3, bucket: string, spool: string) {
    super({ partSize: PART_SIZE, cache: NO_MEMORY, s3ClientConfig: { bucket } });
    this.client = client;
    // What the library takes the size of an upload of unknown length for: its parts would have half a gigabyte else.
    this.maxUploadSize = (PART_SIZE * MOST_PARTS) as typeof this.maxUploadSize;
    this.#spool = spool;
  }

  override async create(upload: Upload): Promise<Upload> {
    checkedArrivalId(upload.id);
    return super.create(upload);
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    return super.write(source, checkedArrivalId(id), offset);
  }

  override async getUpload(id: string): Promise<Upload> {
    if (!isArrivalId(id)) throw ERRORS.FILE_NOT_FOUND;
    try {
      return await super.getUpload(id);
    } catch (error) {
      // The library takes a store that is down for one without the file, and a client then starts anew.
      if (error !== ERRORS.FILE_NOT_FOUND || (await this.#noteOf(id)) === undefined) throw error;
      return super.getUpload(id);
    }
  }

  /** Joins the parts of an upload whose last request was cut before it did; throws NotAllArrived. */
  async complete(id: string): Promise<void> {
    const metadata = await this.getMetadata(checkedArrivalId(id));
    const parts = await this.retrieveParts(id);
    const bytes = parts.reduce((sum, part) => sum + (part.Size ?? 0), 0);
    if (bytes !== metadata.file.size) throw new NotAllArrived(id, bytes, metadata.file.size);
    await this.finishMultipartUpload(metadata, parts);
  }

  override async remove(id: string): Promise<void> {
    await this.getUpload(id);
    await this.drop(id);
  }

  /** Removes parts, rest, note and bytes, with all their versions. */
  async drop(id: string): Promise<void> {
    checkedArrivalId(id);
    const uploads = new Set<string>();
    const noted = (await this.#noteOf(id))?.['upload-id'];
    if (noted) uploads.add(noted);
    for await (const begun of this.#begun(id)) if (begun.id === id) uploads.add(begun.upload);
    for (const UploadId of uploads) {
      await this.client.abortMultipartUpload({ Bucket: this.bucket, Key: id, UploadId }).catch((error) => {
        if (!isMissing(error)) throw error;
      });
    }
    // The note first: an upload with a note and no bytes would pass for a whole one.
    await eraseKey(this.client, this.bucket, this.infoKey(id));
    await Promise.all([id, this.partKey(id, true)].map((key) => eraseKey(this.client, this.bucket, key)));
  }

  /** Every id of which bytes, a note or parts are there. */
  async *list(): AsyncGenerator<Arrival> {
    const touched = new Map<string, number>();
    const touch = (id: string, at: Date | undefined) => touched.set(id, Math.max(touched.get(id) ?? 0, at?.getTime() ?? 0));
    let after: string | undefined;
    do {
      const page = await this.client.listObjectsV2({ Bucket: this.bucket, ...(after && { StartAfter: after }) });
      for (const { Key = '', LastModified } of page.Contents ?? []) touch(Key.replace(/\.(info|part)$/, ''), LastModified);
      after = page.IsTruncated ? page.Contents?.at(-1)?.Key : undefined;
    } while (after);
    for await (const { id, upload, at } of this.#begun('')) {
      touch(id, at);
      const parts = await this.client.listParts({ Bucket: this.bucket, Key: id, UploadId: upload }).catch((error) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      for (const { LastModified } of parts?.Parts ?? []) touch(id, LastModified);
    }
    for (const [id, at] of touched) if (isArrivalId(id)) yield { id, at: new Date(at) };
  }

  // As the library's, but parts go one after the other from a folder that only we may enter, and what came before a line was cut is kept.
  protected override async uploadParts(metadata: MetadataValue, source: Readable, first: number, offset: number): Promise<number> {
    const { id, size } = metadata.file;
    const arriving = new UntilCut(source);
    let number = first;
    let sent = 0;
    for await (const { path, bytes } of spooledParts(arriving, this.calcOptimalPartSize(size), this.#spool)) {
      const isPart = bytes >= this.minPartSize || offset + sent + bytes === size;
      const content = createReadStream(path);
      try {
        if (isPart) await this.uploadPart(metadata, content, number);
        else await this.uploadIncompletePart(id, content);
      } finally {
        content.destroy();
      }
      number += 1;
      sent += bytes;
    }
    if (arriving.cut) throw arriving.cut.reason;
    return sent;
  }

  protected override async uniqueTmpFileName(template: string): Promise<string> {
    return join(this.#spool, `${template}${randomUUID()}`);
  }

  async #noteOf(id: string): Promise<MetadataValue | undefined> {
    try {
      return await this.getMetadata(id);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async *#begun(prefix: string): AsyncGenerator<Begun> {
    let page: ListMultipartUploadsCommandOutput | undefined;
    do {
      page = await this.client
        .listMultipartUploads({ Bucket: this.bucket, Prefix: prefix, KeyMarker: page?.NextKeyMarker, UploadIdMarker: page?.NextUploadIdMarker })
        .catch((error) => {
          if (isUnknown(error)) return undefined;
          throw error;
        });
      for (const { Key: id, UploadId: upload, Initiated: at } of page?.Uploads ?? []) if (id && upload) yield { id, upload, at };
    } while (page?.IsTruncated && page.NextKeyMarker);
  }
}

/** A multipart upload that has not ended. */
interface Begun {
  readonly id: string;
  readonly upload: string;
  readonly at: Date | undefined;
}

/** A stream that ends where its source fails, and remembers why. */
class UntilCut implements AsyncIterable<Uint8Array> {
  cut: { readonly reason: unknown } | undefined;
  readonly #source: AsyncIterable<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const chunks = this.#source[Symbol.asyncIterator]();
    try {
      while (true) {
        const next = await chunks.next().catch((reason) => {
          this.cut = { reason };
          return undefined;
        });
        if (!next || next.done) return;
        yield next.value;
      }
    } finally {
      await chunks.return?.();
    }
  }
}
