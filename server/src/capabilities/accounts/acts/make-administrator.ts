import { randomUUID } from 'node:crypto';
import { dayOf } from '@parindex/core/round/index';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Writing } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { findAccountByEmail, insertAccount, insertMemberships, lockAccount, lockAdministrators, wholeAdministrators } from '../queries/people.ts';
import { endSessions } from '../queries/sessions.ts';
import { dropSecondFactorByOwner, tellOfRoleByOwner } from '../queries/sign-on.ts';
import { revokeTokens } from '../queries/tokens.ts';
import { type MadeLink, makeOneTimeLink } from '../sign-on/one-time-link.ts';

/**
 * The operator makes somebody an administrator of the whole installation, or gives one who has lost everything new keys: where
 * too few are left for two persons. In a transaction of the database's owner; it is told in the trail, and to the person by mail.
 */
export async function makeAdministrator(db: Writing, { email, name }: { readonly email: string; readonly name: string }, moment: Date): Promise<MadeLink> {
  const acting = { db, account: null, membership: null, receivedAt: moment };
  await lockAdministrators(db);
  const there = await findAccountByEmail(db, email);
  if (there?.ended) throw new Problem('notNow', { detail: { vi: 'Tài khoản này đã kết thúc.', en: 'This account has ended.' } });
  const account = there?.id ?? (await insertAccount(db, { email, name, created_at: moment }));
  await lockAccount(db, account);
  const given = !(await wholeAdministrators(db)).some((administrator) => administrator.account === account);
  const membership = randomUUID();
  if (given)
    await insertMemberships(db, [
      { id: membership, account_id: account, body_id: null, role: 'administrator', from_date: dayOf(moment.getTime()), granted_at: moment },
    ]);
  const had = await dropSecondFactorByOwner(db, account);
  const sessions = await endSessions(db, account, moment);
  const tokens = await revokeTokens(db, account, moment);
  const link = await makeOneTimeLink(db, there ? 'reset' : 'invitation', account, null, moment);
  if (there) await tellOfRoleByOwner(db, account);
  await recordAct(acting, {
    act: 'installation.makeAdministrator',
    subject: `account:${account}`,
    content: {
      ...{ given, had, sessionsEnded: String(sessions), tokensEnded: String(tokens.length) },
      stands: await readRowStates(db, { ...(given ? { membership: [membership] } : {}), account: [account] }),
    },
    erasable: { email, name },
  });
  return link;
}
