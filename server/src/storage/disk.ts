import { constants, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCode } from '../postgres/is-code.ts';
import { StorageDown, StorageFull } from './storage-faults.ts';

// EFBIG: the process may not write files of that size.
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
// ENOENT and ENOTDIR: a folder is gone, as after an unmount; for files that may be missing, use sizeOf.
const DOWN = ['EROFS', 'EIO', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'ETIMEDOUT', 'EHOSTDOWN', 'EMFILE', 'ENFILE'];

/** Works on files; system errors become StorageFull or StorageDown. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, ...FULL)) throw new StorageFull(error);
    if (isCode(error, ...DOWN)) throw new StorageDown(error);
    throw error;
  }
}

/** The result of the work, or undefined if the file does not exist. */
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

/** Flushes a folder: only then does a new name survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder only for this user; its parent must exist. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await syncFolder(dirname(folder));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}
