import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../open.ts';

/** A data folder of its own that the user of PostgreSQL can walk through. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-postgres-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Opens the cluster of a data folder as the tests do. */
export const openIn = (folder: string, root = process.cwd()) => openEmbedded({ root, folder, real: false, say: () => undefined });

/** The number of the server by its own note. */
export const postmasterPid = (folder: string): number => Number(readFileSync(join(folder, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
