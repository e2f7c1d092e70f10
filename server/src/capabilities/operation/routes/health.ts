import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Context } from '../../../context.ts';

/** Milliseconds that a probe waits for the database. */
const LONGEST_WAIT = 3_000;

/** A process whose clock is further off than this is not ready: deadlines depend on it. */
export const MOST_CLOCK_DRIFT_MS = 250;

/** How far this process's clock is from the database's, in milliseconds, compared at the middle of the round trip. */
export async function clockDrift({ pool, clock }: Pick<Context, 'pool' | 'clock'>): Promise<number> {
  // Measured once there is a connection: waiting for one is no drift.
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await driftOver(client, clock);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function driftOver(client: pg.ClientBase, clock: Context['clock']): Promise<number> {
  const before = clock.now().getTime();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const after = clock.now().getTime();
  return Math.abs((rows[0]?.now.getTime() ?? 0) - (before + after) / 2);
}

/** Whether the process is alive, and whether it is ready for requests: for the load balancer. */
export function serveHealth(app: FastifyInstance, context: Context): void {
  // A connection of its own: people who wait for one are no reason to say that there is no database.
  const pool = new pg.Pool({ ...context.pool.options, max: 1, connectionTimeoutMillis: LONGEST_WAIT, query_timeout: LONGEST_WAIT });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  app.addHook('onClose', () => pool.end());
  app.get('/api/health', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/api/ready', { schema: { hide: true } }, async (_request, reply) => {
    const drift = await clockDrift({ ...context, pool }).catch(() => undefined);
    if (drift === undefined) return reply.code(503).send({ status: 'noDatabase' });
    if (drift > MOST_CLOCK_DRIFT_MS) return reply.code(503).send({ status: 'clockStrays', drift });
    const waiting = context.pool.waitingCount;
    return waiting > 0 ? { status: 'busy', waiting } : { status: 'ready' };
  });
}
