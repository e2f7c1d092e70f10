import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type ChallengePurpose = NonNullable<Tables['session']['challenge_for']>;

/** A key as it is held against what it signs. */
export interface StoredKey {
  readonly id: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** What tells an account's keys to a browser, and what each signs is held against; under the sign-on role. */
export async function storedKeysOf(db: Reading, account: string): Promise<StoredKey[]> {
  const rows = await db
    .selectFrom('security_key')
    .select(['id', 'credential_id as credentialId', 'public_key as publicKey', 'counter', 'transports'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
}

/** The names of somebody's keys, and when each was added and used last. */
export const securityKeysOf = (db: Reading, account: string): Promise<{ id: string; name: string; madeAt: Date; usedAt: Date | null }[]> =>
  db
    .selectFrom('security_key')
    .select(['id', 'name', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute();

/** Takes the row that adding and removing second factors wait for: the last of two keys is not removed twice. */
export async function lockCredential(db: Writing, account: string): Promise<void> {
  await db.selectFrom('credential').select('account_id').where('account_id', '=', account).forUpdate().execute();
}

interface NewKey extends StoredKey {
  readonly account: string;
  readonly name: string;
  readonly moment: Date;
}

/** Keeps a new key; false if it is kept already, by whomever. */
export async function insertSecurityKey(db: Writing, { id, account, credentialId, publicKey, counter, transports, name, moment }: NewKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('security_key')
    .values({ id, account_id: account, credential_id: credentialId, public_key: publicKey, counter, transports, name, made_at: moment })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Marks a key as used; false if another request with it was as far or farther. */
export async function useSecurityKey(db: Writing, id: string, counter: number, moment: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE security_key SET counter = ${counter}, used_at = ${moment} WHERE id = ${id} AND (counter < ${counter} OR (counter = 0 AND ${counter} = 0)) RETURNING id`.execute(
    db,
  );
  return rows.length === 1;
}

/** Takes a key of somebody's away; answers its name, undefined if it is none of theirs. */
export async function deleteSecurityKey(db: Writing, account: string, id: string): Promise<string | undefined> {
  const row = await db.deleteFrom('security_key').where('account_id', '=', account).where('id', '=', id).returning('name').executeTakeFirst();
  return row?.name;
}

/** Keeps what a key is to sign next in a session; what it was to sign before holds no more. */
export async function writeChallenge(db: Writing, session: string, challenge: Buffer, purpose: ChallengePurpose, until: Date): Promise<void> {
  await db.updateTable('session').set({ challenge, challenge_for: purpose, challenge_until: until }).where('id', '=', session).execute();
}

/** Takes what a key was to sign in a session, which then holds no more; undefined if nothing waits, for this purpose and at this moment. */
export async function takeChallenge(db: Writing, session: string, purpose: ChallengePurpose, moment: Date): Promise<Buffer | undefined> {
  const { rows } = await sql<{ challenge: Buffer }>`
    WITH waiting AS (SELECT id, challenge FROM session WHERE id = ${session} AND challenge_for = ${purpose} AND challenge_until > ${moment} FOR UPDATE)
    UPDATE session s SET challenge = NULL, challenge_for = NULL, challenge_until = NULL FROM waiting w WHERE s.id = w.id RETURNING w.challenge`.execute(db);
  return rows[0]?.challenge;
}
