import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Keys } from '../../../keys/keys.ts';
import { countRecoveryCodes, useRecoveryCode } from '../queries/recovery-codes.ts';
import { useTotpStep } from '../queries/sign-on.ts';
import { actAs } from './acting-as.ts';
import { hashOfRecoveryCode, isRecoveryCode } from './recovery-codes.ts';
import { readSecret } from './stored-secret.ts';
import { stepOfCode } from './totp.ts';

/** Whether a code proves the second factor of an account of which this secret is stored: of its device, or a recovery code in its place. Either serves once. */
export async function isSecondFactor(acting: Acting, keys: Keys, account: string, stored: string, code: string): Promise<boolean> {
  const { db, receivedAt } = acting;
  if (!isRecoveryCode(code)) {
    const step = stepOfCode(readSecret(keys, account, stored), code, receivedAt);
    return step !== undefined && (await useTotpStep(db, account, step));
  }
  if (!(await useRecoveryCode(db, account, hashOfRecoveryCode(account, code), receivedAt))) return false;
  const left = await countRecoveryCodes(db, account);
  await recordAct(actAs(acting, account), { act: 'recoveryCode.use', subject: `account:${account}`, content: { left: String(left) } });
  return true;
}
