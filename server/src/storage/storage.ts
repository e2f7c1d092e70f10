import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';
import { objectKey } from './keys.ts';

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
 * Where the bytes of evidence are stored: a folder, or a bucket. Every function checks keys and ids (WrongKey); failed
 * writes throw StorageFull or StorageDown, missing objects NoSuchObject (storage-faults.ts).
 */
export interface Storage {
  readonly kind: 'folder' | 's3';
  /** The tus store of arriving bytes, shared by all server processes. */
  readonly arrivals: DataStore;
  /** Reads a complete upload; NotAllArrived if bytes are missing. */
  readArrival(id: string): Promise<Readable>;
  /** Turns a complete upload into the object of a key, atomically; repeating it changes nothing. Throws NotAllArrived, DifferentObject. */
  keepArrival(id: string, key: string): Promise<void>;
  /** Removes an upload with everything that belongs to it; a missing one is no error. */
  dropArrival(id: string): Promise<void>;
  /** All uploads, including remains of a crash, in no order. */
  listArrivals(): AsyncIterable<Arrival>;
  /** Stores derived bytes atomically: a preview replaces an older one, an object stays as it is. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Reads an object or a part of it; a range beyond the end gives nothing. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  stat(key: string): Promise<StoredObject | undefined>;
  /** Removes an object with all its versions; a missing one is no error. */
  remove(key: string): Promise<void>;
  /** Objects with this key prefix, in order of key; only those after `after`. The prefix starts with "objects/", "previews/" or "reports/". */
  list(prefix: string, after?: string): AsyncIterable<StoredObject>;
  /** Provides an object as a read-only local file while the work lasts; a copy if the store is remote. */
  withFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T>;
  /** The same for a complete upload. */
  withArrivalFile<T>(id: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Writes, reads and removes a few bytes; throws if that fails. */
  probe(): Promise<void>;
  /** Free room in bytes; undefined where the store does not say. */
  freeBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Resolves if the store answers at all: asked for something that is not there, which costs it least. */
export const answers = (storage: Storage): Promise<unknown> => storage.stat(objectKey('0'.repeat(64)));
