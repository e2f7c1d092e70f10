import type { Membership } from '@parindex/core/rights/index';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { isSilence, queriesOver } from './connect.ts';
import { inTurn, recognize } from './session-limiter.ts';
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
  /** When the person of a session last proved who they are; null for a token. */
  readonly confirmedAt: string | null;
  /** Of a personal token; null for a session. */
  readonly scopes: readonly string[] | null;
  readonly memberships: readonly Membership[];
}

export interface Credentials {
  /** Hex of a SHA-256. */
  readonly session?: string | undefined;
  readonly token?: string | undefined;
  /** Asked by an open page that nobody has touched for a while: no use of the session. */
  readonly unattended?: boolean;
}

/** What the database's clock said as a transaction began, and by the process's steady clock between which milliseconds. */
export interface DatabaseClock {
  readonly at: Date;
  readonly asked: number;
  readonly heard: number;
}

interface Begun {
  readonly caller: FoundCaller | null;
  readonly clock: DatabaseClock | undefined;
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

/** Runs work in a transaction that `begin` has begun; commits if it returns, rolls back if it throws. */
async function transaction<T>(
  pool: pg.Pool,
  begin: (db: Writing, client: pg.PoolClient) => Promise<Begun>,
  work: (db: Writing, caller: FoundCaller | null, clock: DatabaseClock | undefined) => Promise<T>,
) {
  const client = await pool.connect().catch((error) => {
    throw new ConnectionLost(error);
  });
  let broken: Error | undefined;
  try {
    const db = queriesOver(client, pool);
    const { caller, clock } = await begin(db, client);
    const result = await work(db, caller, clock);
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

const bytes = (hash: string | undefined) => (hash === undefined ? null : Buffer.from(hash, 'hex'));

/** The callers of many credentials at a moment, in one query; nothing is read or done in their name, and it is no use of their sessions. */
export async function findCallers(pool: pg.Pool, credentials: readonly Credentials[], moment: Date): Promise<(FoundCaller | null)[]> {
  if (credentials.length === 0) return [];
  const found = await pool
    .query<{ caller: FoundCaller | null }>(
      `SELECT app.begin_request(c.session, c.token, $3, false, true) AS caller
       FROM unnest($1::bytea[], $2::bytea[]) WITH ORDINALITY AS c (session, token, number) ORDER BY c.number`,
      [credentials.map(({ session }) => bytes(session)), credentials.map(({ token }) => bytes(token)), moment],
    )
    .catch((error: unknown) => {
      throw new ConnectionLost(error);
    });
  return found.rows.map(({ caller }) => caller);
}

/** Work in the turn of whoever holds the credentials; `met` is told whom the database found behind them. */
function inTurnOf<T>(pool: pg.Pool, { session, token }: Credentials, work: (met: (caller: FoundCaller | null) => void) => Promise<T>): Promise<T> {
  const key = session ?? token;
  return inTurn(pool, key, () =>
    work((caller) => {
      if (caller && key !== undefined) recognize(pool, key);
    }),
  );
}

/** The caller of one request, in their turn, before anything is done in their name. */
export const findCaller = (pool: pg.Pool, credentials: Credentials, moment: Date): Promise<FoundCaller | null> =>
  inTurnOf(pool, credentials, async (met) => {
    const [caller = null] = await findCallers(pool, [credentials], moment);
    met(caller);
    return caller;
  });

/** Of sessions and tokens, those that let nobody in any more. */
export async function findEndedEntrances(pool: pg.Pool, ids: readonly string[], moment: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ ended: string[] }>('SELECT app.entrances_ended($1::uuid[], $2) AS ended', [ids, moment]);
  return rows[0]?.ended ?? [];
}

type InTransaction = <T>(
  pool: pg.Pool,
  credentials: Credentials,
  moment: Date,
  writes: boolean,
  work: (db: Writing, caller: FoundCaller | null, clock: DatabaseClock | undefined) => Promise<T>,
) => Promise<T>;

const beginning =
  (unattended: boolean): InTransaction =>
  (pool, { session, token, unattended: untouched = false }, moment, writes, work) =>
    transaction(
      pool,
      async (db, client) => {
        await client.query('BEGIN');
        // As parameters: the text of a statement is shown to whoever else is signed on under the same role.
        const asked = performance.now();
        const { rows } = await sql<{ caller: FoundCaller | null; at: Date }>`
          SELECT app.begin_request(${bytes(session)}, ${bytes(token)}, ${moment}, ${!writes}, ${unattended || untouched}) AS caller, clock_timestamp() AS at`.execute(
          db,
        );
        const [found] = rows;
        return { caller: found?.caller ?? null, clock: found && { at: found.at, asked, heard: performance.now() } };
      },
      work,
    );

/**
 * What a server asks by itself in somebody's name, for as long as their credentials let them in: no use of a session, and not
 * in the turn of whoever holds the credentials, as what is read for many must not wait behind that person's own requests.
 */
export const inTransactionUnattended = beginning(true);

const attended = beginning(false);

/** One request, one transaction, one commit: it begins by setting who asks and when, so that row security judges every query. */
export const inTransaction: InTransaction = (pool, credentials, moment, writes, work) =>
  inTurnOf(pool, credentials, (met) =>
    attended(pool, credentials, moment, writes, (db, caller, clock) => {
      met(caller);
      return work(db, caller, clock);
    }),
  );

/** The pools of a process that serves: under parindex_app, and under parindex_sign_on, which says who somebody is. */
export interface ServingPools {
  readonly pool: pg.Pool;
  readonly signOn: pg.Pool;
}

/** Work in the name of an account without a secret of theirs: the watched folder, what fills a sandbox. Sign-on vouches for it; row security judges it like any other. */
export const inTransactionAs = <T>({ pool, signOn }: ServingPools, account: string, moment: Date, work: (db: Writing) => Promise<T>): Promise<T> =>
  transaction(
    pool,
    async (_, client) => {
      const { rows } = await signOn.query<{ word: string }>('SELECT app.vouch_for($1) AS word', [account]);
      await client.query('BEGIN');
      await client.query('SELECT app.begin_vouched($1, $2)', [rows[0]?.word, moment]);
      return { caller: null, clock: undefined };
    },
    work,
  );
