import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { lockAccount } from '../queries/people.ts';
import { readSignOnState } from '../queries/sign-on.ts';
import { type MadeLink, makeOneTimeLink } from '../sign-on/one-time-link.ts';

/** An administrator makes a link to set a new password; somebody who never set one is invited again. */
export async function resetPassword(acting: Acting, account: string): Promise<MadeLink> {
  const { db, receivedAt } = acting;
  await lockAccount(db, account);
  const { password } = await readSignOnState(db, account);
  const purpose = password ? 'reset' : 'invitation';
  const link = await makeOneTimeLink(db, purpose, account, acting.account, receivedAt);
  await recordAct(acting, { act: 'person.reset', subject: `account:${account}`, content: { purpose, linkExpires: link.expiresAt.toISOString() } });
  return link;
}
