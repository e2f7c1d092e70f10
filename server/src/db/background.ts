import type { Kysely } from 'kysely';
import pg from 'pg';
import { isSilence, queriesOver } from './connect.ts';
import type { Tables } from './tables.ts';

/** Begins a transaction that reads a consistent snapshot of one moment while people work. */
export const AS_OF_ONE_MOMENT = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL cursor_tuple_fraction = 1;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/** Begins a transaction of the sealer or of a job, which may take its time but holds no lock for long after its host has vanished. */
const BEGIN_WITHIN_LIMITS = 'BEGIN; SELECT app.limit_waiting()';

/** A transaction outside any request: for the sealer, a check, a backup. Rolls back if `work` throws. */
export async function inBackground<T>(client: pg.ClientBase, begin: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work(queriesOver(client as pg.PoolClient));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Over a line that has gone silent it would only wait as long again.
    if (!isSilence(error)) await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** The same over a connection of a pool, which is given up where no answer came. */
export async function inBackgroundOf<T>(pool: pg.Pool, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let silent: Error | undefined;
  try {
    return await inBackground(client, BEGIN_WITHIN_LIMITS, work);
  } catch (error) {
    if (isSilence(error)) silent = error as Error;
    throw error;
  } finally {
    client.release(silent);
  }
}

/** Reads a database by its address, consistent at one moment. */
export async function readOnce<T>(url: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await inBackground(client, AS_OF_ONE_MOMENT, work);
  } finally {
    await client.end();
  }
}
