import { DECIDING_ROLES } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Context, InstallationKind } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { hasRoleByTomorrow } from '../queries/people.ts';
import { type Credential, findCredential, findSigningIn, writePassword } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import type { Sender } from '../sign-on/known-device.ts';
import { type Client, openSession, termsOf } from '../sign-on/open-session.ts';
import { hashPassword, isOutdated, isPassword } from '../sign-on/password-hash.ts';
import { isEnrolled } from '../sign-on/prove-second-factor.ts';
import { clearDelay, holdBack, slowDown } from '../sign-on/slowing.ts';

export type WaitsFor = 'secondFactor' | 'enrolment' | null;

/** Whether somebody's roles require a second factor; only in a real installation. */
export const mustHaveSecondFactor = async (db: Reading, account: string, kind: InstallationKind): Promise<boolean> =>
  kind === 'real' && (await hasRoleByTomorrow(db, account, DECIDING_ROLES));

/** What a sign-in still needs after the right password. An enrolled second factor is asked for in the sandbox too. */
async function waitsFor(db: Reading, account: string, credential: Credential, kind: InstallationKind): Promise<WaitsFor> {
  if (isEnrolled(credential)) return 'secondFactor';
  return (await mustHaveSecondFactor(db, account, kind)) ? 'enrolment' : null;
}

/** An id that no account has: an unknown name costs as many queries as a known one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Signs in by password: the session is complete or waits for the second factor. A failure is counted, and refused
 * once that is committed; it takes the same time whether the account exists or not.
 */
export async function signIn(
  acting: Acting,
  { email, password }: { readonly email: string; readonly password: string },
  client: Client,
  sender: Sender,
  installation: Pick<Context, 'kind' | 'sessions'>,
): Promise<{ refusedWith: Problem } | { account: string; token: string }> {
  const { db } = acting;
  const attempt = await holdBack(acting, email, 'password', sender);
  const account = await findSigningIn(db, 'email', email);
  const credential = await findCredential(db, account?.id ?? NOBODY);
  const right = await isPassword(credential?.passwordHash ?? null, password);
  if (!right || !account || !credential) {
    await slowDown(acting, attempt, account?.id ?? null);
    return { refusedWith: new Problem('wrongCredentials') };
  }
  const acted = actAs(acting, account.id);
  await clearDelay(acted, attempt);
  if (isOutdated(credential.passwordHash ?? '')) await writePassword(db, account.id, await hashPassword(password));
  const waits = await waitsFor(db, account.id, credential, installation.kind);
  const token = await openSession(acted, account.id, waits === null, client, termsOf(installation));
  await recordAct(acted, {
    act: waits === null ? 'session.open' : 'session.passwordTaken',
    subject: `account:${account.id}`,
    content: { by: 'password', ...(waits === null ? {} : { waitsFor: waits }) },
    erasable: { ...client },
  });
  return { account: account.id, token };
}
