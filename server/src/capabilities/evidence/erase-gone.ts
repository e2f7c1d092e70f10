import { randomUUID } from 'node:crypto';
import type { Writing } from '../../db/transaction.ts';
import { sendJob } from '../../jobs/queries/jobs.ts';
import { objectKey } from '../../storage/keys.ts';
import type { Storage } from '../../storage/storage.ts';
import { StorageDown } from '../../storage/storage-faults.ts';
import { claimErasing, endErasing, lockContent, waitingForErasing } from './queries/contents.ts';
import { endedWithBytes } from './queries/uploads.ts';
import { asJobs, type EvidenceWork } from './work.ts';

const AT_A_TIME = 20;

/** Seconds for which bytes are held while they are erased, and milliseconds after which no further deletion is begun: one may be long on its way. */
const HELD_SECONDS = 600;
const LONGEST_ERASING = 300_000;

async function eraseFromStore(storage: Storage, hex: string, arrivals: readonly string[], over: number): Promise<void> {
  const inTime = <T>(work: () => Promise<T>): Promise<T> => {
    if (performance.now() > over) throw new StorageDown(new Error('erasing takes too long'));
    return work();
  };
  await inTime(() => storage.remove(objectKey(hex)));
  for await (const { key } of storage.list(`previews/${hex.slice(0, 2)}/${hex}/`)) await inTime(() => storage.remove(key));
  for (const id of arrivals) await inTime(() => storage.dropArrival(id));
}

export const ERASE = 'evidence.erase';

/** Has what this transaction marks as gone erased right after it, whoever it was that took it away; null: nobody did. */
export const eraseSoon = (db: Writing, by: { readonly account: string | null; readonly membership: string | null } | null): Promise<void> =>
  sendJob(db, { id: randomUUID(), kind: ERASE, account: by?.account ?? null, membership: by?.membership ?? null });

/**
 * Deletes from storage what the database marks as gone: objects, previews, remains of their uploads. It repeats until
 * done: bytes stay marked if a process dies in between. Storage is asked outside any transaction; meanwhile the bytes are
 * held, so that nobody brings them back. Returns the number of contents.
 */
export async function eraseGone(work: EvidenceWork): Promise<number> {
  let erased = 0;
  for (;;) {
    const hashes = await asJobs(work, (db) => waitingForErasing(db, AT_A_TIME));
    if (hashes.length === 0) return erased;
    for (const sha256 of hashes) erased += Number(await erase(work, sha256));
  }
}

async function erase(work: EvidenceWork, sha256: Buffer): Promise<boolean> {
  const by = randomUUID();
  const over = performance.now() + LONGEST_ERASING;
  const arrivals = await asJobs(work, async (db) => {
    await lockContent(db, sha256);
    return (await claimErasing(db, sha256, by, HELD_SECONDS)) ? endedWithBytes(db, sha256) : undefined;
  });
  if (!arrivals) return false;
  try {
    await eraseFromStore(work.evidence.storage, sha256.toString('hex'), arrivals, over);
  } catch (error) {
    await asJobs(work, (db) => endErasing(db, sha256, by)).catch(() => {});
    throw error;
  }
  await asJobs(work, (db) => endErasing(db, sha256, by, work.clock.now()));
  return true;
}
