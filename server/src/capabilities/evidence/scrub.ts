import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { objectKey } from '../../storage/keys.ts';
import type { Storage } from '../../storage/storage.ts';
import { NoSuchObject } from '../../storage/storage-faults.ts';
import { type ContentRow, leastRecentlyChecked, markChecked } from './queries/contents.ts';
import { asJobs, type EvidenceWork } from './work.ts';

/** The outcome of rereading a stored content. */
export type Check = 'whole' | 'missing' | 'changed';

/** Rereads stored bytes and compares hash and size. Also returns how many were read. */
export async function checkContent(storage: Storage, { sha256, bytes }: Pick<ContentRow, 'sha256' | 'bytes'>): Promise<{ found: Check; read: number }> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    await pipeline(await storage.read(objectKey(sha256.toString('hex'))), async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        hash.update(piece);
        read += piece.length;
      }
    });
  } catch (error) {
    if (error instanceof NoSuchObject) return { found: 'missing', read };
    // If storage itself answers, these bytes are unreadable.
    await storage.probe();
    return { found: 'changed', read };
  }
  return { found: read === bytes && hash.digest().equals(sha256) ? 'whole' : 'changed', read };
}

/** Each content is reread about this often. */
const EVERY_MS = 30 * 24 * 60 * 60_000;
const AT_A_TIME = 20;

export interface Scrubbed {
  readonly objects: number;
  readonly bytes: number;
  /** Hex hashes of contents that are not intact. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Rereads contents last read before a moment, longest unread first; each is recorded when done, so that an interrupted
 * scrub continues where it was.
 */
export async function scrub(work: EvidenceWork, before: Date, most: number, progress: (done: Scrubbed) => void = () => {}): Promise<Scrubbed> {
  let done: Scrubbed = { objects: 0, bytes: 0, missing: [], changed: [] };
  while (done.objects < most) {
    const contents = await asJobs(work, (db) => leastRecentlyChecked(db, before, Math.min(AT_A_TIME, most - done.objects)));
    if (contents.length === 0) break;
    for (const content of contents) {
      const { found, read } = await checkContent(work.evidence.storage, content);
      await asJobs(work, (db) => markChecked(db, content.sha256, found, work.clock.now()));
      const hex = content.sha256.toString('hex');
      done = {
        objects: done.objects + 1,
        bytes: done.bytes + read,
        missing: found === 'missing' ? [...done.missing, hex] : done.missing,
        changed: found === 'changed' ? [...done.changed, hex] : done.changed,
      };
      if (found !== 'whole') work.log(`evidence ${hex} is ${found}`);
      progress(done);
    }
  }
  return done;
}

/** Rereads a few due contents; returns whether there were any. */
export async function scrubSome(work: EvidenceWork, progress: (done: number) => Promise<void>): Promise<boolean> {
  const before = new Date(work.clock.now().getTime() - EVERY_MS);
  const { objects } = await scrub(work, before, AT_A_TIME, ({ objects: done }) => void progress(done).catch(() => {}));
  return objects > 0;
}
