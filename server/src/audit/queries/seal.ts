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
  /** The key that signed it; null of the time before. */
  readonly key: string | null;
  readonly signature: Buffer | null;
}

/** The newest block; undefined before the first. */
export async function findLastSeal(db: Reading): Promise<LastSeal | undefined> {
  return db
    .selectFrom('seal')
    .select(['number', 'hash', 'total', 'horizon', 'sealed_at as sealedAt', 'key_id as key', 'signature'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** From where on rows of the trail are in no block yet. */
export interface SealingPlace {
  /** Rows of older transactions are all sealed. */
  readonly horizon: string;
  /** As are rows up to this number. */
  readonly afterN: string;
  /** Counts the clusters in which the trail was sealed; 0 before the first. */
  readonly epoch: number;
  /** Whether the trail lies in another cluster than when it was sealed last: its transaction ids tell nothing here. */
  readonly moved: boolean;
}

export async function findSealingPlace(db: Reading): Promise<SealingPlace> {
  const { rows } = await sql<SealingPlace>`SELECT horizon::text, after_n::text AS "afterN", epoch, moved FROM app.sealing_place()`.execute(db);
  return rows[0] as SealingPlace;
}

export interface UnsealedRow {
  readonly n: string;
  readonly xid: string;
  readonly hash: Buffer;
  /** The oldest transaction still running: all older ones have ended, so none of their rows can still appear. */
  readonly horizon: string;
}

const OLDEST_RUNNING = sql<string>`pg_snapshot_xmin(pg_current_snapshot())`;

/** Unsealed rows of transactions that have all ended, oldest transactions first, judged by the same snapshot that reads the rows. */
export const findUnsealed = (db: Reading, place: SealingPlace, most: number): Promise<UnsealedRow[]> =>
  unsealed(db, place)
    .select(['n', 'xid', 'hash', OLDEST_RUNNING.as('horizon')])
    .where('xid', '<', OLDEST_RUNNING)
    .orderBy('xid')
    .limit(most)
    .execute();

/** All unsealed rows after a move, and which transactions of this cluster have ended; nobody may be writing. */
export const findMoved = (db: Reading, place: SealingPlace): Promise<UnsealedRow[]> =>
  unsealed(db, place)
    .select(['n', 'xid', 'hash', OLDEST_RUNNING.as('horizon')])
    .orderBy('n')
    .execute();

/** Lets nobody write into the trail until the transaction ends. */
export const holdTrail = (db: Writing): Promise<unknown> => sql`SELECT app.hold_trail()`.execute(db);

/** Records in which cluster the trail is sealed from here on. */
export async function beginEpoch(db: Writing, { epoch, moved }: SealingPlace, afterBlock: number, moment: Date): Promise<void> {
  const { rows } = await sql<{ cluster: string | null; last: string; horizon: string }>`
    SELECT app.cluster() AS cluster, (SELECT coalesce(max(n), 0) FROM audit) AS last, ${OLDEST_RUNNING} AS horizon`.execute(db);
  const [here] = rows;
  if (!here) return;
  await db
    .insertInto('seal_epoch')
    .values({
      number: epoch + 1,
      cluster: here.cluster,
      // In the first one all that was sealed was sealed here.
      after_n: moved ? here.last : '0',
      after_block: moved ? afterBlock : 0,
      horizon: moved ? here.horizon : '0',
      begun_at: moment,
    })
    .execute();
}

/** All unsealed rows of one transaction that has ended. */
export const findRowsOfTransaction = (db: Reading, place: SealingPlace, xid: string): Promise<UnsealedRow[]> =>
  unsealed(db, place).select(['n', 'xid', 'hash', 'xid as horizon']).where('xid', '=', xid).execute();

/** How many audit rows are in no block yet. */
export async function countUnsealed(db: Reading): Promise<number> {
  const { rows } = await unsealed(db, await findSealingPlace(db))
    .select(count().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

/** After a move: what no block holds, of old transactions that none had reached, or written since. */
const IN_NO_BLOCK = sql<boolean>`NOT EXISTS (SELECT FROM seal s WHERE audit.n BETWEEN s.first AND s.last AND audit.n = ANY (s.rows))
  AND (audit.xid >= (SELECT horizon FROM app.sealing_place()) OR audit.n > (SELECT coalesce(max(s.last), 0) FROM seal s))`;

/** Rows that are in no block yet. Nearly all have a number above the place: by the index on numbers, PostgreSQL would read the whole trail every few seconds. */
export const unsealed = (db: Reading, { moved, horizon, afterN }: SealingPlace) => {
  const rows = db.selectFrom('audit');
  return moved ? rows.where(IN_NO_BLOCK) : rows.where('xid', '>=', horizon).where(sql<boolean>`audit.n + 0 > ${afterN}::bigint`);
};
