import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { holdJob, releaseJob, renewJob, type TakenJob, takeJob } from './queries/jobs.ts';

/** Seconds for which a job is held at a time: after a kill -9 it is free again by then. */
const HELD_SECONDS = 10;
const RENEW_MS = 2_000;

/**
 * A hold on one job, over all server processes: the row says who and until when, so that nothing hangs on one connection.
 * Whoever waits is seen by the holder within two seconds.
 */
export class JobHold {
  readonly holder = randomUUID();
  readonly #pool: pg.Pool;
  #job: string | undefined;
  #renewing: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Holds a job if it is free now. `onWanted` is called once somebody waits for it, or it is held no more. */
  async hold(job: string, onWanted: () => void): Promise<boolean> {
    if (!(await holdJob(this.#pool, job, this.holder, HELD_SECONDS))) return false;
    this.#renew(job, (wanted) => wanted !== false && onWanted());
    return true;
  }

  /** Takes the next job of these kinds that is due. `onLost` is called once it is held no more: it was cancelled, or this process was silent for too long. */
  async take(kinds: readonly string[], onLost: () => void): Promise<TakenJob | undefined> {
    const taken = await takeJob(this.#pool, kinds, this.holder, HELD_SECONDS);
    if (taken) this.#renew(taken.id, (wanted) => wanted === null && onLost());
    return taken;
  }

  #renew(job: string, heard: (wanted: boolean | null) => void): void {
    this.#job = job;
    this.#renewing = setInterval(() => {
      // Where the database is away: it is held until its time runs out, and asked again.
      renewJob(this.#pool, job, this.holder, HELD_SECONDS).then(heard, () => {});
    }, RENEW_MS);
  }

  /** Renews no more; what held it has said itself that it lets go. */
  stop(): void {
    clearInterval(this.#renewing);
  }

  async release(): Promise<void> {
    this.stop();
    if (this.#job !== undefined) await releaseJob(this.#pool, this.#job, this.holder).catch(() => {});
  }
}
