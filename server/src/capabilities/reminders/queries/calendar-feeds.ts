import type { Reading, Writing } from '../../../db/transaction.ts';

/** Since when an account has a calendar address; undefined if it has none. */
export async function feedMadeAt(db: Reading, account: string): Promise<Date | undefined> {
  return (await db.selectFrom('calendar_feed').select('made_at').where('account_id', '=', account).executeTakeFirst())?.made_at;
}

/** Revokes an address; false if there was none. */
export async function revokeFeed(db: Writing, account: string): Promise<boolean> {
  return (await db.deleteFrom('calendar_feed').where('account_id', '=', account).returning('account_id').execute()).length > 0;
}

/** Gives an account a new address, replacing any earlier one. */
export async function makeFeed(db: Writing, account: string, hash: Buffer, at: Date): Promise<void> {
  await revokeFeed(db, account);
  await db.insertInto('calendar_feed').values({ account_id: account, token_hash: hash, made_at: at }).execute();
}
