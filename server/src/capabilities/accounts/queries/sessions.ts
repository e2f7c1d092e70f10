import type { SESSION_ENDS } from '@parindex/core/contracts/schemas/index';
import { type Insertable, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Keeps a new session. */
export async function insertSession(db: Writing, session: Insertable<Tables['session']>): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

/** Gives a session another token and completes it; a session that was complete keeps its end. */
export async function renewSession(db: Writing, session: string, tokenHash: Buffer, moment: Date, expiresAt: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({
      token_hash: tokenHash,
      complete_at: sql`coalesce(complete_at, ${moment})`,
      seen_at: moment,
      confirmed_at: moment,
      expires_at: sql`CASE WHEN complete_at IS NULL THEN ${expiresAt} ELSE expires_at END`,
    })
    .where('id', '=', session)
    .execute();
}

/** Marks that the person of a session has proven again who they are. */
export async function confirmSession(db: Writing, session: string, moment: Date): Promise<void> {
  await db.updateTable('session').set({ confirmed_at: moment }).where('id', '=', session).execute();
}

const aSession = (db: Reading) => db.selectFrom('session').select(['id', 'complete_at as completeAt', 'expires_at as expiresAt']);

/** One session by its id. */
export const findSession = (db: Reading, id: string) => aSession(db).where('id', '=', id).executeTakeFirst();

/** One session by the hash of its token. */
export const findSessionByToken = (db: Reading, hash: Buffer) => aSession(db).where('token_hash', '=', hash).executeTakeFirst();

/** The sessions of an account that are open at a moment, most recently used first. */
export const openSessions = (db: Reading, account: string, moment: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt', 'address', 'agent'])
    .where('account_id', '=', account)
    .where(sql<boolean>`app.is_session_open(id, ${moment})`)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();

/** All sessions that are still kept of an account. */
export const allSessions = (db: Reading, account: string) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'ended_at as endedAt', 'address', 'agent'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** Ends the sessions of an account that were begun first, so that with the fresh one there are no more than so many; answers which. */
export async function endOldestSessions(db: Writing, account: string, fresh: Buffer, most: number, moment: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE session SET ended_at = ${moment}, ended_for = 'tooMany' WHERE id IN (
      SELECT id FROM session WHERE account_id = ${account} AND token_hash <> ${fresh} AND complete_at IS NOT NULL AND app.is_session_open(id, ${moment})
      ORDER BY created_at DESC, id OFFSET ${most - 1})
    RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Sessions of an account that others' acts ended since a moment, newest first, each with why. */
export const sessionsEndedForThem = (db: Reading, account: string, since: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'ended_at as endedAt', 'ended_for as endedFor', 'address', 'agent'])
    .where('account_id', '=', account)
    .where('ended_for', 'is not', null)
    .where('ended_at', '>', since)
    .orderBy('ended_at', 'desc')
    .orderBy('id')
    .execute();

/** Why the session of a cookie's hash has ended; null where it is open, there is none, or nothing says why. */
export async function readWhyEnded(db: Reading, held: Buffer, moment: Date): Promise<(typeof SESSION_ENDS)[number] | null> {
  const { rows } = await sql<{ why: (typeof SESSION_ENDS)[number] | null }>`SELECT app.why_session_ended(${held}, ${moment}) AS why`.execute(db);
  return rows[0]?.why ?? null;
}

/** Ends sessions of an account that are open: one, or all but one that goes on. Answers how many. */
export async function endSessions(
  db: Writing,
  account: string,
  moment: Date,
  { only, goesOn, why }: { readonly only?: string | undefined; readonly goesOn?: string | undefined; readonly why?: 'roleEnded' } = {},
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: moment, ...(why === undefined ? {} : { ended_for: why }) })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', moment);
  if (only !== undefined) query = query.where('id', '=', only);
  if (goesOn !== undefined) query = query.where('id', '<>', goesOn);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
