import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SessionTerms } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import type { Keys } from '../../../keys/keys.ts';
import { countRecoveryCodes } from '../queries/recovery-codes.ts';
import { endSessions } from '../queries/sessions.ts';
import { confirmTotp, findCredential, writeTotpCandidate } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { completeSession } from '../sign-on/open-session.ts';
import { isCode, isEnrolled } from '../sign-on/prove-second-factor.ts';
import { isRecoveryCode, makeRecoveryCodes } from '../sign-on/recovery-codes.ts';
import { clearDelay, holdBack } from '../sign-on/slowing.ts';
import { readSecret, storeSecret } from '../sign-on/stored-secret.ts';
import { newTotpSecret, stepOfCode, totpUri } from '../sign-on/totp.ts';
import { type Enrolling, type RefusedProof, refuseCode } from './give-second-factor.ts';

/** Whoever has a second factor gives it before they enrol another; answers what proves who they are. */
export async function refuseWhereEnrolled(acting: Acting, { account, complete }: Enrolling) {
  const credential = await findCredential(acting.db, account);
  // Otherwise the password alone would be enough to replace the very device that should confirm it.
  if (!complete && isEnrolled(credential)) throw new Problem('secondFactorNeeded');
  return credential;
}

/** Offers a new secret; the old one stays valid until a code of the new one confirms it. */
export async function offerSecondFactor(acting: Acting, keys: Keys, enrolling: Enrolling): Promise<{ secret: string; uri: string }> {
  await refuseWhereEnrolled(acting, enrolling);
  const acted = actAs(acting, enrolling.account);
  const secret = newTotpSecret();
  await writeTotpCandidate(acted.db, enrolling.account, storeSecret(keys, enrolling.account, secret));
  await recordAct(acted, { act: 'secondFactor.offer', subject: `account:${enrolling.account}` });
  return { secret, uri: totpUri(secret, enrolling.email) };
}

/**
 * A code from the device confirms the offered secret; replacing a device also needs a code of the old one, or a recovery
 * code. The session is then complete and gets a new token, which is returned, with recovery codes where there were none, or
 * where one of them stood in for the old device.
 */
export async function confirmSecondFactor(
  acting: Acting,
  keys: Keys,
  enrolling: Enrolling,
  { code, current }: { readonly code: string; readonly current?: string | undefined },
  sender: Sender,
  terms: SessionTerms,
): Promise<RefusedProof | { token: string; recoveryCodes: string[] | null }> {
  const { db, receivedAt } = acting;
  const { account } = enrolling;
  const attempt = await holdBack(acting, enrolling.email, 'code', sender);
  const credential = await refuseWhereEnrolled(acting, enrolling);
  if (!credential?.totpCandidate)
    throw new Problem('notNow', {
      detail: { vi: 'Chưa có mã bí mật nào chờ xác nhận; hãy đăng ký lại.', en: 'No secret waits to be confirmed; enrol again.' },
    });
  // The new device first: a code of the old one, or a recovery code, is not spent on a wrong one.
  const step = stepOfCode(readSecret(keys, account, credential.totpCandidate), code, receivedAt);
  if (step === undefined) return refuseCode(acting, enrolling, attempt);
  const { totpSecret } = credential;
  if (totpSecret && (current === undefined || !(await isCode(acting, keys, account, credential, current)))) return refuseCode(acting, enrolling, attempt);
  if (!(await confirmTotp(db, account, credential.totpCandidate, step, receivedAt))) throw new Problem('notNow');
  const acted = actAs(acting, account);
  await clearDelay(acted, attempt);
  const token = await completeSession(acted, account, enrolling.session, terms);
  // Whoever replaces a device by a recovery code has lost it, and whoever found it, or the paper, is out: the other sessions end, and the codes beside it are void.
  const lost = totpSecret !== null && current !== undefined && isRecoveryCode(current);
  const ended = lost ? await endSessions(db, account, receivedAt, { goesOn: enrolling.session }) : 0;
  await recordAct(acted, {
    act: 'secondFactor.enrol',
    subject: `account:${account}`,
    content: { replaced: totpSecret !== null, ...(lost ? { sessionsEnded: String(ended) } : {}) },
  });
  return { token, recoveryCodes: lost || (await countRecoveryCodes(db, account)) === 0 ? await makeRecoveryCodes(acted, account) : null };
}
