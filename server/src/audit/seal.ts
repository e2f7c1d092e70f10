import type pg from 'pg';
import type { Context } from '../context.ts';
import { inBackgroundOf } from '../db/background.ts';
import type { Reading } from '../db/transaction.ts';
import { repeat } from '../jobs/repeat.ts';
import type { Keys } from '../keys/keys.ts';
import { hashOfBlock, NO_BLOCK, Root } from './hashing.ts';
import {
  beginEpoch,
  claimSealing,
  findLastSeal,
  findMoved,
  findRowsOfTransaction,
  findSealingPlace,
  findUnsealed,
  holdTrail,
  type SealingPlace,
  type UnsealedRow,
} from './queries/seal.ts';
import { signBlock } from './sign-block.ts';

/** Most rows of a block. A transaction is never split; a larger one gets a block of its own. */
const MOST_ROWS = 4_000;

export interface SealedBlock {
  readonly number: number;
  readonly count: number;
  /** Whether it is the first since the trail lies in another cluster. */
  readonly moved?: true;
}

interface Batch {
  readonly rows: readonly UnsealedRow[];
  /** After this batch, rows of all transactions below this one are sealed. */
  readonly horizon: string;
}

/** The rows of the next block: whole transactions, oldest first, as many as fit. */
async function nextBatch(db: Reading, place: SealingPlace, most: number): Promise<Batch | undefined> {
  const found = await findUnsealed(db, place, most + 1);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  if (found.length <= most) return { rows: found, horizon: last.horizon };
  if (first.xid !== last.xid) return { rows: found.filter(({ xid }) => xid !== last.xid), horizon: last.xid };
  return { rows: await findRowsOfTransaction(db, place, first.xid), horizon: String(BigInt(first.xid) + 1n) };
}

/** After a move into another cluster: all that is unsealed, while nobody writes, as its transactions tell no more which came first. */
async function movedBatch(db: Reading, place: SealingPlace): Promise<Batch | undefined> {
  const rows = await findMoved(db, place);
  const [first] = rows;
  return first && { rows, horizon: first.horizon };
}

const byNumber = (one: UnsealedRow, other: UnsealedRow) => (BigInt(one.n) < BigInt(other.n) ? -1 : 1);

/**
 * Seals rows that can no longer change into one block; runs under parindex_jobs. Undefined if there are none or another
 * process is sealing. Writers are not blocked: a row waits until every transaction of its age has ended. Signed by the newest
 * of the keys; without keys the block has no signature, which a check says.
 */
export async function sealOnce(pool: pg.Pool, moment: Date, most: number = MOST_ROWS, keys?: Keys): Promise<SealedBlock | undefined> {
  return inBackgroundOf(pool, async (db) => {
    if (!(await claimSealing(db))) return undefined;
    const place = await findSealingPlace(db);
    if (place.moved) await holdTrail(db);
    const before = await findLastSeal(db);
    const batch = await (place.moved ? movedBatch(db, place) : nextBatch(db, place, most));
    if (place.moved || place.epoch === 0) await beginEpoch(db, place, (before?.number ?? 0) + (batch ? 1 : 0), moment);
    if (!batch) return undefined;
    const rows = batch.rows.toSorted(byNumber);
    const root = new Root();
    for (const { n, hash } of rows) root.add(n, hash);
    const block = {
      number: (before?.number ?? 0) + 1,
      count: rows.length,
      total: String(BigInt(before?.total ?? 0) + BigInt(rows.length)),
      sealedAt: moment,
      root: root.end(),
      previous: before?.hash ?? NO_BLOCK,
    };
    const hash = hashOfBlock(block);
    // Read while the lock is held: a rotation takes it too, so that no block after it has the old key.
    const signed = keys && signBlock(keys, { ...block, hash });
    await db
      .insertInto('seal')
      .values({
        number: block.number,
        first: rows[0]?.n as string,
        last: rows.at(-1)?.n as string,
        count: block.count,
        total: block.total,
        rows: rows.map(({ n }) => n),
        root: block.root,
        previous: block.previous,
        hash,
        sealed_at: moment,
        horizon: batch.horizon,
        key_id: signed?.key ?? null,
        signature: signed?.signature ?? null,
      })
      .execute();
    return { number: block.number, count: block.count, ...(place.moved ? { moved: true } : {}) };
  });
}

const BETWEEN_MS = 1_000;
const AFTER_FAILURE_MS = 10_000;

/**
 * Seals about once a second while the process runs; `pool` is under parindex_jobs. Any number of processes may run this.
 * Returns a function that stops it and resolves when the current block is done.
 */
export const startSealer = ({ pool, clock, log, keys }: Pick<Context, 'pool' | 'clock' | 'log' | 'keys'>): (() => Promise<void>) =>
  repeat({
    work: async () => {
      const block = await sealOnce(pool, clock.now(), MOST_ROWS, keys);
      if (block?.moved) log(`the trail lies in another PostgreSQL than before: block ${block.number} seals the ${block.count} rows that waited`);
      return block !== undefined;
    },
    betweenMs: BETWEEN_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => log('sealing', error),
  });
