import { sql } from 'kysely';
import { count } from '../../db/fragments.ts';
import { tryLock } from '../../db/locks.ts';
import type { Reading, Writing } from '../../db/transaction.ts';

/** Takes the sealing lock until the transaction ends; false if another process holds it. */
export const claimSealing = (db: Writing): Promise<boolean> => tryLock(db, 'sealing');

export interface LastSeal {
  readonly number: number;
  readonly hash: Buffer;
  /** Rows sealed so far. */
  readonly total: string;
  readonly horizon: string;
  readonly sealedAt: Date;
}

/** The newest block; undefined before the first. */
export async function findLastSeal(db: Reading): Promise<LastSeal | undefined> {
  return db.selectFrom('seal').select(['number', 'hash', 'total', 'horizon', 'sealed_at as sealedAt']).orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** Where sealing starts when there is no block yet: no transaction is older. */
export const FIRST_HORIZON = '0';

export interface UnsealedRow {
  readonly n: string;
  readonly xid: string;
  readonly hash: Buffer;
  /** The oldest transaction still running: all older ones have ended, so none of their rows can still appear. */
  readonly horizon: string;
}

const OLDEST_RUNNING = sql<string>`pg_snapshot_xmin(pg_current_snapshot())`;

/** Audit rows of transactions from `since` on that have all ended, oldest transactions first, judged by the same snapshot that reads the rows. */
export const findUnsealed = (db: Reading, since: string, most: number): Promise<UnsealedRow[]> =>
  db
    .selectFrom('audit')
    .select(['n', 'xid', 'hash', OLDEST_RUNNING.as('horizon')])
    .where('xid', '>=', since)
    .where('xid', '<', OLDEST_RUNNING)
    .orderBy('xid')
    .limit(most)
    .execute();

/** All audit rows of one transaction that has ended. */
export const findRowsOfTransaction = (db: Reading, xid: string): Promise<UnsealedRow[]> =>
  db.selectFrom('audit').select(['n', 'xid', 'hash', 'xid as horizon']).where('xid', '=', xid).execute();

/** How many audit rows are in no block yet. */
export async function countUnsealed(db: Reading): Promise<number> {
  const { rows } = await unsealed(db).select(count().as('rows')).executeTakeFirstOrThrow();
  return rows;
}

/** Rows that are in no block yet. */
export const unsealed = (db: Reading) =>
  db.selectFrom('audit').where('xid', '>=', sql<string>`coalesce((SELECT horizon FROM seal ORDER BY number DESC LIMIT 1), ${FIRST_HORIZON}::xid8)`);
