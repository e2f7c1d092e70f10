import { constants, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCode } from '../postgres/is-code.ts';
import { StorageDown, StorageFull } from './storage-faults.ts';

// EFBIG: the process may not write files of that size.
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
// ENOENT and ENOTDIR: a folder on the way is gone, as when a share was unmounted; files that may be absent are asked for by sizeOf.
const DOWN = ['EROFS', 'EIO', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'ETIMEDOUT', 'EHOSTDOWN', 'EMFILE', 'ENFILE'];

/** Does work on files; what the system refuses comes out as StorageFull or StorageDown. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, ...FULL)) throw new StorageFull(error);
    if (isCode(error, ...DOWN)) throw new StorageDown(error);
    throw error;
  }
}

/** What the work gives, or undefined where the file is not there. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Bytes of a file, or undefined where there is none. */
export const sizeOf = async (path: string): Promise<number | undefined> => (await unlessMissing(stat(path)))?.size;

/** Puts on the disk what a folder says of its files: a name is safe from a loss of power only then. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that only we may enter; the one around it must be there. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await syncFolder(dirname(folder));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}
