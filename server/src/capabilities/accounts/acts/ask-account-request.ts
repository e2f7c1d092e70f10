import type { AccountRequestKind } from '@parindex/core/accounts/account-request';
import type { DECIDING_ROLES } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { newLinkCode } from '../halved-link.ts';
import {
  type AccountRequestRow,
  findAccountRequest,
  findWaitingRequest,
  insertAccountRequest,
  isAddressTaken,
  lockRequestsAbout,
  opensByTwo,
} from '../queries/account-requests.ts';
import type { NewMembership } from './give-rights.ts';

type DecidingRole = (typeof DECIDING_ROLES)[number];

export interface AskedForAccount {
  readonly id: string;
  readonly kind: AccountRequestKind;
  readonly account: string;
  readonly membership: (NewMembership & { readonly role: DecidingRole }) | null;
  readonly email: string | null;
  readonly reason: string;
}

export type LinkCode = ReturnType<typeof newLinkCode>;

/** Keeps a request; the database tells whom it concerns. */
export async function keepAccountRequest(
  acting: Acting,
  { id, kind, account, membership, email, reason }: AskedForAccount,
  code: LinkCode | undefined,
): Promise<void> {
  const { db, receivedAt } = acting;
  await insertAccountRequest(
    db,
    {
      ...{ id, kind, account_id: account, email, reason },
      ...{ body_id: membership?.body ?? null, role: membership?.role ?? null, from_date: membership?.from ?? null, to_date: membership?.to ?? null },
      ...{ asked_by: acting.account as string, asked_office: acting.membership as string, asked_at: receivedAt },
    },
    code?.hash,
  );
  await recordAct(acting, {
    act: 'accountRequest.ask',
    subject: `account:${account}`,
    content: { request: id, kind, stands: await readRowStates(db, { account_request: [id] }) },
    erasable: { reason, email },
  });
}

const same = ({ kind, person, membership, email, reason }: AccountRequestRow, asked: AskedForAccount) =>
  kind === asked.kind &&
  person.id === asked.account &&
  email === asked.email &&
  reason === asked.reason &&
  membership?.role === asked.membership?.role &&
  (membership?.body?.id ?? null) === (asked.membership?.body ?? null) &&
  membership?.from === asked.membership?.from;

/** Asks for what takes two persons. A repeated request answers the stored one, whose code is not told again. */
export async function askAccountRequest(acting: Acting, asked: AskedForAccount): Promise<{ readonly replayed: boolean; readonly code: string | null }> {
  const stored = await findAccountRequest(acting.db, asked.id);
  if (stored) {
    if (stored.asked.by.id !== acting.account || !same(stored, asked)) throw new Problem('idReused', { more: { id: stored.id } });
    return { replayed: true, code: null };
  }
  await lockRequestsAbout(acting.db, asked.account);
  if (asked.email !== null && (await isAddressTaken(acting.db, asked.email))) throw new Problem('alreadyThere');
  const waiting = await findWaitingRequest(acting.db, { ...asked, body: asked.membership?.body ?? null, role: asked.membership?.role ?? null });
  if (waiting !== undefined) throw new Problem('alreadyThere', { more: { request: waiting } });
  // Who has no password yet, or one set by a link of one person, gets a new one by two when the role is given.
  const opens = asked.kind === 'password' || (asked.kind === 'membership' && (await opensByTwo(acting.db, asked.account)));
  const code = opens ? newLinkCode() : undefined;
  await keepAccountRequest(acting, asked, code);
  return { replayed: false, code: code?.code ?? null };
}
