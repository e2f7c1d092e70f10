import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { limitStrangers } from './session-limiter.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL's `date` stays text: a day has no time zone. */
const DATE = 1082;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')),
};

/** Milliseconds that a request waits for a connection, even if the database hangs, before it is told to retry. */
const LONGEST_WAIT = 15_000;

/** Pools behind a PgBouncer without prepared statements (before 1.21, in transaction mode). */
const withoutNames = new WeakSet<pg.Pool>();

/** Milliseconds for which a request waits for the answer of a database that may be gone without a word; what is slow and alive is cut off by the database before that. */
const LONGEST_SILENCE = 45_000;

export interface PoolOptions {
  readonly prepared?: boolean;
  /** Milliseconds. */
  readonly longestSilence?: number | undefined;
  /** Whether all who have not signed in may have half of it at most, together: where it serves those who have besides. */
  readonly sharedWithStrangers?: boolean;
}

/**
 * A connection pool under one role. Repeated statements are prepared, which halves the database's work per request;
 * `prepared` is false behind an old PgBouncer.
 */
export function connectPool(url: string, size: number, { prepared = true, longestSilence, sharedWithStrangers = false }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: types as never,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: LONGEST_WAIT,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(longestSilence === undefined ? {} : { query_timeout: longestSilence }),
    application_name: 'parindex',
  });
  // A broken connection is replaced by the next request; without a listener the error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  if (!prepared) withoutNames.add(pool);
  if (sharedWithStrangers) limitStrangers(pool);
  return pool;
}

/** The pool that serves requests. */
export const connectServing = (url: string, size: number, options: PoolOptions = {}): pg.Pool =>
  connectPool(url, size, { longestSilence: LONGEST_SILENCE, ...options });

/** Whether an error is pg's word that no answer came in time: then nobody knows what became of the statement. */
export const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout';

/** Limits on prepared statements: lists of different lengths produce a text each. */
const MOST_NAMES = 400;
const LONGEST_NAMED = 10_000;
/** undefined: seen once. A statement is prepared when it is seen again. */
const names = new Map<string, string | undefined>();

function nameOf(text: string): string | undefined {
  if (names.has(text)) {
    const name = names.get(text) ?? `parindex_${[...names.keys()].indexOf(text)}`;
    names.set(text, name);
    return name;
  }
  if (names.size < MOST_NAMES && text.length <= LONGEST_NAMED) names.set(text, undefined);
  return undefined;
}

/** Kysely queries over one connection that is already in a transaction. */
export function queriesOver(client: pg.PoolClient, pool?: pg.Pool): Kysely<Tables> {
  const named = pool !== undefined && !withoutNames.has(pool);
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const name = named ? nameOf(sql) : undefined;
      const result = await client.query({ text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) });
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery: () => {
      throw new Error('queries of a request are not streamed');
    },
  };
  const nothing = async () => {};
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: async () => connection,
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}
