import { randomUUID } from 'node:crypto';
import { type DECIDING_ROLES, isDeciding } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Problem } from '../../../http/problems.ts';
import { newLinkCode } from '../halved-link.ts';
import { isOnlyAdministrator } from '../queries/account-requests.ts';
import { insertAccount } from '../queries/people.ts';
import { type MadeLink, makeOneTimeLink } from '../sign-on/one-time-link.ts';
import { keepAccountRequest } from './ask-account-request.ts';
import { giveRights, isSecondAdministrator, type NewMembership } from './give-rights.ts';
import { refuseAlone } from './refuse-alone.ts';

interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly memberships: readonly NewMembership[];
  readonly reason?: string | undefined;
}

/**
 * Creates an account with roles, and a link for its person to set a password. Roles that decide are asked for; then the
 * link is made when a second person agrees, and opens only with the code that is answered here.
 */
export async function invite(
  acting: Acting,
  { email, name, memberships, reason }: Invitation,
): Promise<{ readonly refusedWith: Problem } | { readonly id: string; readonly link: MadeLink | null; readonly code: string | null }> {
  const { db, receivedAt } = acting;
  const only = await isOnlyAdministrator(db);
  const asked = memberships.filter((given) => isDeciding(given.role) && !isSecondAdministrator(given, only));
  if (asked.length > 0 && reason === undefined) return refuseAlone(acting, 'secondPersonNeeded', { account: null, tried: 'membership' });
  const id = await insertAccount(db, { email, name, created_at: receivedAt });
  // Roles first: the right to send somebody a link depends on where they work.
  await giveRights(
    acting,
    id,
    memberships.filter((given) => !asked.includes(given)),
  );
  const code = asked.length > 0 ? newLinkCode() : undefined;
  for (const given of asked)
    await keepAccountRequest(
      acting,
      {
        ...{ id: randomUUID(), kind: 'membership', account: id, email: null, reason: reason ?? '' },
        membership: { ...given, role: given.role as (typeof DECIDING_ROLES)[number] },
      },
      code,
    );
  const link = code ? null : await makeOneTimeLink(db, 'invitation', id, acting.account, receivedAt);
  await recordAct(acting, {
    act: 'person.invite',
    subject: `account:${id}`,
    content: { ...(link ? { linkExpires: link.expiresAt.toISOString() } : {}), stands: await readRowStates(db, { account: [id] }) },
    erasable: { email, name },
  });
  return { id, link, code: code?.code ?? null };
}
