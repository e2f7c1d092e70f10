import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SessionTerms } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { withdrawLinks } from '../queries/links.ts';
import { endSessions } from '../queries/sessions.ts';
import { findCredential, forgetDevices, writePassword } from '../queries/sign-on.ts';
import { revokeTokens } from '../queries/tokens.ts';
import { rememberDevice, type Sender } from '../sign-on/known-device.ts';
import { type Client, openSession } from '../sign-on/open-session.ts';
import { hashPassword, isPassword } from '../sign-on/password-hash.ts';
import { refuseWeak } from '../sign-on/password-rules.ts';
import { clearDelay, holdBack, slowDown } from '../sign-on/slowing.ts';

/** Somebody changes their own password, giving the old one: all their sessions and personal tokens end, and a new session begins, whose token is returned. */
export async function changePassword(
  acting: Acting,
  me: { readonly account: string; readonly name: string; readonly email: string; readonly session: string },
  passwords: { readonly old: string; readonly new: string },
  client: Client,
  sender: Sender,
  terms: SessionTerms,
): Promise<{ refusedWith: Problem } | { token: string; device: string | undefined }> {
  const { db, receivedAt } = acting;
  const attempt = await holdBack(acting, me.email, 'password', sender, me.session);
  const credential = await findCredential(db, me.account);
  if (!(await isPassword(credential?.passwordHash ?? null, passwords.old))) {
    await slowDown(acting, attempt, me.account);
    await recordAct(acting, { act: 'password.refused', subject: `account:${me.account}` });
    return { refusedWith: new Problem('wrongCredentials') };
  }
  refuseWeak(passwords.new, me, '/new');
  await clearDelay(acting, attempt);
  await writePassword(db, me.account, await hashPassword(passwords.new), receivedAt);
  // Whoever was told of a reset that they do not want closes it so: its halves open nothing any more.
  await withdrawLinks(db, me.account, receivedAt);
  const sessions = await endSessions(db, me.account, receivedAt);
  await forgetDevices(db, me.account);
  const device = await rememberDevice(acting, me.account, sender);
  const tokens = await revokeTokens(db, me.account, receivedAt);
  const token = await openSession(acting, me.account, true, client, terms);
  await recordAct(acting, {
    act: 'password.change',
    subject: `account:${me.account}`,
    content: { sessionsEnded: String(sessions), tokensEnded: String(tokens.length) },
  });
  return { token, device };
}
