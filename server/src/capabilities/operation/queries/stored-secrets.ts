import { sql } from 'kysely';
import { rowsFrom } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface StoredSecrets {
  readonly account: string;
  readonly secret: string | null;
  readonly candidate: string | null;
}

/** The secrets of second factors as they are stored, locked until the transaction ends; under parindex_owner. */
export const lockStoredSecrets = (db: Writing): Promise<StoredSecrets[]> =>
  db
    .selectFrom('credential')
    .select(['account_id as account', 'totp_secret as secret', 'totp_candidate as candidate'])
    .where((eb) => eb.or([eb('totp_secret', 'is not', null), eb('totp_candidate', 'is not', null)]))
    .orderBy('account_id')
    .forUpdate()
    .execute();

/** Writes secrets in another encryption; one that is lost goes, with its confirmation. */
export async function writeStoredSecrets(db: Writing, rows: readonly StoredSecrets[]): Promise<void> {
  await sql`UPDATE credential c SET totp_secret = x.secret, totp_candidate = x.candidate,
      totp_confirmed_at = CASE WHEN x.secret IS NULL THEN NULL ELSE c.totp_confirmed_at END, totp_last_step = CASE WHEN x.secret IS NULL THEN NULL ELSE c.totp_last_step END
    FROM ${rowsFrom(rows, 'account uuid, secret text, candidate text')} WHERE c.account_id = x.account`.execute(db);
}

/** A stored secret of each key in use: enough to tell whether the keys are there; under parindex_sign_on or the owner. */
export async function sampleStoredSecrets(db: Reading): Promise<{ readonly account: string; readonly stored: string }[]> {
  const { rows } = await sql<{ account: string; stored: string }>`
    SELECT DISTINCT ON (split_part(s.stored, ':', 1) = 'aes-256-gcm', split_part(s.stored, ':', 2)) s.account, s.stored
    FROM (SELECT account_id AS account, totp_secret AS stored FROM credential UNION ALL SELECT account_id, totp_candidate FROM credential) s
    WHERE s.stored IS NOT NULL`.execute(db);
  return rows;
}
