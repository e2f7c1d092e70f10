import type { newSecurityKey, securityKeyChallenge, securityKeyOffer } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InstallationKind, SessionTerms } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { countRecoveryCodes, dropRecoveryCodes } from '../queries/recovery-codes.ts';
import { deleteSecurityKey, insertSecurityKey, lockCredential, storedKeysOf, takeChallenge, writeChallenge } from '../queries/security-keys.ts';
import { findCredential } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import { completeSession } from '../sign-on/open-session.ts';
import { isEnrolled } from '../sign-on/prove-second-factor.ts';
import { makeRecoveryCodes } from '../sign-on/recovery-codes.ts';
import type { RelyingParty } from '../sign-on/relying-party.ts';
import { challengeFor, LONGEST_CHALLENGE_MS, madeKey, newChallenge, offerFor } from '../sign-on/security-keys.ts';
import { refuseWhereEnrolled } from './enrol-second-factor.ts';
import type { Enrolling, Waiting } from './give-second-factor.ts';
import { mustHaveSecondFactor } from './sign-in.ts';

/** More are no help, and a list that a browser asks each of must end. */
const MOST_KEYS = 10;

const until = ({ receivedAt }: Acting) => new Date(receivedAt.getTime() + LONGEST_CHALLENGE_MS);

/** What one of the account's keys is to sign, at sign-in or when asked again. */
export async function challengeSecurityKey(acting: Acting, { account, session }: Waiting, party: RelyingParty): Promise<z.output<typeof securityKeyChallenge>> {
  const keys = await storedKeysOf(acting.db, account);
  if (keys.length === 0) throw new Problem('notNow', { detail: { vi: 'Tài khoản chưa có khóa bảo mật nào.', en: 'The account has no security key.' } });
  const challenge = newChallenge();
  await writeChallenge(acting.db, session, challenge, 'prove', until(acting));
  return challengeFor(keys, challenge, party);
}

/** Begins to add a key. Whoever has a second factor must have given it first. */
export async function offerSecurityKey(acting: Acting, enrolling: Enrolling, party: RelyingParty): Promise<z.output<typeof securityKeyOffer>> {
  const { account, session } = enrolling;
  await refuseWhereEnrolled(acting, enrolling);
  const keys = await storedKeysOf(acting.db, account);
  if (keys.length >= MOST_KEYS)
    throw new Problem('notNow', {
      detail: {
        vi: `Một tài khoản có nhiều nhất ${MOST_KEYS} khóa bảo mật; hãy gỡ bớt.`,
        en: `An account has ${MOST_KEYS} security keys at most: remove one.`,
      },
    });
  const challenge = newChallenge();
  await writeChallenge(acting.db, session, challenge, 'enrol', until(acting));
  await recordAct(actAs(acting, account), { act: 'secondFactor.offer', subject: `account:${account}`, content: { by: 'securityKey' } });
  return offerFor(enrolling, keys, challenge, party);
}

/** Adds the key that signed the challenge. The session is then complete and gets a new token, which is returned, with recovery codes where there were none. */
export async function addSecurityKey(
  acting: Acting,
  enrolling: Enrolling,
  { name, attestation }: z.output<typeof newSecurityKey>,
  party: RelyingParty,
  terms: SessionTerms,
): Promise<{ refusedWith: Problem; effect: 'unchanged' } | { token: string; recoveryCodes: string[] | null }> {
  const { db, receivedAt } = acting;
  const { account, session } = enrolling;
  await lockCredential(db, account);
  await refuseWhereEnrolled(acting, enrolling);
  const challenge = await takeChallenge(db, session, 'enrol', receivedAt);
  const key = challenge && (await madeKey(attestation, challenge, party));
  // Refused once that is committed: what waited holds no more.
  if (!key || !(await insertSecurityKey(db, { ...key, account, name, moment: receivedAt })))
    return {
      effect: 'unchanged',
      refusedWith: new Problem('notNow', {
        detail: {
          vi: 'Không thêm được khóa bảo mật này: yêu cầu đã hết hạn, đã dùng, hoặc khóa đã được đăng ký. Hãy thử lại từ đầu.',
          en: 'This security key could not be added: the request has lapsed or was used, or the key is known already. Begin again.',
        },
      }),
    };
  const acted = actAs(acting, account);
  const token = await completeSession(acted, account, session, terms);
  await recordAct(acted, { act: 'securityKey.add', subject: `account:${account}`, content: { key: key.id }, erasable: { name } });
  return { token, recoveryCodes: (await countRecoveryCodes(db, account)) === 0 ? await makeRecoveryCodes(acted, account) : null };
}

/** Takes one of one's own keys away; not the last second factor of somebody who must have one. With the last of all go the recovery codes. */
export async function removeSecurityKey(acting: Acting, account: string, id: string, kind: InstallationKind): Promise<void> {
  const { db } = acting;
  await lockCredential(db, account);
  const name = await deleteSecurityKey(db, account, id);
  if (name === undefined) throw new Problem('notFound');
  if (!isEnrolled(await findCredential(db, account))) {
    if (await mustHaveSecondFactor(db, account, kind))
      throw new Problem('notNow', {
        detail: {
          vi: 'Đây là xác thực lớp thứ hai cuối cùng, mà vai trò của Ông/Bà bắt buộc phải có. Hãy thêm khóa hoặc thiết bị khác trước khi gỡ.',
          en: 'This is your last second factor, and your role asks for one. Add another key or device first.',
        },
      });
    await dropRecoveryCodes(db, account);
  }
  await recordAct(acting, { act: 'securityKey.remove', subject: `account:${account}`, content: { key: id }, erasable: { name } });
}
