import { count } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** The codes of an account in the place of those it had. */
export async function replaceRecoveryCodes(db: Writing, account: string, hashes: readonly Buffer[], moment: Date): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', account).execute();
  await db
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ account_id: account, code_hash: hash, made_at: moment })))
    .execute();
}

/** Takes the codes of an account away, with the second factor that they stand in for. */
export async function dropRecoveryCodes(db: Writing, account: string): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', account).execute();
}

/** Marks a code as used; false if it is none of the account's, or was used. */
export async function useRecoveryCode(db: Writing, account: string, hash: Buffer, moment: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: moment })
    .where('account_id', '=', account)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many of an account's codes can still be used. */
export async function countRecoveryCodes(db: Reading, account: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(count().as('left'))
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}

/** When each code of an account was made and used; never the code. */
export const recoveryCodesOf = (db: Reading, account: string): Promise<{ madeAt: Date; usedAt: Date | null }[]> =>
  db.selectFrom('recovery_code').select(['made_at as madeAt', 'used_at as usedAt']).where('account_id', '=', account).orderBy('used_at').execute();
