import type pg from 'pg';

/** No turn came: whoever asks has too many requests waiting. PostgreSQL's code for too many connections. */
export class TooManyWaiting extends Error {
  readonly code = '53300';
  constructor() {
    super('too many requests wait in this turn for a connection');
  }
}

/** Requests of one session that may wait, and of all who have none. */
const MOST_WAITING = 200;
const MOST_STRANGERS_WAITING = 2_000;

/** All who have not signed in count as one, where a pool serves others besides. */
const STRANGERS = 'strangers';
/** For how many milliseconds after it was found a session or token has a turn of its own, and how many of them are remembered. */
const RECOGNIZED = 30 * 60_000;
const MOST_RECOGNIZED = 20_000;
/** Of each shared pool, until when which sessions and tokens are recognized; by the time of `performance.now()`, oldest first. */
const shared = new WeakMap<pg.Pool, Map<string, number>>();

/** Of a pool that serves those who have signed in besides, all others have half together. */
export function limitStrangers(pool: pg.Pool): void {
  shared.set(pool, new Map());
}

/** The database has found somebody behind this session or token: what anybody can make up has no turn of its own. */
export function recognize(pool: pg.Pool, session: string): void {
  const recognized = shared.get(pool);
  if (!recognized) return;
  recognized.delete(session);
  recognized.set(session, performance.now() + RECOGNIZED);
  const [oldest] = recognized.keys();
  if (recognized.size > MOST_RECOGNIZED && oldest !== undefined) recognized.delete(oldest);
}

/** In whose turn a request comes; undefined where its pool has none for it. */
function turnOf(pool: pg.Pool, session: string | undefined): string | undefined {
  const recognized = shared.get(pool);
  if (!recognized) return session;
  return session !== undefined && (recognized.get(session) ?? 0) > performance.now() ? session : STRANGERS;
}

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

const queues = new WeakMap<pg.Pool, Map<string, Queue>>();

/**
 * Runs work that takes a connection of a pool in the turn of whoever asks: one session has half of the connections at
 * most, and so have all strangers together, so that hundreds of requests at once make themselves wait and nobody else.
 * Whose session was not found lately is a stranger. Throws TooManyWaiting.
 */
export async function inTurn<T>(pool: pg.Pool, session: string | undefined, work: () => Promise<T>): Promise<T> {
  const connections = pool.options.max ?? 1;
  const who = turnOf(pool, session);
  if (who === undefined) return work();
  const ofPool = queues.get(pool) ?? new Map<string, Queue>();
  queues.set(pool, ofPool);
  const queue = ofPool.get(who) ?? { running: 0, waiting: [] };
  ofPool.set(who, queue);
  const most = Math.max(1, Math.floor(connections / 2));
  if (queue.running >= most) {
    if (queue.waiting.length >= (who === STRANGERS ? MOST_STRANGERS_WAITING : MOST_WAITING)) throw new TooManyWaiting();
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
