import { createHash } from 'node:crypto';
import { Secret } from 'otpauth';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { replaceRecoveryCodes } from '../queries/recovery-codes.ts';

const HOW_MANY = 10;
/** 80 bits each: nobody finds one of its hash by trial, and sixteen characters can still be typed from paper. */
const BYTES = 10;

const inGroups = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** What is stored of a code, however it is typed; of the same code of two accounts it differs. */
export const hashOfRecoveryCode = (account: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${account} ${code.toLowerCase().replaceAll(/[^a-z2-7]/g, '')}`)
    .digest();

/** Whether what was given is meant as a recovery code, and not as the digits of a device. */
export const isRecoveryCode = (code: string): boolean => !/^\d{6}$/.test(code);

/** New codes for somebody, in the place of those they had; they are shown only this once. */
export async function makeRecoveryCodes(acting: Acting, account: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => new Secret({ size: BYTES }).base32.toLowerCase());
  await replaceRecoveryCodes(
    acting.db,
    account,
    codes.map((code) => hashOfRecoveryCode(account, code)),
    acting.receivedAt,
  );
  await recordAct(acting, { act: 'recoveryCode.make', subject: `account:${account}`, content: { count: String(codes.length) } });
  return codes.map(inGroups);
}
