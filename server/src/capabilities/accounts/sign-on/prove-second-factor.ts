import type { secondFactorBody } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Keys } from '../../../keys/keys.ts';
import { countRecoveryCodes, useRecoveryCode } from '../queries/recovery-codes.ts';
import { storedKeysOf, takeChallenge, useSecurityKey } from '../queries/security-keys.ts';
import { type Credential, useTotpStep } from '../queries/sign-on.ts';
import { actAs } from './acting-as.ts';
import { hashOfRecoveryCode, isRecoveryCode } from './recovery-codes.ts';
import type { RelyingParty } from './relying-party.ts';
import { type Assertion, signedCounter } from './security-keys.ts';
import { readSecret } from './stored-secret.ts';
import { stepOfCode } from './totp.ts';

/** What somebody gives as their second factor. */
export type Proof = z.output<typeof secondFactorBody>;

/** Whose, in which session, and to whom keys prove themselves. */
export interface Proving {
  readonly account: string;
  readonly session: string;
  readonly keys: Keys;
  readonly party: RelyingParty;
}

/** `counterBack`: a copy of a security key may be about, which the trail has told. */
export type Judged = 'right' | 'wrong' | 'counterBack';

/** Whether somebody has a second factor, of either kind. */
export const isEnrolled = (credential: Credential | undefined): boolean =>
  credential !== undefined && (credential.totpSecret !== null || credential.securityKeys > 0);

/** Whether a code proves the second factor of an account: of its device, or a recovery code in its place. Either serves once. */
export async function isCode(acting: Acting, keys: Keys, account: string, { totpSecret }: Credential, code: string): Promise<boolean> {
  const { db, receivedAt } = acting;
  if (!isRecoveryCode(code)) {
    const step = totpSecret === null ? undefined : stepOfCode(readSecret(keys, account, totpSecret), code, receivedAt);
    return step !== undefined && (await useTotpStep(db, account, step));
  }
  if (!(await useRecoveryCode(db, account, hashOfRecoveryCode(account, code), receivedAt))) return false;
  const left = await countRecoveryCodes(db, account);
  await recordAct(actAs(acting, account), { act: 'recoveryCode.use', subject: `account:${account}`, content: { left: String(left) } });
  return true;
}

/** Whether a key of the account signed what this session had asked for; that holds once, right or wrong. */
async function judgeAssertion(acting: Acting, { account, session, party }: Proving, assertion: Assertion): Promise<Judged> {
  const { db, receivedAt } = acting;
  const challenge = await takeChallenge(db, session, 'prove', receivedAt);
  const key = (await storedKeysOf(db, account)).find(({ credentialId }) => credentialId.toString('base64url') === assertion.id);
  if (!challenge || !key) return 'wrong';
  const counter = await signedCounter(assertion, key, challenge, party);
  if (counter === undefined) return 'wrong';
  if (counter !== 'back' && (await useSecurityKey(db, key.id, counter, receivedAt))) return 'right';
  await recordAct(actAs(acting, account), { act: 'securityKey.refuse', subject: `account:${account}`, content: { key: key.id } });
  return 'counterBack';
}

/** Whether somebody's second factor is proven: by a code, or by what a security key signed. */
export async function judgeSecondFactor(acting: Acting, proving: Proving, credential: Credential, { code, assertion }: Proof): Promise<Judged> {
  if (assertion !== undefined) return judgeAssertion(acting, proving, assertion);
  return code !== undefined && (await isCode(acting, proving.keys, proving.account, credential, code)) ? 'right' : 'wrong';
}
