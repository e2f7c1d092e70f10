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

/** A pool of connections under one role. */
export function connectPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, types: types as never, idleTimeoutMillis: 30_000, application_name: 'parindex' });
  // A connection that breaks while idle is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** Queries in Kysely over one connection that is already in a transaction. */
export function queriesOver(client: pg.PoolClient): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query(sql, [...parameters]);
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
