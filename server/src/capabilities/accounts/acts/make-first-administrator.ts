import { randomUUID } from 'node:crypto';
import { dayOf } from '@parindex/core/round/index';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Writing } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { insertAccount, insertMemberships, lockAdministrators, wholeAdministrators } from '../queries/people.ts';
import { findCredential } from '../queries/sign-on.ts';
import { type MadeLink, makeOneTimeLink } from '../sign-on/one-time-link.ts';

/**
 * Makes the first administrator's account of a new installation, and a link to set the password. For `parindex init`, in
 * a transaction of the database owner, since nobody could grant rights yet. If the link was never used, the same email
 * gets another; otherwise a second administrator is refused ('notNow').
 */
export async function makeFirstAdministrator(db: Writing, { email, name }: { readonly email: string; readonly name: string }, moment: Date): Promise<MadeLink> {
  const acting = { db, account: null, membership: null, receivedAt: moment };
  await lockAdministrators(db);
  const there = await wholeAdministrators(db);
  const again = there.find((administrator) => administrator.email === email);
  for (const { account } of there)
    if (!again || (await findCredential(db, account))?.passwordHash)
      throw new Problem('notNow', { detail: { vi: 'Hệ thống đã có quản trị viên.', en: 'The installation has an administrator already.' } });
  const account = again?.account ?? (await insertAccount(db, { email, name, created_at: moment }));
  const membership = randomUUID();
  if (!again)
    await insertMemberships(db, [
      { id: membership, account_id: account, body_id: null, role: 'administrator', from_date: dayOf(moment.getTime()), granted_at: moment },
    ]);
  const link = await makeOneTimeLink(db, 'invitation', account, null, moment);
  await recordAct(acting, {
    act: 'installation.makeFirstAdministrator',
    subject: `account:${account}`,
    ...(again ? {} : { content: { stands: await readRowStates(db, { membership: [membership], account: [account] }) } }),
    erasable: { email, name },
  });
  return link;
}
