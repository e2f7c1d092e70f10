import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';

/** A process whose clock is further off than this is not ready: deadlines depend on it. */
export const MOST_CLOCK_DRIFT_MS = 250;

/** How far this process's clock is from the database's, in milliseconds, compared at the middle of the round trip. */
export async function clockDrift({ pool, clock }: Pick<Context, 'pool' | 'clock'>): Promise<number> {
  const before = clock.now().getTime();
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const after = clock.now().getTime();
  return Math.abs((rows[0]?.now.getTime() ?? 0) - (before + after) / 2);
}

/** Whether the process is alive, and whether it is ready for requests: for the load balancer. */
export function serveHealth(app: FastifyInstance, context: Context): void {
  app.get('/api/health', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/api/ready', { schema: { hide: true } }, async (_request, reply) => {
    const drift = await clockDrift(context).catch(() => undefined);
    if (drift === undefined) return reply.code(503).send({ status: 'noDatabase' });
    if (drift > MOST_CLOCK_DRIFT_MS) return reply.code(503).send({ status: 'clockStrays', drift });
    return { status: 'ready' };
  });
}
