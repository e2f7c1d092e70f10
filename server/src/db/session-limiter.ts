import type pg from 'pg';

/** No turn came: whoever asks has too many requests waiting. PostgreSQL's code for too many connections. */
export class TooManyWaiting extends Error {
  readonly code = '53300';
  constructor() {
    super('too many requests of one session wait for a connection');
  }
}

/** Requests of one session that may wait, and of all who have none. */
const MOST_WAITING = 200;
const MOST_STRANGERS_WAITING = 2_000;

/** All who have not signed in count as one, where a pool serves others besides. */
const STRANGERS = 'strangers';
const shared = new WeakSet<pg.Pool>();

/** Of a pool that serves those who have signed in besides, all others have half together. */
export function limitStrangers(pool: pg.Pool): void {
  shared.add(pool);
}

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

const queues = new WeakMap<pg.Pool, Map<string, Queue>>();

/**
 * Runs work that takes a connection of a pool in the turn of whoever asks: one session has half of the connections at
 * most, and so have all strangers together, so that hundreds of requests at once make themselves wait and nobody else.
 * Throws TooManyWaiting.
 */
export async function inTurn<T>(pool: pg.Pool, session: string | undefined, work: () => Promise<T>): Promise<T> {
  const connections = pool.options.max ?? 1;
  if (session === undefined && !shared.has(pool)) return work();
  const who = session ?? STRANGERS;
  const ofPool = queues.get(pool) ?? new Map<string, Queue>();
  queues.set(pool, ofPool);
  const queue = ofPool.get(who) ?? { running: 0, waiting: [] };
  ofPool.set(who, queue);
  const most = Math.max(1, Math.floor(connections / 2));
  if (queue.running >= most) {
    if (queue.waiting.length >= (session === undefined ? MOST_STRANGERS_WAITING : MOST_WAITING)) throw new TooManyWaiting();
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
