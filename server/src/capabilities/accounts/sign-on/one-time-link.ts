import type { Writing } from '../../../db/transaction.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import type { LinkPurpose } from '../queries/links.ts';
import { insertLink, withdrawLinks } from '../queries/links.ts';

const HOUR_MS = 3_600_000;
/** For how long a link opens; that of a request that two persons decided gets as long from the database (account-requests.sql). */
export const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24, reset: 24 };

export interface MadeLink {
  /** Appended to the address of the installation. What follows "#" is never sent by the browser itself. */
  readonly path: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes a link for somebody to set their password once, and withdraws earlier ones. The account's row must be locked. */
export async function makeOneTimeLink(db: Writing, purpose: LinkPurpose, account: string, madeBy: string | null, moment: Date): Promise<MadeLink> {
  const { token, hash } = newSecretToken();
  const expiresAt = new Date(moment.getTime() + LINK_HOURS[purpose] * HOUR_MS);
  await withdrawLinks(db, account, moment);
  await insertLink(db, { token_hash: hash, purpose, account_id: account, created_by: madeBy, created_at: moment, expires_at: expiresAt });
  return { path: `/dat-mat-khau#${token}`, token, expiresAt };
}
