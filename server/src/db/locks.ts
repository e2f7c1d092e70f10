import { sql } from 'kysely';
import type { Reading, Writing } from './transaction.ts';

/** Keys of PostgreSQL's advisory locks, one for each purpose; arbitrary, but unique. */
export const LOCKS = {
  /** Creating roles and databases on a server. */
  preparing: 7_061_876,
  /** Migrating. */
  migrating: 7_061_891,
  /** Changing bodies: they are validated all together. */
  changingBodies: 7_061_877,
  /** Writing the next block of the trail. */
  sealing: 7_061_878,
  /** Ending administrators: one must remain. */
  administrators: 7_061_879,
  /** Making due reminders. */
  reminding: 7_061_890,
} as const;

/** Takes a lock until the transaction ends, waiting for its present holder. */
export async function takeLock(db: Writing, lock: keyof typeof LOCKS): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCKS[lock])})`.execute(db);
}

/** Takes a lock until the transaction ends; false if another holds it. */
export async function tryLock(db: Writing, lock: keyof typeof LOCKS): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(${sql.lit(LOCKS[lock])}) AS taken`.execute(db);
  return rows[0]?.taken === true;
}

/** Keeps names that strangers choose from meeting the locks of things. */
const GUESSING = 7_061_877;

/**
 * What locks of one thing are named by, before its id; PostgreSQL hashes both. The same names stand in functions of the database:
 * of content in retention.sql, of reports in submissions.sql, of requests about somebody in account-requests.sql, of plans in sheets.sql.
 */
const LOCKED_THINGS = {
  content: 'parindex content',
  erasure: 'parindex erasure',
  accountRequest: 'parindex account request',
  councilSession: 'parindex session of the council',
} as const;

/** Takes the lock of one thing until the transaction ends, waiting for its present holder. */
export async function takeLockOf(db: Writing, thing: keyof typeof LOCKED_THINGS, id: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${LOCKED_THINGS[thing]} ${id}`}, 0))`.execute(db);
}

/** Takes the lock of those who guess as somebody until the transaction ends; false if another holds it. What is named is a stranger's word: it has hashes of its own. */
export async function tryGuessLock(db: Reading, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, ${sql.lit(GUESSING)})) AS taken`.execute(db);
  return rows[0]?.taken === true;
}
