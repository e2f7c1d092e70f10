import type pg from 'pg';

/** No turn came: whoever asks has too many requests waiting. PostgreSQL's code for too many connections. */
export class TooManyWaiting extends Error {
  readonly code = '53300';
  constructor() {
    super('too many requests of one session wait for a connection');
  }
}

/** Requests of one session that may wait. */
const MOST_WAITING = 200;

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

const queues = new WeakMap<pg.Pool, Map<string, Queue>>();

/**
 * Runs work that takes a connection of a pool in the turn of whoever asks: one session has half of the connections at
 * most, so that hundreds of its requests at once make itself wait and nobody else. Throws TooManyWaiting.
 */
export async function inTurn<T>(pool: pg.Pool, who: string | undefined, work: () => Promise<T>): Promise<T> {
  if (who === undefined) return work();
  const ofPool = queues.get(pool) ?? new Map<string, Queue>();
  queues.set(pool, ofPool);
  const queue = ofPool.get(who) ?? { running: 0, waiting: [] };
  ofPool.set(who, queue);
  const most = Math.max(1, Math.floor((pool.options.max ?? 1) / 2));
  if (queue.running >= most) {
    if (queue.waiting.length >= MOST_WAITING) throw new TooManyWaiting();
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  } else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else {
      queue.running -= 1;
      if (queue.running === 0) ofPool.delete(who);
    }
  }
}
