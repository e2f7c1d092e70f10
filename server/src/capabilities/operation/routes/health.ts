import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';

/** A process that strays further from the database's clock is not ready: deadlines hang on it. */
export const MOST_CLOCK_DRIFT_MS = 250;

/** How far this process's clock is from the database's, in milliseconds, by the middle of the question's way. */
export async function clockDrift({ pool, clock }: Pick<Context, 'pool' | 'clock'>): Promise<number> {
  const before = clock.now().getTime();
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const after = clock.now().getTime();
  return Math.abs((rows[0]?.now.getTime() ?? 0) - (before + after) / 2);
}

/** Whether the process lives, and whether it may be given work: for whoever stands before it. */
export function serveHealth(app: FastifyInstance, context: Context): void {
  app.get('/api/health', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/api/ready', { schema: { hide: true } }, async (_request, reply) => {
    const drift = await clockDrift(context).catch(() => undefined);
    if (drift === undefined) return reply.code(503).send({ status: 'noDatabase' });
    if (drift > MOST_CLOCK_DRIFT_MS) return reply.code(503).send({ status: 'clockStrays', drift });
    return { status: 'ready' };
  });
}
