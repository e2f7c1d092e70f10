import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { holdJob, releaseJob, renewJob, type TakenJob, takeJob } from './queries/jobs.ts';

/** Seconds of a lease: after a kill -9 the job is free again by then. */
const HELD_SECONDS = 10;
const RENEW_MS = 2_000;

/**
 * A lease on one job, across all server processes: the row names the holder and the end, so nothing depends on one
 * connection. The holder notices within two seconds that somebody waits.
 */
export class JobHold {
  readonly holder = randomUUID();
  readonly #pool: pg.Pool;
  #job: string | undefined;
  #renewing: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Takes a job if it is free. `onWanted` is called once somebody waits for it, or the lease is lost. */
  async hold(job: string, onWanted: () => void): Promise<boolean> {
    if (!(await holdJob(this.#pool, job, this.holder, HELD_SECONDS))) return false;
    this.#renew(job, (wanted) => wanted !== false && onWanted());
    return true;
  }

  /**
   * Takes the next due job of these kinds. `onLost` is called once the lease is lost: the job was cancelled, or this
   * process was silent for too long.
   */
  async take(kinds: readonly string[], onLost: () => void): Promise<TakenJob | undefined> {
    const taken = await takeJob(this.#pool, kinds, this.holder, HELD_SECONDS);
    if (taken) this.#renew(taken.id, (wanted) => wanted === null && onLost());
    return taken;
  }

  #renew(job: string, heard: (wanted: boolean | null) => void): void {
    this.#job = job;
    this.#renewing = setInterval(() => {
      // The database is unavailable: the lease lasts until its end, and renewing is retried.
      renewJob(this.#pool, job, this.holder, HELD_SECONDS).then(heard, () => {});
    }, RENEW_MS);
  }

  /** Stops renewing; the holder has released the job itself. */
  stop(): void {
    clearInterval(this.#renewing);
  }

  async release(): Promise<void> {
    this.stop();
    if (this.#job !== undefined) await releaseJob(this.#pool, this.#job, this.holder).catch(() => {});
  }
}
