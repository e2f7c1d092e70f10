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
import type { Tables } from './tables.ts';

/** PostgreSQL's `date`: a day has no zone, so it stays the text that it is. */
const DATE = 1082;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')),
};

/** Milliseconds that a request waits for a connection, to a database that hangs too, before it is told to come again. */
const LONGEST_WAIT = 15_000;

/** Pools behind a PgBouncer that does not know prepared statements (before 1.21, in transaction mode). */
const withoutNames = new WeakSet<pg.Pool>();

/**
 * A pool of connections under one role. Statements that come again are prepared, which halves what a request costs the
 * database; `prepared` false is for an old PgBouncer.
 */
export function connectPool(url: string, size: number, prepared = true): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: types as never,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: LONGEST_WAIT,
    application_name: 'parindex',
  });
  // A connection that breaks, idle or at work, is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  if (!prepared) withoutNames.add(pool);
  return pool;
}

/** Most statements that are prepared, and the longest: lists of every length make a text each. */
const MOST_NAMES = 400;
const LONGEST_NAMED = 10_000;
/** undefined: seen once. A statement that comes again is worth a name. */
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

/** Queries in Kysely over one connection that is already in a transaction. */
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
