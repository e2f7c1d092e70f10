import type pg from 'pg';
import { JobHold } from './job-hold.ts';
import { endJob, putJobBack, recordProgress, type TakenJob } from './queries/jobs.ts';

/** A job that is being done. */
export interface RunningJob extends TakenJob {
  /** Aborted where it was cancelled, or another holds it by now: what goes on for long stops then. */
  readonly signal: AbortSignal;
  /** Says how many steps are done, of how many where that is known. */
  progress(done: number, all?: number): Promise<void>;
}

/** A kind of job: what is done, and how. Each run may be the last of its process, so that the next one goes on where it was. */
export interface JobKind {
  /** As `<capability>.<verb>`. */
  readonly kind: string;
  /** How many a process does at a time; one where nothing is said. */
  readonly atOnce?: number;
  /** Of what is done again and again: seconds from one end to the next beginning. By one process at a time. */
  readonly everySeconds?: number;
  /** How long a process leaves the kind alone after it broke off. */
  readonly restSeconds?: number;
  /** After so many attempts it has failed for good; without end where nothing is said. */
  readonly mostAttempts?: number;
  /** Attempts that a failure counts for at most, where it was not the job's own fault: the store away, the network. */
  attemptsAfter?(error: unknown): number | undefined;
  /** Of what is done again and again: true where there may be more to do at once. */
  run(job: RunningJob): Promise<unknown>;
}

/** A job that a process has taken; `done` comes when it has ended, and fails where it broke off. */
export interface StartedJob {
  readonly kind: JobKind;
  readonly done: Promise<void>;
}

async function finish(pool: pg.Pool, hold: JobHold, kind: JobKind, taken: TakenJob, signal: AbortSignal): Promise<void> {
  const { mostAttempts = Number.POSITIVE_INFINITY } = kind;
  const progress = (done: number, all?: number) => recordProgress(pool, taken.id, hold.holder, done, all ?? null);
  try {
    // Each process that took it before has died of it.
    if (taken.attempts > mostAttempts) throw new Error(`begun ${taken.attempts - 1} times`);
    const more = await kind.run({ ...taken, signal, progress });
    hold.stop();
    await endJob(pool, taken.id, hold.holder, more === true);
  } catch (error) {
    hold.stop();
    const attempts = Math.min(taken.attempts, kind.attemptsAfter?.(error) ?? taken.attempts);
    await putJobBack(pool, taken.id, hold.holder, attempts, attempts >= mostAttempts).catch(() => {});
    throw error;
  }
}

/** Takes the next job of these kinds and begins it; undefined where none is due. */
export async function startNext(pool: pg.Pool, kinds: readonly JobKind[]): Promise<StartedJob | undefined> {
  const stop = new AbortController();
  const hold = new JobHold(pool);
  const taken = await hold.take(
    kinds.map(({ kind }) => kind),
    () => stop.abort(),
  );
  const kind = taken && kinds.find((one) => one.kind === taken.kind);
  return kind && { kind, done: finish(pool, hold, kind, taken, stop.signal) };
}

/** Does the next job of these kinds; false where none is due. */
export async function runNext(pool: pg.Pool, kinds: readonly JobKind[]): Promise<boolean> {
  const started = await startNext(pool, kinds);
  await started?.done;
  return started !== undefined;
}
