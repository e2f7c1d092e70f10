import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Context } from '../../../context.ts';
import { MOST_CLOCK_DRIFT_MS } from '../../../http/clock-drift.ts';
import type { FullStorage } from '../../../http/full-storage.ts';
import { openProbePool } from '../probe-pool.ts';

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

/** With less room than this in its folder the store takes no file any more, or soon will not. */
const LEAST_FREE_BYTES = 16 * 1024 ** 2;
const LONGEST_LOOK = 1_000;

/** Whether the store says that it has no room left; one that does not answer is another matter. */
async function hasNoRoom({ evidence: { storage } }: Context): Promise<boolean> {
  const free = await Promise.race([storage.freeBytes().catch(() => undefined), pause(LONGEST_LOOK, undefined, { ref: false })]);
  return free !== undefined && free < LEAST_FREE_BYTES;
}

/** What does not answer though saving goes on without it: no reason to send people elsewhere. */
function missing({ evidence: { storeState, scannerState } }: Context): { readonly without?: readonly string[] } {
  const without = [storeState.known() === 'down' && 'store', scannerState.known() === 'down' && 'scanner'].filter((name) => name !== false);
  return without.length === 0 ? {} : { without };
}

/** Whether the process is alive, and whether it is ready for requests: for the load balancer. */
export function serveHealth(app: FastifyInstance, context: Context, full: FullStorage): void {
  const pool = openProbePool(app, context);
  app.get('/api/health', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/api/ready', { schema: { hide: true } }, async (_request, reply) => {
    const drift = await clockDrift({ ...context, pool }).catch(() => undefined);
    if (drift === undefined) return reply.code(503).send({ status: 'noDatabase' });
    if (full.now || (await hasNoRoom(context))) return reply.code(503).send({ status: 'storageFull' });
    if (drift > MOST_CLOCK_DRIFT_MS) return reply.code(503).send({ status: 'clockStrays', drift });
    const waiting = context.pool.waitingCount;
    return { ...(waiting > 0 ? { status: 'busy', waiting } : { status: 'ready' }), ...missing(context) };
  });
}
