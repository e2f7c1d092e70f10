import { randomUUID } from 'node:crypto';
import type { Writing } from '../../db/transaction.ts';
import { sendJob } from '../../jobs/queries/jobs.ts';
import { objectKey } from '../../storage/keys.ts';
import type { Storage } from '../../storage/storage.ts';
import { lockContent, markErased, waitingForErasing, waitsForErasing } from './queries/contents.ts';
import { endedWithBytes } from './queries/uploads.ts';
import { asJobs, type EvidenceWork } from './work.ts';

const AT_A_TIME = 20;

async function eraseFromStore(storage: Storage, hex: string, arrivals: readonly string[]): Promise<void> {
  await storage.remove(objectKey(hex));
  for await (const { key } of storage.list(`previews/${hex.slice(0, 2)}/${hex}/`)) await storage.remove(key);
  for (const id of arrivals) await storage.dropArrival(id);
}

export const ERASE = 'evidence.erase';

/** Has what this transaction marks as gone erased right after it, whoever it was that took it away; null: nobody did. */
export const eraseSoon = (db: Writing, by: { readonly account: string | null; readonly membership: string | null } | null): Promise<void> =>
  sendJob(db, { id: randomUUID(), kind: ERASE, account: by?.account ?? null, membership: by?.membership ?? null });

/**
 * Deletes from storage what the database marks as gone: objects, previews, remains of their uploads. It repeats until
 * done: bytes stay marked if a process dies in between. Returns the number of contents.
 */
export async function eraseGone(work: EvidenceWork): Promise<number> {
  const { storage } = work.evidence;
  let erased = 0;
  for (;;) {
    const hashes = await asJobs(work, (db) => waitingForErasing(db, AT_A_TIME));
    if (hashes.length === 0) return erased;
    for (const sha256 of hashes)
      await asJobs(work, async (db) => {
        await lockContent(db, sha256);
        if (!(await waitsForErasing(db, sha256))) return;
        await eraseFromStore(storage, sha256.toString('hex'), await endedWithBytes(db, sha256));
        await markErased(db, sha256, work.clock.now());
        erased += 1;
      });
  }
}
