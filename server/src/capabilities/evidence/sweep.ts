import { hashOfKey } from '../../storage/keys.ts';
import type { Arrival } from '../../storage/storage.ts';
import { eraseGone } from './erase-gone.ts';
import { findContent, isContentNeeded, lockContent, markLeftBehind } from './queries/contents.ts';
import { listReceiving, moveUpload, needArrivals, overAmong } from './queries/uploads.ts';
import { recordStored } from './record-stored.ts';
import { asJobs, type EvidenceWork } from './work.ts';

/** Unreferenced bytes are left alone for this long: a row may be about to refer to them. */
const GRACE_MS = 24 * 60 * 60_000;
const AT_A_TIME = 500;

export interface Swept {
  /** Uploads found complete though nobody had said so; and those given up. */
  readonly received: number;
  readonly givenUp: number;
  readonly arrivals: number;
  readonly objects: number;
  /** Contents marked as gone that had not been deleted from storage yet. */
  readonly erased: number;
}

/** Marks complete uploads as complete, and gives up expired ones. */
async function sweepUploads(work: EvidenceWork): Promise<Pick<Swept, 'received' | 'givenUp'>> {
  const { storage } = work.evidence;
  const now = work.clock.now();
  let [received, givenUp] = [0, 0];
  for (const { id, bytes, until } of await asJobs(work, listReceiving)) {
    const there = await storage.arrivals.getUpload(id).catch((error: { status_code?: number }) => {
      // Nothing arrived. Any other error is storage's and says nothing about the upload.
      if (error.status_code === 404) return undefined;
      throw error;
    });
    if (there?.offset === bytes) received += Number(await asJobs(work, (db) => moveUpload(db, id, 'receiving', 'received', now)));
    else if (until < now) givenUp += Number(await asJobs(work, (db) => moveUpload(db, id, 'receiving', 'cancelled', now)));
  }
  return { received, givenUp };
}

/** Bytes that arrived for a finished upload, or for none. */
async function sweepArrivals(work: EvidenceWork, before: Date): Promise<number> {
  const { storage } = work.evidence;
  let swept = 0;
  const drop = async (arrivals: Arrival[]) => {
    const ids = arrivals.map(({ id }) => id);
    const [needed, over] = await asJobs(work, async (db) => [await needArrivals(db, ids), await overAmong(db, ids)]);
    for (const { id, at } of arrivals) {
      // A finished upload gets no more bytes; one without a row may be about to get it.
      if (needed.has(id) || (at > before && !over.has(id))) continue;
      await storage.dropArrival(id);
      swept += 1;
    }
  };
  const arrivals: Arrival[] = [];
  for await (const arrival of storage.listArrivals()) {
    arrivals.push(arrival);
    if (arrivals.length >= AT_A_TIME) await drop(arrivals.splice(0));
  }
  await drop(arrivals);
  return swept;
}

/** Objects, and what was derived from them, that no version holds and no upload is about to use: marked as gone, and erased as such. */
async function sweepObjects(work: EvidenceWork, before: Date): Promise<number> {
  const { storage } = work.evidence;
  for (const prefix of ['objects/', 'previews/'])
    for await (const { key, at, bytes } of storage.list(prefix)) {
      const hash = hashOfKey(key);
      if (at > before || hash === undefined) continue;
      const sha256 = Buffer.from(hash, 'hex');
      await asJobs(work, async (db) => {
        await lockContent(db, sha256);
        if (await isContentNeeded(db, sha256)) return;
        const before = await findContent(db, sha256);
        await markLeftBehind(db, sha256, bytes, work.clock.now());
        if (before?.goneFor === null) await recordStored(work, db, sha256);
      });
    }
  return eraseGone(work);
}

/**
 * Finds what dead processes and departed users left behind. What the database marks as gone is deleted at once,
 * everything else after a grace period.
 */
export async function sweep(work: EvidenceWork, graceMs: number = GRACE_MS): Promise<Swept> {
  const before = new Date(work.clock.now().getTime() - graceMs);
  return {
    erased: await eraseGone(work),
    ...(await sweepUploads(work)),
    arrivals: await sweepArrivals(work, before),
    objects: await sweepObjects(work, before),
  };
}
