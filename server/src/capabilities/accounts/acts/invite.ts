import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { insertAccount } from '../queries/people.ts';
import { type MadeLink, makeOneTimeLink } from '../sign-on/one-time-link.ts';
import { giveRights, type NewMembership } from './give-rights.ts';

/** Creates an account with roles, and a link for its person to set a password. */
export async function invite(
  acting: Acting,
  { email, name, memberships }: { readonly email: string; readonly name: string; readonly memberships: readonly NewMembership[] },
): Promise<{ id: string; link: MadeLink }> {
  const { db, receivedAt } = acting;
  const id = await insertAccount(db, { email, name, created_at: receivedAt });
  // Roles first: the right to send somebody a link depends on where they work.
  await giveRights(acting, id, memberships);
  const link = await makeOneTimeLink(db, 'invitation', id, acting.account, receivedAt);
  await recordAct(acting, {
    act: 'person.invite',
    subject: `account:${id}`,
    content: { linkExpires: link.expiresAt.toISOString(), stands: await readRowStates(db, { account: [id] }) },
    erasable: { email, name },
  });
  return { id, link };
}
