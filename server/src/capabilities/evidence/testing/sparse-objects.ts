import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { objectKey } from '../../../storage/keys.ts';

export interface SparseObject {
  readonly sha256: Buffer;
  readonly bytes: number;
}

const PIECE = Buffer.alloc(1024 * 1024);

/** Objects of noughts in a folder store, one of each size: they take no room on the disk, and their hashes are true. Each is hashed on from the one before. */
export async function sparseObjects(folder: string, sizes: readonly number[]): Promise<SparseObject[]> {
  const hash = createHash('sha256');
  let hashed = 0;
  const made: SparseObject[] = [];
  for (const bytes of sizes.toSorted((a, b) => a - b)) {
    for (; hashed < bytes; hashed += Math.min(PIECE.length, bytes - hashed)) hash.update(PIECE.subarray(0, bytes - hashed));
    const sha256 = hash.copy().digest();
    const path = join(folder, ...objectKey(sha256.toString('hex')).split('/'));
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'wx', 0o600);
    await file.truncate(bytes);
    await file.close();
    made.push({ sha256, bytes });
  }
  return made;
}
