import type { confirmationBody } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Caller } from '../../../http/admission.ts';
import { confirmSession as writeConfirmed } from '../queries/sessions.ts';
import { findCredential } from '../queries/sign-on.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { isPassword } from '../sign-on/password-hash.ts';
import { type Judged, judgeSecondFactor, type Proving } from '../sign-on/prove-second-factor.ts';
import { clearDelay, holdBack } from '../sign-on/slowing.ts';
import { type RefusedProof, refuseCode } from './give-second-factor.ts';

/** Whoever is signed in proves again who they are, by password or second factor of either kind, and binding acts are open for some minutes. Guesses are slowed as at a sign-in. */
export async function confirmSession(
  acting: Acting,
  me: Caller & Proving,
  { password, code, assertion }: z.output<typeof confirmationBody>,
  sender: Sender,
): Promise<RefusedProof | undefined> {
  const { db, receivedAt } = acting;
  const attempt = await holdBack(acting, me.email, password === undefined ? 'code' : 'password', sender, me.session);
  const credential = await findCredential(db, me.account);
  const judge = async (): Promise<Judged> => {
    if (password !== undefined) return (await isPassword(credential?.passwordHash ?? null, password)) ? 'right' : 'wrong';
    return credential ? judgeSecondFactor(acting, me, credential, { code, assertion }) : 'wrong';
  };
  const judged = await judge();
  if (judged !== 'right') return refuseCode(acting, me, attempt, judged === 'counterBack' ? 'done' : 'unchanged');
  await clearDelay(acting, attempt);
  await writeConfirmed(db, me.session, receivedAt);
  await recordAct(acting, {
    act: 'session.confirm',
    subject: `account:${me.account}`,
    content: { by: assertion ? 'securityKey' : code === undefined ? 'password' : 'secondFactor' },
  });
  return undefined;
}
