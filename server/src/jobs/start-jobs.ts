import { EventEmitter } from 'node:events';
import type { Context } from '../context.ts';
import { inBackgroundOf } from '../db/background.ts';
import { isLogged } from '../external-services/circuit-breaker.ts';
import { forgetEnded, keepRepeating } from './queries/jobs.ts';
import { repeat } from './repeat.ts';
import { type JobKind, startNext } from './run-job.ts';

const SECOND = 1_000;
const HOUR_SECONDS = 3_600;
const REST_SECONDS = 10;
/** Ended jobs are kept this long, for questions about their outcome. */
const KEPT_DAYS = 30;

const forgetting = ({ pool }: Pick<Context, 'pool'>): JobKind => ({
  kind: 'jobs.forget',
  everySeconds: HOUR_SECONDS,
  run: () => inBackgroundOf(pool, (db) => forgetEnded(db, KEPT_DAYS)),
});

/**
 * Runs jobs of these kinds while the process lives; `pool` is under parindex_jobs. Any number of processes may do so. An
 * event `work` of `wakes` announces new work; that of other processes is found by polling about once a second. The
 * returned function stops it and resolves when all started jobs have ended.
 */
export function startJobs(context: Pick<Context, 'pool' | 'log'>, ownKinds: readonly JobKind[], wakes: readonly EventEmitter[] = []): () => Promise<void> {
  const { pool, log } = context;
  const kinds = [...ownKinds, forgetting(context)];
  const running = new Map<JobKind, number>();
  const resting = new Map<JobKind, number>();
  const begun = new Set<Promise<void>>();
  const free = new EventEmitter();
  const wake = () => free.emit('work');
  for (const emitter of wakes) emitter.on('work', wake);
  const count = (kind: JobKind, change: number) => running.set(kind, (running.get(kind) ?? 0) + change);

  const rest = (kind: JobKind) => void resting.set(kind, performance.now() + (kind.restSeconds ?? REST_SECONDS) * SECOND);

  let prepared = false;
  async function prepare(): Promise<void> {
    for (const { kind, everySeconds } of kinds) if (everySeconds !== undefined) await keepRepeating(pool, kind, everySeconds);
    prepared = true;
  }

  async function beginNext(): Promise<boolean> {
    if (!prepared) await prepare();
    const now = performance.now();
    const able = kinds.filter((kind) => (running.get(kind) ?? 0) < (kind.atOnce ?? 1) && (resting.get(kind) ?? 0) <= now);
    const started = able.length === 0 ? undefined : await startNext(pool, able, rest);
    if (!started) return false;
    const { kind, done } = started;
    count(kind, 1);
    const ended = done
      .catch((error) => {
        if (!isLogged(error)) log(`job ${kind.kind}`, error);
      })
      .finally(() => {
        count(kind, -1);
        begun.delete(ended);
        wake();
      });
    begun.add(ended);
    return true;
  }

  const stop = repeat({ work: beginNext, betweenMs: SECOND, wakes: free, afterFailureMs: REST_SECONDS * SECOND, onFailure: (error) => log('jobs', error) });
  return async () => {
    for (const emitter of wakes) emitter.off('work', wake);
    await stop();
    await Promise.all(begun);
  };
}
