import type { Membership } from '@parindex/core/rights/index';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { isSilence, queriesOver } from './connect.ts';
import type { Tables } from './tables.ts';

/** Read-only queries, the type of everything that only shows data. Such a request's transaction is read-only too. */
export type Reading = Pick<Kysely<Tables>, 'selectFrom' | 'getExecutor' | 'fn'>;
/** Queries in a transaction that may write. */
export type Writing = Kysely<Tables>;

/** The caller of a request, as the database found it. */
export interface FoundCaller {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  /** False while the second factor is missing: then the transaction acts for nobody. */
  readonly complete: boolean;
  /** Of a personal token; null for a session. */
  readonly scopes: readonly string[] | null;
  readonly memberships: readonly Membership[];
}

export interface Credentials {
  /** Hex of a SHA-256. */
  readonly session?: string | undefined;
  readonly token?: string | undefined;
}

/** No connection, or a broken one, so that the outcome is unknown. pg reports much of this only as text; here it gets PostgreSQL's code. */
class ConnectionLost extends Error {
  readonly code = '08006';
  constructor(cause: unknown) {
    super('no connection to the database', { cause });
  }
}

/** "cached plan must not change result type". */
const STALE_PLAN = '0A000';

const hex = (hash: string | undefined) => (hash === undefined ? 'NULL' : `'\\x${/^[0-9a-f]{64}$/.exec(hash)?.[0] ?? ''}'::bytea`);

/** Runs work in a transaction that `begin` has begun; commits if it returns, rolls back if it throws. */
async function transaction<T>(
  pool: pg.Pool,
  begin: (client: pg.PoolClient) => Promise<FoundCaller | null>,
  work: (db: Writing, caller: FoundCaller | null) => Promise<T>,
) {
  const client = await pool.connect().catch((error) => {
    throw new ConnectionLost(error);
  });
  let broken: Error | undefined;
  try {
    const caller = await begin(client);
    const result = await work(queriesOver(client, pool), caller);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    if (isSilence(error)) {
      broken = error as Error;
      throw new ConnectionLost(error);
    }
    // A connection that cannot be rolled back is discarded: the next request must not inherit its state.
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    if (broken) throw new ConnectionLost(error);
    // After a migration, this connection's prepared statements no longer match the tables.
    if (error instanceof pg.DatabaseError && error.code === STALE_PLAN) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}

const findingCaller = ({ session, token }: Credentials, moment: Date) =>
  `SELECT app.begin_request(${hex(session)}, ${hex(token)}, '${moment.toISOString()}') AS caller`;

/** The callers of many credentials at a moment, in one query; nothing is read or done in their name. */
export async function findCallers(pool: pg.Pool, credentials: readonly Credentials[], moment: Date): Promise<(FoundCaller | null)[]> {
  if (credentials.length === 0) return [];
  const statements = ['BEGIN', ...credentials.map((one) => findingCaller(one, moment)), 'COMMIT'].join('; ');
  const answers = (await pool.query(statements).catch((error: unknown) => {
    throw new ConnectionLost(error);
  })) as unknown as { rows: { caller: FoundCaller | null }[] }[];
  return answers.slice(1, -1).map(({ rows }) => rows[0]?.caller ?? null);
}

/**
 * What the database ends by itself, so that a server that vanished without a word holds no lock and no slow statement holds
 * a connection; in milliseconds. An operator's own settings stay.
 */
const LIMITS = { statement_timeout: 30_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000 } as const;

const LIMITING = `SELECT ${Object.entries(LIMITS)
  .map(([setting, most]) => `CASE current_setting('${setting}') WHEN '0' THEN set_config('${setting}', '${most}', true) END`)
  .join(', ')}`;

/** One request, one transaction, one commit: it begins by setting who asks and when, so that row security judges every query. */
export const inTransaction = <T>(
  pool: pg.Pool,
  { session, token }: Credentials,
  moment: Date,
  writes: boolean,
  work: (db: Writing, caller: FoundCaller | null) => Promise<T>,
): Promise<T> =>
  transaction(
    pool,
    async (client) => {
      const begin = `BEGIN; ${LIMITING}; ${findingCaller({ session, token }, moment)}${writes ? '' : '; SET TRANSACTION READ ONLY'}`;
      const answers = (await client.query(begin)) as unknown as { rows: { caller: FoundCaller | null }[] }[];
      return answers[2]?.rows[0]?.caller ?? null;
    },
    work,
  );

/** Work in the name of an account outside any request, to fill a sandbox. Row security applies as usual. */
export const inTransactionAs = <T>(pool: pg.Pool, account: string, moment: Date, work: (db: Writing) => Promise<T>): Promise<T> =>
  transaction(
    pool,
    async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT app.act_as($1, $2)', [account, moment]);
      return null;
    },
    work,
  );
