import { randomUUID } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { isCode } from '../postgres/is-code.ts';
import { makeFolder, onDisk, sizeOf, syncFolder, unlessMissing } from './disk.ts';
import { FolderArrivals } from './folder-arrivals.ts';
import { checkedKey, checkedPrefix, isKey, isObjectKey } from './keys.ts';
import type { Arrival, ByteRange, Storage, StoredObject } from './storage.ts';
import { DifferentObject, NoSuchObject } from './storage-faults.ts';
import { isToBeKept, wholeUpload } from './whole-upload.ts';

const AREAS = ['arrivals', 'objects', 'previews', 'reports', 'temporary'] as const;
// No preview takes this long to write: older drafts are from a crash.
const LEFT_BEHIND = 3_600_000;

/** Opens the store in a folder, made if missing, for this user only, and cleaned of crash leftovers. Throws StorageDown, StorageFull. */
export async function openFolder(folder: string): Promise<Storage> {
  const root = resolve(folder);
  await onDisk(async () => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    for (const area of AREAS) {
      await makeFolder(join(root, area));
      await chmod(join(root, area), 0o700);
    }
    await clear(join(root, 'temporary'));
  });
  return new FolderStorage(root);
}

async function clear(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const stats = await unlessMissing(stat(join(temporary, name)));
    if (stats && Date.now() - stats.mtimeMs > LEFT_BEHIND) await rm(join(temporary, name), { force: true });
  }
}

class FolderStorage implements Storage {
  readonly kind = 'folder';
  readonly arrivals: FolderArrivals;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    // On the same file system as the objects, so that storing is a rename.
    this.arrivals = new FolderArrivals({ directory: join(root, 'arrivals') });
  }

  async readArrival(id: string): Promise<Readable> {
    await this.#whole(id);
    return this.#open(this.arrivals.pathOf(id), id);
  }

  async keepArrival(id: string, key: string): Promise<void> {
    const target = this.#pathOf(key);
    const bytes = await wholeUpload(this.arrivals, id);
    await onDisk(async () => {
      if (isToBeKept(id, key, bytes, await this.#sizeOf(target))) {
        await moveIn(this.arrivals.pathOf(id), target).catch(async (error) => {
          // Another process was faster with the same upload.
          if (!isCode(error, 'ENOENT') || (await this.#sizeOf(target)) === undefined) throw error;
        });
      }
      // Even if it existed: the process that moved it may have died before this.
      await syncFolder(dirname(target));
    });
    await this.arrivals.drop(id);
  }

  dropArrival(id: string): Promise<void> {
    return this.arrivals.drop(id);
  }

  listArrivals(): AsyncIterable<Arrival> {
    return this.arrivals.list();
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const target = this.#pathOf(key);
    await onDisk(async () => {
      const there = isObjectKey(key) ? await this.#sizeOf(target) : undefined;
      if (there === undefined) return this.#write(target, content);
      if (there !== content.length) throw new DifferentObject(key, there, content.length);
    });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    return this.#open(this.#pathOf(key), key, range);
  }

  async stat(key: string): Promise<StoredObject | undefined> {
    const path = this.#pathOf(key);
    return onDisk(async () => {
      const stats = await unlessMissing(stat(path));
      if (!stats) await this.#standing();
      return stats && { key, bytes: stats.size, at: stats.mtime };
    });
  }

  async remove(key: string): Promise<void> {
    const path = this.#pathOf(key);
    await onDisk(async () => {
      if ((await this.#sizeOf(path)) === undefined) return;
      await rm(path, { force: true });
      await unlessMissing(syncFolder(dirname(path)));
      if (!isObjectKey(key)) await removeEmpty(dirname(path));
    });
  }

  async *list(prefix: string, after = ''): AsyncGenerator<StoredObject> {
    checkedPrefix(prefix);
    await onDisk(() => this.#standing());
    for (const area of ['objects', 'previews', 'reports']) yield* this.#walk(`${area}/`, prefix, after);
  }

  async withFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    if (!(await this.stat(key))) throw new NoSuchObject(key);
    return work(this.#pathOf(key));
  }

  async withArrivalFile<T>(id: string, work: (path: string) => Promise<T>): Promise<T> {
    await this.#whole(id);
    return work(this.arrivals.pathOf(id));
  }

  async probe(): Promise<void> {
    const path = join(this.#root, 'temporary', randomUUID());
    await onDisk(async () => {
      await this.#standing();
      try {
        await writeSynced(path, Buffer.from('parindex'));
        if ((await sizeOf(path)) !== 8) throw new Error(`${path} was not written`);
      } finally {
        await rm(path, { force: true });
      }
    });
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await onDisk(() => statfs(this.#root));
    return bavail * bsize;
  }

  async close(): Promise<void> {}

  #pathOf(key: string): string {
    return join(this.#root, ...checkedKey(key).split('/'));
  }

  async #whole(id: string): Promise<void> {
    if ((await wholeUpload(this.arrivals, id)) === undefined) throw new NoSuchObject(id);
  }

  // A missing file only counts as missing if the store itself exists.
  async #standing(): Promise<void> {
    for (const area of AREAS) await stat(join(this.#root, area));
  }

  async #sizeOf(path: string): Promise<number | undefined> {
    const size = await sizeOf(path);
    if (size === undefined) await this.#standing();
    return size;
  }

  async #open(path: string, name: string, range?: ByteRange): Promise<Readable> {
    return onDisk(async () => {
      const handle = await unlessMissing(open(path, 'r'));
      if (handle) return handle.createReadStream({ ...range });
      await this.#standing();
      throw new NoSuchObject(name);
    });
  }

  async #write(target: string, content: Uint8Array): Promise<void> {
    const draft = join(this.#root, 'temporary', randomUUID());
    try {
      await writeSynced(draft, content);
      await renameInto(draft, target);
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async *#walk(folder: string, prefix: string, after: string): AsyncGenerator<StoredObject> {
    if (!folder.startsWith(prefix) && !prefix.startsWith(folder)) return;
    if (folder < after && !after.startsWith(folder)) return;
    const entries = await onDisk(() => unlessMissing(readdir(join(this.#root, folder), { withFileTypes: true })));
    for (const entry of entries?.toSorted((one, other) => (one.name < other.name ? -1 : 1)) ?? []) {
      const key = folder + entry.name;
      if (entry.isDirectory()) yield* this.#walk(`${key}/`, prefix, after);
      else if (entry.isFile() && isKey(key) && key.startsWith(prefix) && key > after) {
        const found = await this.stat(key);
        if (found) yield found;
      }
    }
  }
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveIn(arrival: string, target: string): Promise<void> {
  const handle: FileHandle = await open(arrival, 'r+');
  try {
    await handle.chmod(0o600);
    // In every store, an object's age counts from when it was stored.
    await handle.utimes(new Date(), new Date());
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renameInto(arrival, target);
}

// Another process may remove the empty preview folder just before the rename: then it is made once more.
async function renameInto(source: string, target: string, tries = 3): Promise<void> {
  const folder = dirname(target);
  if (!isArea(dirname(folder))) await makeFolder(dirname(folder));
  await makeFolder(folder).catch((error) => {
    if (tries <= 1 || !isCode(error, 'ENOENT')) throw error;
  });
  try {
    await rename(source, target);
  } catch (error) {
    if (tries <= 1 || !isCode(error, 'ENOENT') || (await sizeOf(source)) === undefined) throw error;
    await renameInto(source, target, tries - 1);
  }
}

const isArea = (path: string): boolean => AREAS.some((area) => area === basename(path));

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
  }
}
