import { sql } from 'kysely';
import { LOCKS } from '../../db/locks.ts';
import type { Reading, Writing } from '../../db/transaction.ts';

/** Takes the sealing until the transaction ends; false where another is at it. */
export async function claimSealing(db: Writing): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`SELECT pg_try_advisory_xact_lock(${sql.lit(LOCKS.sealing)}) AS claimed`.execute(db);
  return rows[0]?.claimed === true;
}

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

/** Where the sealing starts before the first block: no transaction is older. */
export const FIRST_HORIZON = '0';

export interface UnsealedRow {
  readonly n: string;
  readonly xid: string;
  readonly hash: Buffer;
  /** The oldest transaction that ran when this was asked: all older ones have ended, and no row of theirs can still come. */
  readonly horizon: string;
}

/**
 * Audit rows of transactions from `since` on that have all ended, the oldest transactions first; judged by the one
 * snapshot that also shows the rows.
 */
export async function findUnsealed(db: Reading, since: string, most: number): Promise<UnsealedRow[]> {
  const { rows } = await sql<UnsealedRow>`
    SELECT n, xid, hash, pg_snapshot_xmin(pg_current_snapshot()) AS horizon FROM audit
    WHERE xid >= ${since}::xid8 AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid LIMIT ${most}`.execute(db);
  return rows;
}

/** All audit rows of one transaction that has ended. */
export async function findRowsOfTransaction(db: Reading, xid: string): Promise<UnsealedRow[]> {
  const { rows } = await sql<UnsealedRow>`SELECT n, xid, hash, xid AS horizon FROM audit WHERE xid = ${xid}::xid8`.execute(db);
  return rows;
}

/** How many audit rows are in no block yet. */
export async function countUnsealed(db: Reading): Promise<number> {
  const { rows } = await sql<{ unsealed: string }>`
    SELECT count(*) AS unsealed FROM audit WHERE xid >= coalesce((SELECT horizon FROM seal ORDER BY number DESC LIMIT 1), ${FIRST_HORIZON}::xid8)`.execute(db);
  return Number(rows[0]?.unsealed ?? 0);
}
