import type pg from 'pg';
import type { Context } from '../context.ts';
import { inBackground } from '../db/background.ts';
import type { Reading } from '../db/transaction.ts';
import { repeat } from '../jobs/repeat.ts';
import { hashOfBlock, NO_BLOCK, Root } from './hashing.ts';
import { claimSealing, FIRST_HORIZON, findLastSeal, findRowsOfTransaction, findUnsealed, type UnsealedRow } from './queries/seal.ts';

/** Most rows of a block. A transaction is never split; a larger one gets a block of its own. */
const MOST_ROWS = 4_000;

export interface SealedBlock {
  readonly number: number;
  readonly count: number;
}

interface Batch {
  readonly rows: readonly UnsealedRow[];
  /** After this batch, rows of all transactions below this one are sealed. */
  readonly horizon: string;
}

/** The rows of the next block: whole transactions, oldest first, as many as fit. */
async function nextBatch(db: Reading, since: string, most: number): Promise<Batch | undefined> {
  const found = await findUnsealed(db, since, most + 1);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  if (found.length <= most) return { rows: found, horizon: last.horizon };
  if (first.xid !== last.xid) return { rows: found.filter(({ xid }) => xid !== last.xid), horizon: last.xid };
  return { rows: await findRowsOfTransaction(db, first.xid), horizon: String(BigInt(first.xid) + 1n) };
}

const byNumber = (one: UnsealedRow, other: UnsealedRow) => (BigInt(one.n) < BigInt(other.n) ? -1 : 1);

/**
 * Seals rows that can no longer change into one block; runs under parindex_jobs. Undefined if there are none or another
 * process is sealing. Writers are not blocked: a row waits until every transaction of its age has ended.
 */
export async function sealOnce(pool: pg.Pool, moment: Date, most: number = MOST_ROWS): Promise<SealedBlock | undefined> {
  const client = await pool.connect();
  try {
    return await inBackground(client, 'BEGIN', async (db) => {
      if (!(await claimSealing(db))) return undefined;
      const before = await findLastSeal(db);
      const batch = await nextBatch(db, before?.horizon ?? FIRST_HORIZON, most);
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
          hash: hashOfBlock(block),
          sealed_at: moment,
          horizon: batch.horizon,
        })
        .execute();
      return { number: block.number, count: block.count };
    });
  } finally {
    client.release();
  }
}

const BETWEEN_MS = 1_000;
const AFTER_FAILURE_MS = 10_000;

/**
 * Seals about once a second while the process runs; `pool` is under parindex_jobs. Any number of processes may run this.
 * Returns a function that stops it and resolves when the current block is done.
 */
export const startSealer = ({ pool, clock, log }: Pick<Context, 'pool' | 'clock' | 'log'>): (() => Promise<void>) =>
  repeat({
    work: async () => (await sealOnce(pool, clock.now())) !== undefined,
    betweenMs: BETWEEN_MS,
    afterFailureMs: AFTER_FAILURE_MS,
    onFailure: (error) => log('sealing', error),
  });
