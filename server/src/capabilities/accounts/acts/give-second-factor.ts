import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SessionTerms } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { findCredential } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { completeSession } from '../sign-on/open-session.ts';
import { isEnrolled, judgeSecondFactor, type Proof, type Proving } from '../sign-on/prove-second-factor.ts';
import { type Attempt, clearDelay, holdBack, slowDown } from '../sign-on/slowing.ts';

export interface Waiting {
  readonly account: string;
  readonly email: string;
  readonly session: string;
}

export interface Enrolling extends Waiting {
  /** An incomplete session may enrol only if there is no second factor yet. */
  readonly complete: boolean;
}

/** Of an act that was refused, and of which the refusal is counted or told. */
export interface RefusedProof {
  readonly refusedWith: Problem;
  /** `done`: the trail tells it. */
  readonly effect: 'unchanged' | 'done';
}

/** A wrong or already used code is counted, and refused once that is committed. */
export async function refuseCode(acting: Acting, { account }: Waiting, attempt: Attempt, effect: RefusedProof['effect'] = 'unchanged'): Promise<RefusedProof> {
  await slowDown(acting, attempt, account);
  return { refusedWith: new Problem('wrongCredentials'), effect };
}

/** A valid code, of the device or a recovery code, or what a security key signed, completes the sign-in; the session gets a new token, which is returned. */
export async function giveSecondFactor(
  acting: Acting,
  waiting: Waiting & Proving,
  proof: Proof,
  sender: Sender,
  terms: SessionTerms,
): Promise<RefusedProof | { token: string }> {
  const attempt = await holdBack(acting, waiting.email, 'code', sender);
  const credential = await findCredential(acting.db, waiting.account);
  if (!credential || !isEnrolled(credential))
    throw new Problem('notNow', { detail: { vi: 'Tài khoản chưa đăng ký xác thực hai lớp.', en: 'The account has not enrolled a second factor.' } });
  const judged = await judgeSecondFactor(acting, waiting, credential, proof);
  if (judged !== 'right') return refuseCode(acting, waiting, attempt, judged === 'counterBack' ? 'done' : 'unchanged');
  const acted = actAs(acting, waiting.account);
  await clearDelay(acted, attempt);
  const token = await completeSession(acted, waiting.account, waiting.session, terms);
  await recordAct(acted, { act: 'session.open', subject: `account:${waiting.account}`, content: { by: proof.assertion ? 'securityKey' : 'secondFactor' } });
  return { token };
}
