import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';

/** Most uploads whose hashes are kept at a time; a dropped one is hashed again when it is checked. */
const MOST = 2_000;

/**
 * Hashes uploads as their bytes pass, which saves reading them again. This works while all pieces of an upload pass
 * through this process in order; of an upload that another process has served, nothing is known here.
 */
export class ArrivalHashes {
  readonly #known = new Map<string, { readonly hash: Hash; readonly bytes: number }>();

  /** The hash of an upload's first bytes, if all of them passed here; returned once. */
  take(id: string, bytes: number): Buffer | undefined {
    const known = this.#known.get(id);
    this.#known.delete(id);
    return known?.bytes === bytes ? known.hash.digest() : undefined;
  }

  /** The storage, with its writes observed. */
  over(store: DataStore): DataStore {
    const write = async (stream: Readable, id: string, offset: number): Promise<number> => {
      const before = offset === 0 ? { hash: createHash('sha256'), bytes: 0 } : this.#known.get(id);
      this.#known.delete(id);
      if (before?.bytes !== offset) return store.write(stream, id, offset);
      const { hash } = before;
      let bytes = offset;
      const watched = async function* () {
        for await (const piece of stream as AsyncIterable<Buffer>) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      };
      const after = await store.write(Readable.from(watched(), { objectMode: false, highWaterMark: 256 * 1024 }), id, offset);
      // Bytes that passed but were not stored must not be hashed.
      if (after === bytes) this.#keep(id, { hash, bytes });
      return after;
    };
    return Object.assign(Object.create(store) as DataStore, { write });
  }

  #keep(id: string, known: { readonly hash: Hash; readonly bytes: number }): void {
    for (const oldest of this.#known.keys()) {
      if (this.#known.size < MOST) break;
      this.#known.delete(oldest);
    }
    this.#known.set(id, known);
  }
}
