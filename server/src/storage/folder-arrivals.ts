import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS, type Upload } from '@tus/server';
import { returnBuffer } from './buffer-pool.ts';
import { onDisk, unlessMissing } from './disk.ts';
import { checkedArrivalId, isArrivalId } from './keys.ts';
import type { Arrival } from './storage.ts';

/** So much is written before the disk is told to keep it: little is left to wait for at the end. */
const SYNCED_AT_A_TIME = 32 * 1024 ** 2;

/** Uploads as files of a folder that must be there: the tus store, with the system's own faults in place of "file not found". */
export class FolderArrivals extends FileStore {
  pathOf(id: string): string {
    return join(this.directory, checkedArrivalId(id));
  }

  override async create(upload: Upload): Promise<Upload> {
    checkedArrivalId(upload.id);
    return onDisk(async () => {
      // The library would make a folder that is gone, beside a share that was unmounted.
      await stat(this.directory);
      return super.create(upload);
    });
  }

  // As the library's, which turns a full disk into "something went wrong".
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    return onDisk(async () => {
      const handle = await open(this.pathOf(id), 'r+');
      try {
        let at = offset;
        let unsynced = 0;
        let syncing: Promise<void> | undefined;
        for await (const piece of source as AsyncIterable<Buffer>) {
          for (let written = 0; written < piece.length; ) {
            const { bytesWritten } = await handle.write(piece, written, piece.length - written, at + written);
            written += bytesWritten;
          }
          at += piece.length;
          unsynced += piece.length;
          returnBuffer(piece);
          if (unsynced < SYNCED_AT_A_TIME) continue;
          // A disk that fails says so once: it is heard at the next turn, or at the end.
          await syncing;
          syncing = handle.datasync();
          syncing.catch(() => {});
          unsynced = 0;
        }
        await syncing;
        return at;
      } finally {
        await handle.close();
      }
    });
  }

  override async getUpload(id: string): Promise<Upload> {
    if (!isArrivalId(id)) throw ERRORS.FILE_NOT_FOUND;
    return onDisk(async () => {
      await stat(this.directory);
      return super.getUpload(id);
    });
  }

  override async remove(id: string): Promise<void> {
    await this.getUpload(id);
    await this.drop(id);
  }

  /** Removes the bytes and the note about them. */
  async drop(id: string): Promise<void> {
    const path = this.pathOf(id);
    await onDisk(async () => {
      await stat(this.directory);
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
    });
  }

  /** Every id of which bytes or a note are there. */
  async *list(): AsyncGenerator<Arrival> {
    const names = await onDisk(() => readdir(this.directory));
    for (const id of new Set(names.map((name) => name.replace(/\.json$/, '')))) {
      if (!isArrivalId(id)) continue;
      const path = this.pathOf(id);
      const found = await onDisk(() => Promise.all([path, `${path}.json`].map((name) => unlessMissing(stat(name)))));
      const touched = found.filter((stats) => stats !== undefined).map((stats) => stats.mtimeMs);
      if (touched.length > 0) yield { id, at: new Date(Math.max(...touched)) };
    }
  }
}
