import type { confirmationBody } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Caller } from '../../../http/admission.ts';
import type { Problem } from '../../../http/problems.ts';
import type { Keys } from '../../../keys/keys.ts';
import { findCredential, confirmSession as writeConfirmed } from '../queries/sign-on.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { isPassword } from '../sign-on/password-hash.ts';
import { isSecondFactor } from '../sign-on/prove-second-factor.ts';
import { clearDelay, holdBack } from '../sign-on/slowing.ts';
import { refuseCode } from './give-second-factor.ts';

/** Whoever is signed in proves again who they are, by password or second factor, and binding acts are open for some minutes. Guesses are slowed as at a sign-in. */
export async function confirmSession(
  acting: Acting,
  keys: Keys,
  me: Caller,
  { password, code }: z.output<typeof confirmationBody>,
  sender: Sender,
): Promise<{ refusedWith: Problem } | undefined> {
  const { db, receivedAt } = acting;
  const attempt = await holdBack(acting, me.email, code === undefined ? 'password' : 'code', sender);
  const { passwordHash = null, totpSecret = null } = (await findCredential(db, me.account)) ?? {};
  const right =
    code === undefined
      ? await isPassword(passwordHash, password ?? '')
      : totpSecret !== null && (await isSecondFactor(acting, keys, me.account, totpSecret, code));
  if (!right) return refuseCode(acting, me, attempt);
  await clearDelay(acting, attempt);
  await writeConfirmed(db, me.session, receivedAt);
  await recordAct(acting, { act: 'session.confirm', subject: `account:${me.account}`, content: { by: code === undefined ? 'password' : 'secondFactor' } });
  return undefined;
}
