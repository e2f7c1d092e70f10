import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../../db/tables.ts';
import type { Writing } from '../../db/transaction.ts';

/** A job to be done once. */
export interface SentJob {
  readonly id: string;
  readonly kind: string;
  /** null: it acts for nobody. */
  readonly account: string | null;
  readonly membership: string | null;
  readonly input?: Readonly<Record<string, unknown>>;
  /** Whether it has to wait for `makeJobDue`. */
  readonly later?: boolean;
}

/** Queues a job, in the transaction and name of the caller. */
export async function sendJob(db: Writing, { id, kind, account, membership, input = {}, later = false }: SentJob): Promise<void> {
  await db
    .insertInto('job')
    .values({ id, kind, account_id: account, office: membership, input: JSON.stringify(input), due_at: later ? null : sql<Date>`clock_timestamp()` })
    .execute();
}

/** Makes a job due whose input has arrived. */
export async function makeJobDue(db: Writing, id: string): Promise<void> {
  await db.updateTable('job').set({ due_at: sql<Date>`clock_timestamp()` }).where('id', '=', id).where('state', '=', 'waiting').execute();
}

/** Completes a job in the transaction of its result, so that a process that dies right after leaves nothing to repeat. */
export async function finishJob(db: Writing, id: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'done', ended_at: sql<Date>`clock_timestamp()`, holder: null, held_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Cancels a job; its worker notices within two seconds. False if it has ended. */
export async function cancelJob(db: Writing, id: string): Promise<boolean> {
  const cancelled = await db
    .updateTable('job')
    .set({ state: 'cancelled', ended_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return cancelled.numUpdatedRows === 1n;
}

// Leases of a request on a job of whoever asks

/** Holds a job for some seconds; false where another holds it, who then hears that somebody waits, or where it is not the asker's. */
export async function holdJob(db: Writing, job: string, holder: string, seconds: number): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`SELECT app.hold_job(${job}, ${holder}, ${seconds}) AS held`.execute(db);
  return rows[0]?.held === true;
}

/** Goes on holding; answers whether somebody waits for it, null where it is held no more. */
export async function renewJob(db: Writing, job: string, holder: string, seconds: number): Promise<boolean | null> {
  const { rows } = await sql<{ wanted: boolean | null }>`SELECT app.renew_job(${job}, ${holder}, ${seconds}) AS wanted`.execute(db);
  return rows[0]?.wanted ?? null;
}

export async function releaseJob(db: Writing, job: string, holder: string): Promise<void> {
  await sql`SELECT app.release_job(${job}, ${holder})`.execute(db);
}

// For workers, under parindex_jobs

export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly account: string | null;
  readonly office: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** Takes the due job of these kinds with the fewest attempts, then the longest wait, and counts an attempt; undefined if none is due. */
export async function takeJob(pool: pg.Pool, kinds: readonly string[], holder: string, seconds: number): Promise<TakenJob | undefined> {
  const { rows } = await pool.query<TakenJob>(
    `UPDATE job SET holder = $2, held_until = clock_timestamp() + make_interval(secs => $3), wanted = false, attempts = attempts + 1
     WHERE id = (SELECT id FROM job WHERE kind = ANY ($1) AND state = 'waiting' AND due_at <= clock_timestamp()
       AND (holder IS NULL OR held_until < clock_timestamp()) ORDER BY attempts, due_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
     RETURNING id, kind, account_id AS account, office, input, attempts`,
    [kinds, holder, seconds],
  );
  return rows[0];
}

/** Goes on holding a job that was taken; answers whether somebody waits for it, null where it is held no more. */
export async function renewTaken(pool: pg.Pool, job: string, holder: string, seconds: number): Promise<boolean | null> {
  const { rows } = await pool.query<{ wanted: boolean }>(
    `UPDATE job SET held_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND holder = $2 AND state <> 'cancelled' RETURNING wanted`,
    [job, holder, seconds],
  );
  return rows[0]?.wanted ?? null;
}

/** Says how far a job has come, while it is held. */
export async function recordProgress(pool: pg.Pool, job: string, holder: string, done: number, all: number | null): Promise<void> {
  await pool.query('UPDATE job SET done_steps = $3, all_steps = $4 WHERE id = $1 AND holder = $2', [job, holder, done, all]);
}

/** Ends a successful job; a repeated one waits for its next time, or continues at once. */
export async function endJob(pool: pg.Pool, job: string, holder: string, atOnce: boolean): Promise<void> {
  await pool.query(
    `UPDATE job SET attempts = 0, holder = NULL, held_until = NULL, wanted = false,
       state = CASE WHEN every_seconds IS NULL THEN 'done' ELSE 'waiting' END,
       ended_at = CASE WHEN every_seconds IS NULL THEN clock_timestamp() END,
       due_at = CASE WHEN every_seconds IS NULL OR $3 THEN due_at ELSE clock_timestamp() + make_interval(secs => every_seconds) END
     WHERE id = $1 AND holder = $2 AND state = 'waiting'`,
    [job, holder, atOnce],
  );
}

/** Releases a failed job: it is retried after those with fewer attempts, or has failed for good. */
export async function putJobBack(pool: pg.Pool, job: string, holder: string, attempts: number, failed: boolean): Promise<void> {
  await pool.query(
    `UPDATE job SET holder = NULL, held_until = NULL, wanted = false, attempts = $3,
       state = CASE WHEN $4 THEN 'failed' ELSE state END, ended_at = CASE WHEN $4 THEN clock_timestamp() ELSE ended_at END
     WHERE id = $1 AND holder = $2 AND state = 'waiting'`,
    [job, holder, attempts, failed],
  );
}

/** Creates the row of a repeated job, only once however many processes start. */
export async function keepRepeating(pool: pg.Pool, kind: string, seconds: number): Promise<void> {
  await pool.query(
    `INSERT INTO job (id, kind, every_seconds, due_at) VALUES (gen_random_uuid(), $1, $2, clock_timestamp())
     ON CONFLICT (kind) WHERE every_seconds IS NOT NULL DO UPDATE SET every_seconds = excluded.every_seconds,
       due_at = least(job.due_at, clock_timestamp() + make_interval(secs => excluded.every_seconds))`,
    [kind, seconds],
  );
}

/** Deletes jobs that ended this many days ago. */
export async function forgetEnded(db: Pick<Kysely<Tables>, 'deleteFrom'>, days: number): Promise<number> {
  const forgotten = await db
    .deleteFrom('job')
    .where('state', '<>', 'waiting')
    .where('ended_at', '<', sql<Date>`clock_timestamp() - make_interval(days => ${days})`)
    .executeTakeFirst();
  return Number(forgotten.numDeletedRows);
}
