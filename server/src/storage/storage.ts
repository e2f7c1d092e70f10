import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';

/** An object as the store knows it: its key, its size in bytes, when it was kept. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  readonly at: Date;
}

/** An upload that lies in the store, and when it was last written to. */
export interface Arrival {
  readonly id: string;
  readonly at: Date;
}

/** Bytes from `start` to `end`, both counted from 0 and both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the bytes of evidence lie: a folder, or a bucket. Keys and ids are checked by every function (WrongKey); what cannot be
 * written throws StorageFull or StorageDown, what is not there NoSuchObject (storage-faults.ts).
 */
export interface Storage {
  readonly kind: 'folder' | 's3';
  /** The tus store of bytes that are still coming in, shared by all server processes. */
  readonly arrivals: DataStore;
  /** Reads a whole upload; NotAllArrived while bytes of it are missing. */
  readArrival(id: string): Promise<Readable>;
  /** Turns a whole upload into the object of a key, wholly or not at all; the same again changes nothing. Throws NotAllArrived, DifferentObject. */
  keepArrival(id: string, key: string): Promise<void>;
  /** Removes an upload with all that belongs to it; none there is no fault. */
  dropArrival(id: string): Promise<void>;
  /** All uploads, also halves that a crash has left, in no order. */
  listArrivals(): AsyncIterable<Arrival>;
  /** Stores derived bytes wholly or not at all: a preview replaces its older one, an object stays as it is. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Reads an object or a part of it; a range that begins behind the end gives nothing. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  stat(key: string): Promise<StoredObject | undefined>;
  /** Removes an object, all its versions too; none there is no fault. */
  remove(key: string): Promise<void>;
  /** Objects whose key begins so, in order of key; only those behind `after`. The prefix begins with "objects/", "previews/" or "reports/". */
  list(prefix: string, after?: string): AsyncIterable<StoredObject>;
  /** Gives an object as a local file, to be read only, for as long as the work lasts; a copy where the store is remote. */
  withFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T>;
  /** The same for a whole upload. */
  withArrivalFile<T>(id: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Writes, reads and removes a few bytes; throws where that cannot be done now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
