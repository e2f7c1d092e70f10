import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Context } from '../../context.ts';

/** Milliseconds that a probe waits for the database. */
const LONGEST_WAIT = 3_000;

/** A connection of its own for whoever watches: people who wait for one are no reason to say that there is no database. */
export function openProbePool(app: FastifyInstance, context: Context): pg.Pool {
  const pool = new pg.Pool({ ...context.pool.options, max: 1, connectionTimeoutMillis: LONGEST_WAIT, query_timeout: LONGEST_WAIT });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  app.addHook('onClose', () => pool.end());
  return pool;
}
