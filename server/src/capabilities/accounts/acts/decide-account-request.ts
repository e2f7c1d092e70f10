import { randomUUID } from 'node:crypto';
import { searchKey } from '@parindex/core';
import { type SecondPersonDecision, WHY_NOT_SECOND } from '@parindex/core/rights/second-person';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InstallationKind } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { newLinkHalf } from '../halved-link.ts';
import {
  type AccountRequestRow,
  decideRequestInDatabase,
  decidingOffice,
  findAccountRequest,
  isAddressTaken,
  lockAccountRequest,
  opensByTwo,
  stopRequest,
  whyNotDecided,
  withdrawLinkOfRequest,
} from '../queries/account-requests.ts';
import { openLinkOf } from '../queries/links.ts';
import { findPerson } from '../queries/people.ts';
import { endSessions } from '../queries/sessions.ts';
import { readSignOnState } from '../queries/sign-on.ts';
import { revokeTokens } from '../queries/tokens.ts';
import { holdsAlready } from '../subject.ts';
import { endSessionsWithoutSecondFactor } from './give-rights.ts';
import { refuseAlone } from './refuse-alone.ts';

export interface Deciding {
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
}

/** The decider's half of a link, as the API answers it. */
export interface HalfOfLink {
  readonly path: string;
  readonly expiresAt: string;
}

const LAPSED = {
  vi: 'Đề nghị đã quá hạn chờ nên không còn hiệu lực; cần đề nghị lại.',
  en: 'The request has waited too long and holds no more; it has to be asked for again.',
};

/** What the decision did, told as each such act is told. */
async function tellWhatWasDone(
  acting: Acting,
  { id, kind, person, membership, email }: AccountRequestRow,
  begun: string,
  before: string | undefined,
): Promise<void> {
  const { db } = acting;
  const subject = `account:${person.id}` as const;
  switch (kind) {
    case 'membership':
      await recordAct(acting, {
        act: 'membership.grant',
        subject,
        content: {
          ...{ membership: begun, request: id, role: membership?.role ?? null, within: membership?.body?.id ?? null },
          ...{ from: membership?.from ?? null, to: membership?.to ?? null, stands: await readRowStates(db, { membership: [begun] }) },
        },
      });
      return;
    case 'password':
      await recordAct(acting, { act: 'person.reset', subject, content: { request: id } });
      return;
    case 'secondFactor': {
      const sessions = await endSessions(db, person.id, acting.receivedAt);
      const tokens = await revokeTokens(db, person.id, acting.receivedAt);
      await recordAct(acting, {
        act: 'secondFactor.reset',
        subject,
        content: { request: id, sessionsEnded: String(sessions), tokensEnded: String(tokens.length) },
      });
      return;
    }
    case 'email':
      await recordAct(acting, {
        act: 'person.change',
        subject,
        content: { fields: ['email'], request: id, stands: await readRowStates(db, { account: [person.id] }) },
        erasable: { before: { email: before }, after: { email } },
      });
  }
}

/** Says why none of these offices decides it. */
async function refuseUndecided(
  acting: Acting,
  { id, kind, person }: AccountRequestRow,
  offices: readonly string[],
): Promise<{ readonly refusedWith: Problem }> {
  const why = await whyNotDecided(acting.db, id, offices);
  if (why === undefined) throw new Problem('refused');
  if (why === 'dependent') return refuseAlone(acting, 'secondPersonNeeded', { account: person.id, tried: kind, detail: WHY_NOT_SECOND[why] });
  throw new Problem('notNow', { detail: WHY_NOT_SECOND[why] });
}

/** Refuses what has come true since it was asked for: the address is somebody's, the role is held. */
async function refuseAlreadyThere(db: Reading, { email, membership, person }: AccountRequestRow): Promise<void> {
  if (email !== null && (await isAddressTaken(db, email))) throw new Problem('alreadyThere');
  const concerned = membership ? await findPerson(db, person.id) : undefined;
  if (membership && concerned && holdsAlready(concerned, { ...membership, body: membership.body?.id ?? null })) throw new Problem('alreadyThere');
}

/**
 * Another person decides, neither who asked nor whom it concerns; the database judges both and does it. Where it opens an
 * account, its answer is the half of a link: the other half is the code of whoever asked, so neither opens it alone.
 */
export async function decideAccountRequest(
  acting: Acting,
  { id }: AccountRequestRow,
  offices: readonly string[],
  deciding: Deciding,
  kind: InstallationKind,
): Promise<{ readonly refusedWith: Problem } | { readonly link: HalfOfLink | null; readonly replayed: boolean }> {
  const { db, receivedAt } = acting;
  await lockAccountRequest(db, id);
  const request = await findAccountRequest(db, id);
  if (!request) throw new Problem('notFound');
  const { decided, asked, person } = request;
  if (decided) {
    const same = decided.by.id === acting.account && decided.decision === deciding.decision && decided.note === deciding.note;
    if (!same) throw new Problem('notNow', { more: { decided } });
    return { link: null, replayed: true };
  }
  if (person.id === acting.account) return refuseAlone(acting, 'notForOneself', { account: person.id, tried: request.kind });
  if (asked.by.id === acting.account) return refuseAlone(acting, 'secondPersonNeeded', { account: person.id, tried: request.kind });
  if (request.lapsed) throw new Problem('notNow', { detail: LAPSED });
  const office = await decidingOffice(db, id, offices);
  if (office === undefined) return refuseUndecided(acting, request, offices);

  const second: Acting = { ...acting, membership: office };
  const [begun, half] = [randomUUID(), newLinkHalf()];
  const before = request.kind === 'email' ? await findPerson(db, person.id) : undefined;
  const sought = request.email === null ? null : searchKeyOf(before?.name ?? '', request.email);
  const carriesOut = deciding.decision === 'carriedOut';
  const renews = carriesOut && request.kind === 'membership' && (await opensByTwo(db, person.id));
  const opens = renews || (carriesOut && request.kind === 'password');
  const ended = renews && (await readSignOnState(db, person.id)).password;
  if (carriesOut) await refuseAlreadyThere(db, request);
  await decideRequestInDatabase(db, id, office, deciding, { begun, half: half.hash, sought });
  if (carriesOut) {
    await tellWhatWasDone(second, request, begun, before?.email);
    // Nobody may sign on with what one person may know: the database has ended it.
    if (ended) await recordAct(second, { act: 'person.reset', subject: `account:${person.id}`, content: { request: id, passwordEnded: true } });
    if (request.kind === 'membership') await endSessionsWithoutSecondFactor(second, person.id, kind);
  }
  await recordAct(second, {
    act: carriesOut ? 'accountRequest.carryOut' : 'accountRequest.refuse',
    subject: `account:${person.id}`,
    content: { request: id, kind: request.kind, stands: await readRowStates(db, { account_request: [id] }) },
    erasable: { reason: request.reason, email: request.email, note: deciding.note },
  });
  const until = opens ? await openLinkOf(db, person.id, receivedAt) : undefined;
  return { link: until ? { path: half.path, expiresAt: until.toISOString() } : null, replayed: false };
}

const searchKeyOf = (name: string, email: string) => `${searchKey(name)} ${searchKey(email)}`;

/**
 * Whom it concerns, or who asked, stops a request that waits; and of one that was carried out, whom it concerns or any of
 * their administrators the link that is still open.
 */
export async function stopAccountRequest(acting: Acting, { id, kind, person, reason, email, decided }: AccountRequestRow, note: string | null): Promise<void> {
  const { db } = acting;
  await lockAccountRequest(db, id);
  if (decided?.decision === 'carriedOut' && (await withdrawLinkOfRequest(db, id))) {
    await recordAct(acting, { act: 'link.withdraw', subject: `account:${person.id}`, content: { request: id, kind }, erasable: { note } });
    return;
  }
  if (!(await stopRequest(db, id, note))) throw new Problem('notNow');
  await recordAct(acting, {
    act: 'accountRequest.stop',
    subject: `account:${person.id}`,
    content: { request: id, kind, stands: await readRowStates(db, { account_request: [id] }) },
    erasable: { reason, email, note },
  });
}
