import type pg from 'pg';
import { HELD_SECONDS, JobHold } from './job-hold.ts';
import { endJob, putJobBack, recordProgress, renewTaken, type TakenJob, takeJob } from './queries/jobs.ts';

/** A job that is being done. */
export interface RunningJob extends TakenJob {
  /** Aborted if the job was cancelled or its lease lost: long work should stop then. */
  readonly signal: AbortSignal;
  /** Reports the number of finished steps, and of all if known. */
  progress(done: number, all?: number): Promise<void>;
}

/** A kind of job. A run may end with its process at any time, so it must be able to continue. */
export interface JobKind {
  /** As `<capability>.<verb>`. */
  readonly kind: string;
  /** Runs at a time in one process; one by default. */
  readonly atOnce?: number;
  /** For a repeated job: seconds between the end of one run and the next; one process at a time. */
  readonly everySeconds?: number;
  /** How long a process pauses this kind after a failure. */
  readonly restSeconds?: number;
  /** Attempts before it has failed for good; unlimited by default. */
  readonly mostAttempts?: number;
  /** Most attempts counted for failures that are not the job's fault: storage, network. */
  attemptsAfter?(error: unknown): number | undefined;
  /** For a repeated job: true if there may be more to do at once. */
  run(job: RunningJob): Promise<unknown>;
}

/** A job taken by a process; `done` resolves when it has ended, and rejects if it failed. */
export interface StartedJob {
  readonly kind: JobKind;
  readonly done: Promise<void>;
}

async function finish(pool: pg.Pool, hold: JobHold, kind: JobKind, taken: TakenJob, signal: AbortSignal, onBroken: (kind: JobKind) => void): Promise<void> {
  const { mostAttempts = Number.POSITIVE_INFINITY } = kind;
  const progress = (done: number, all?: number) => recordProgress(pool, taken.id, hold.holder, done, all ?? null);
  try {
    // Every process that took it before has died.
    if (taken.attempts > mostAttempts) throw new Error(`begun ${taken.attempts - 1} times`);
    const more = await kind.run({ ...taken, signal, progress });
    hold.stop();
    await endJob(pool, taken.id, hold.holder, more === true);
  } catch (error) {
    hold.stop();
    // Before it is free again: whoever looks for a job at that moment must not take it at once.
    onBroken(kind);
    const attempts = Math.min(taken.attempts, kind.attemptsAfter?.(error) ?? taken.attempts);
    await putJobBack(pool, taken.id, hold.holder, attempts, attempts >= mostAttempts).catch(() => {});
    throw error;
  }
}

/** Starts the next due job of these kinds; undefined if none is due. `onBroken` is called before a job that broke off is put back. */
export async function startNext(pool: pg.Pool, kinds: readonly JobKind[], onBroken: (kind: JobKind) => void = () => {}): Promise<StartedJob | undefined> {
  const stop = new AbortController();
  const hold = new JobHold();
  const taken = await takeJob(
    pool,
    kinds.map(({ kind }) => kind),
    hold.holder,
    HELD_SECONDS,
  );
  if (!taken) return undefined;
  hold.keep(
    () => renewTaken(pool, taken.id, hold.holder, HELD_SECONDS),
    (wanted) => wanted === null && stop.abort(),
  );
  const kind = kinds.find((one) => one.kind === taken.kind);
  return kind && { kind, done: finish(pool, hold, kind, taken, stop.signal, onBroken) };
}

/** Runs the next job of these kinds; false if none is due. */
export async function runNext(pool: pg.Pool, kinds: readonly JobKind[]): Promise<boolean> {
  const started = await startNext(pool, kinds);
  await started?.done;
  return started !== undefined;
}
