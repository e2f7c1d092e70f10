import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { type FoundLink, findLink, spendLink } from '../queries/links.ts';
import { endSessions } from '../queries/sessions.ts';
import { findSigningIn, forgetDevices, type SigningIn, writePassword } from '../queries/sign-on.ts';
import { revokeTokens } from '../queries/tokens.ts';
import { actAs } from '../sign-on/acting-as.ts';
import { hashPassword } from '../sign-on/password-hash.ts';
import { refuseWeak } from '../sign-on/password-rules.ts';
import { clearDelayOfName } from '../sign-on/slowing.ts';

/** A link that is still valid, and whose it is; refused otherwise. */
export async function openLink(db: Reading, hash: Buffer, moment: Date, hold: boolean): Promise<{ link: FoundLink; account: SigningIn }> {
  const link = await findLink(db, hash, moment, hold);
  if (!link) throw new Problem('notFound');
  const account = await findSigningIn(db, 'id', link.account);
  if (link.spent || !account) throw new Problem('linkSpent');
  return { link, account };
}

/** Sets a password by a one-time link; all existing sessions end. The person then signs in with it, second factor included. */
export async function useLink(acting: Acting, hash: Buffer, password: string): Promise<{ email: string }> {
  const { db, receivedAt } = acting;
  const { link, account } = await openLink(db, hash, receivedAt, true);
  refuseWeak(password, account, '/password');
  await writePassword(db, account.id, await hashPassword(password), receivedAt);
  const sessions = await endSessions(db, account.id, receivedAt);
  await spendLink(db, hash, account.id, receivedAt);
  const acted = actAs(acting, account.id);
  // Whoever needed a new password may have lost more than that, so tokens end too.
  const tokens = await revokeTokens(db, account.id, receivedAt);
  await clearDelayOfName(acted, account.email);
  await forgetDevices(db, account.id);
  await recordAct(acted, {
    act: 'link.use',
    subject: `account:${account.id}`,
    content: { purpose: link.purpose, sessionsEnded: String(sessions), tokensEnded: String(tokens.length) },
  });
  return { email: account.email };
}
