import { sql } from 'kysely';
import type { Writing } from './transaction.ts';

/** Numbers of PostgreSQL's advisory locks: any that nothing else uses, each for one thing. */
export const LOCKS = {
  /** Making roles and databases on a server. */
  preparing: 7_061_876,
  /** Bringing the database to the newest form. */
  migrating: 7_061_891,
  /** Changing bodies: all of them are judged together. */
  changingBodies: 7_061_877,
  /** Making the next block of the trail. */
  sealing: 7_061_878,
  /** Ending administrators: one must be left. */
  administrators: 7_061_879,
  /** Making the reminders that are due. */
  reminding: 7_061_890,
} as const;

/** Takes a lock until the transaction ends, waiting for whoever has it. */
export async function takeLock(db: Writing, lock: keyof typeof LOCKS): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCKS[lock])})`.execute(db);
}

/** Takes a lock until the transaction ends; false where another has it. */
export async function tryLock(db: Writing, lock: keyof typeof LOCKS): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(${sql.lit(LOCKS[lock])}) AS taken`.execute(db);
  return rows[0]?.taken === true;
}
