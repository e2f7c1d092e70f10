import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SessionTerms } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import type { Keys } from '../../../keys/keys.ts';
import { findCredential } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { completeSession } from '../sign-on/open-session.ts';
import { isSecondFactor } from '../sign-on/prove-second-factor.ts';
import { type Attempt, clearDelay, holdBack, slowDown } from '../sign-on/slowing.ts';

export interface Waiting {
  readonly account: string;
  readonly email: string;
  readonly session: string;
}

/** A wrong or already used code is counted, and refused once that is committed. */
export async function refuseCode(acting: Acting, { account }: Waiting, attempt: Attempt): Promise<{ refusedWith: Problem }> {
  await slowDown(acting, attempt, account);
  return { refusedWith: new Problem('wrongCredentials') };
}

/** A valid code, of the device or a recovery code, completes the sign-in; the session gets a new token, which is returned. */
export async function giveSecondFactor(
  acting: Acting,
  keys: Keys,
  waiting: Waiting,
  code: string,
  sender: Sender,
  terms: SessionTerms,
): Promise<{ refusedWith: Problem } | { token: string }> {
  const attempt = await holdBack(acting, waiting.email, 'code', sender);
  const secret = (await findCredential(acting.db, waiting.account))?.totpSecret;
  if (!secret) throw new Problem('notNow', { detail: { vi: 'Tài khoản chưa đăng ký xác thực hai lớp.', en: 'The account has not enrolled a second factor.' } });
  if (!(await isSecondFactor(acting, keys, waiting.account, secret, code))) return refuseCode(acting, waiting, attempt);
  const acted = actAs(acting, waiting.account);
  await clearDelay(acted, attempt);
  const token = await completeSession(acted, waiting.account, waiting.session, terms);
  await recordAct(acted, { act: 'session.open', subject: `account:${waiting.account}`, content: { by: 'secondFactor' } });
  return { token };
}
