import { type Insertable, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type LinkPurpose = Tables['one_time_link']['purpose'];

/** Keeps a new link. */
export async function insertLink(db: Writing, link: Insertable<Tables['one_time_link']>): Promise<void> {
  await db.insertInto('one_time_link').values(link).execute();
}

/** Withdraws the links of an account that are still valid. */
export async function withdrawLinks(db: Writing, account: string, moment: Date): Promise<void> {
  await db
    .updateTable('one_time_link')
    .set({ withdrawn_at: moment })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export interface FoundLink {
  readonly purpose: LinkPurpose;
  readonly account: string;
  readonly expiresAt: Date;
  readonly spent: boolean;
}

/** The link of a token's hash, used or not; locked until the transaction ends if it is to be used. */
export async function findLink(db: Reading, hash: Buffer, moment: Date, hold: boolean): Promise<FoundLink | undefined> {
  const query = db
    .selectFrom('one_time_link')
    .select([
      'purpose',
      'account_id as account',
      'expires_at as expiresAt',
      sql<boolean>`used_at IS NOT NULL OR withdrawn_at IS NOT NULL OR expires_at <= ${moment}`.as('spent'),
    ])
    .where('token_hash', '=', hash);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
}

/** Marks a link as used, and withdraws the account's other links. */
export async function spendLink(db: Writing, hash: Buffer, account: string, moment: Date): Promise<void> {
  await db.updateTable('one_time_link').set({ used_at: moment }).where('token_hash', '=', hash).execute();
  await withdrawLinks(db, account, moment);
}

/** Until when a valid link of an account is open; undefined if there is none. */
export async function openLinkOf(db: Reading, account: string, moment: Date): Promise<Date | undefined> {
  const found = await db
    .selectFrom('one_time_link')
    .select('expires_at')
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', moment)
    .executeTakeFirst();
  return found?.expires_at;
}

/** All links that were made for an account, without their tokens. */
export const linksOf = (db: Reading, account: string) =>
  db
    .selectFrom('one_time_link')
    .select(['purpose', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute();
