import type { Insertable } from 'kysely';
import { count } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Keeps a new token; answers its id. */
export async function insertToken(db: Writing, token: Insertable<Tables['personal_token']>): Promise<string> {
  const { id } = await db.insertInto('personal_token').values(token).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The tokens of an account, newest first, expired ones too; never the secret itself. */
export const tokensOf = (db: Reading, account: string) =>
  db
    .selectFrom('personal_token')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt', 'revoked_at as revokedAt'])
    .where('account_id', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

/** How many tokens of an account are valid. */
export async function countOpenTokens(db: Reading, account: string, moment: Date): Promise<number> {
  const { open } = await db
    .selectFrom('personal_token')
    .select(count().as('open'))
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', moment)
    .executeTakeFirstOrThrow();
  return open;
}

/** Revokes one or all valid tokens of an account; returns which. With all of them goes the address of their calendar, which is a secret of the same kind. */
export async function revokeTokens(db: Writing, account: string, moment: Date, only?: string): Promise<{ id: string; name: string }[]> {
  let query = db.updateTable('personal_token').set({ revoked_at: moment }).where('account_id', '=', account).where('revoked_at', 'is', null);
  if (only === undefined) await db.deleteFrom('calendar_feed').where('account_id', '=', account).execute();
  else query = query.where('id', '=', only);
  return query.returning(['id', 'name']).execute();
}

/** Shortens the tokens of an account that would be valid beyond a future moment; returns which. */
export async function shortenTokens(db: Writing, account: string, end: Date): Promise<{ id: string; name: string }[]> {
  return db
    .updateTable('personal_token')
    .set({ expires_at: end })
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', end)
    .returning(['id', 'name'])
    .execute();
}
