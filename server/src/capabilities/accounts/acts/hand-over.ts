import { randomUUID } from 'node:crypto';
import type { handoverBody } from '@parindex/core/contracts/schemas/index';
import { dayBefore } from '@parindex/core/quantity/calendar-date';
import { isDeciding } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InstallationKind } from '../../../context.ts';
import type { Writing } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { findHandover, type HandoverRecord, insertHandover, openWorkOf } from '../queries/handovers.ts';
import {
  bodyNames,
  type FoundPerson,
  findPerson,
  type HeldMembership,
  insertMemberships,
  lockAdministrators,
  lockMemberships,
  setLastDays,
  wholeAdministrators,
} from '../queries/people.ts';
import { readSignOnState } from '../queries/sign-on.ts';
import { revokeTokens, shortenTokens } from '../queries/tokens.ts';
import { administersAll } from '../subject.ts';
import { refuseTooFew } from './end-membership.ts';
import { endSessionsOfEndedRole } from './end-sessions.ts';
import { endSessionsWithoutSecondFactor } from './give-rights.ts';
import { refuseAlone } from './refuse-alone.ts';

type Handover = z.output<typeof handoverBody>;

/** Who performs the handover, and by which membership. */
export interface Performer {
  readonly id: string;
  readonly name: string;
  readonly role: HandoverRecord['performedBy']['role'];
  readonly body: string | null;
}

const FIRST_BY_TWO = {
  vi: 'Có vai trò quyết định mà bên nhận chưa có: hãy đề nghị giao các vai trò đó cho bên nhận, để người thứ hai đồng ý, rồi bàn giao.',
  en: 'There are roles that decide which the receiver does not hold: ask for them first, let a second person agree, and hand over then.',
};

interface MembershipTransfer {
  readonly held: HeldMembership;
  readonly begins: string;
  /** The receiver's own membership that covers the same; absent: a new one begins. */
  readonly own: HeldMembership | undefined;
  readonly id: string;
}

const later = (one: string, other: string) => (one > other ? one : other);

/** Whether a membership grants everything that another would from a day on. */
const covers = (own: HeldMembership, held: HeldMembership, begins: string) =>
  own.role === held.role && own.body?.id === held.body?.id && own.from <= begins && (own.to === null || (held.to !== null && own.to >= held.to));

/** The memberships that are transferred: those in force on the day or beginning after it. */
function passing(from: FoundPerson, to: FoundPerson, day: string): MembershipTransfer[] {
  return from.memberships
    .filter((held) => held.lasts && (held.to === null || held.to >= later(day, held.from)))
    .map((held) => {
      const begins = later(day, held.from);
      const own = to.memberships.find((other) => other.lasts && covers(other, held, begins));
      return { held, begins, own, id: own?.id ?? randomUUID() };
    });
}

/** Until that day the giver goes on working, also by token. */
async function endTokens({ db, receivedAt }: Acting, account: string, day: string) {
  return day <= dayOf(receivedAt.getTime()) ? revokeTokens(db, account, receivedAt) : shortenTokens(db, account, new Date(`${day}T00:00:00+07:00`));
}

async function workOf({ db, receivedAt }: Acting, account: string): Promise<HandoverRecord['sheets']> {
  const found = await openWorkOf(db, account, receivedAt);
  const names = await bodyNames(
    db,
    found.map(({ body }) => body),
  );
  const utc = (moment: string | Date) => new Date(moment).toISOString();
  return found.map(({ round, title, body, entries, lastSeq, lastAt, steps }) => ({
    round: { id: round, title },
    body: { id: body, name: names.get(body) ?? body },
    entries,
    lastSeq,
    lastAt: utc(lastAt),
    steps: steps.map(({ step, opens, closes }) => ({ step, opens: utc(opens), closes: utc(closes) })),
  }));
}

const same = (record: HandoverRecord, command: Handover) =>
  record.from.id === command.from &&
  record.to.id === command.to &&
  record.day === command.day &&
  record.document?.number === command.document?.number &&
  record.document?.date === command.document?.date;

/**
 * Passes all roles and open work of one person to another on a day, in one act: the giver's memberships end the day
 * before, equal ones of the receiver begin, tokens end, and a record of it is kept. The same request again returns that
 * record. Refused if the id was used for something else, nothing would pass, or the day is over. Ids are in lower case.
 */
export async function handOver(
  acting: Acting,
  command: Handover,
  performer: Performer,
  kind: InstallationKind,
): Promise<{ readonly record: HandoverRecord; readonly replayed: boolean } | { readonly refusedWith: Problem }> {
  await lockAdministrators(acting.db);
  const stored = await findHandover(acting.db, command.id);
  if (!stored) {
    const record = await perform(acting, command, performer, kind);
    return 'refusedWith' in record ? record : { record, replayed: false };
  }
  if (!same(stored.record, command)) throw new Problem('idReused', { more: { id: command.id } });
  return { record: stored.record, replayed: true };
}

/** Refused if no administrator of the installation could sign in afterwards: the receiver has no password yet. */
async function refuseLastWhoCanSignOn(db: Writing, giver: string, receiver: string): Promise<void> {
  const others = (await wholeAdministrators(db)).filter(({ account }) => account !== giver);
  if (others.some(({ password }) => password) || (await readSignOnState(db, receiver)).password) return;
  throw new Problem('notNow', {
    detail: {
      vi: 'Bên nhận chưa đặt mật khẩu nên sẽ không còn quản trị viên nào của toàn hệ thống đăng nhập được; hãy để bên nhận đặt mật khẩu trước.',
      en: 'The receiver has set no password yet, so nobody could sign on as administrator of the whole installation; let them set one first.',
    },
  });
}

async function perform(
  acting: Acting,
  { id, from: giver, to: receiver, day, document }: Handover,
  performer: Performer,
  kind: InstallationKind,
): Promise<HandoverRecord | { readonly refusedWith: Problem }> {
  const { db, receivedAt } = acting;
  if (receiver === acting.account) return refuseAlone(acting, 'notForOneself', { account: receiver, tried: 'handover' });
  if (day < dayOf(receivedAt.getTime()))
    throw new Problem('notNow', { detail: { vi: 'Ngày bàn giao không được trước ngày hiện tại.', en: 'A handover cannot be of a day that is over.' } });
  for (const account of [giver, receiver].toSorted()) await lockMemberships(db, account);
  const [from, to] = [await findPerson(db, giver), await findPerson(db, receiver)];
  if (!from || !to) throw new Problem('notFound');
  const passes = passing(from, to, day);
  if (passes.length === 0)
    throw new Problem('notNow', { detail: { vi: 'Bên giao không có vai trò nào để bàn giao vào ngày đó.', en: 'There is no role to hand over on that day.' } });
  const lacking = passes.filter(({ held, own }) => own === undefined && isDeciding(held.role));
  if (lacking.length > 0)
    return refuseAlone(acting, 'secondPersonNeeded', {
      ...{ account: receiver, tried: 'handover', detail: FIRST_BY_TWO },
      more: { roles: lacking.map(({ held, begins }) => ({ role: held.role, body: held.body, from: begins, to: held.to })) },
    });
  const whole = passes.find(({ held }) => administersAll(held));
  if (whole) {
    await refuseLastWhoCanSignOn(db, giver, receiver);
    await refuseTooFew(acting, giver, whole.held.id, dayBefore(whole.begins));
  }
  const sheets = await workOf(acting, giver);
  // Written before the giver's roles end; somebody who hands over their own administration could not write it afterwards.
  const tokens = await endTokens(acting, giver, day);
  const sessions = await endSessionsOfEndedRole(acting, giver, dayBefore(day));
  const record: HandoverRecord = {
    id,
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
    day,
    document: document ?? null,
    performedBy: {
      id: performer.id,
      name: performer.name,
      role: performer.role,
      body: performer.body === null ? null : { id: performer.body, name: (await bodyNames(db, [performer.body])).get(performer.body) ?? performer.body },
    },
    performedAt: receivedAt.toISOString(),
    memberships: passes.map(({ held, begins, own, id: begun }) => ({
      from: held.id,
      to: begun,
      alreadyHeld: own !== undefined,
      role: held.role,
      body: held.body,
      begins,
      ends: held.to,
    })),
    sheets,
    tokens,
  };
  await insertHandover(db, record);
  await insertMemberships(
    db,
    passes
      .filter(({ own }) => !own)
      .map(({ id: begun, held, begins }) => ({
        id: begun,
        account_id: to.id,
        body_id: held.body?.id ?? null,
        role: held.role,
        from_date: begins,
        to_date: held.to,
        granted_by: acting.account,
        granted_at: receivedAt,
        handover_id: id,
      })),
  );
  await endSessionsWithoutSecondFactor(acting, to.id, kind);
  // Read before the giver's roles end, as above.
  const begun = await readRowStates(db, { membership: passes.map((pass) => pass.id) });
  await setLastDays(
    db,
    passes.map(({ held, begins }) => ({ id: held.id, to: dayBefore(begins) })),
    acting.account,
    receivedAt,
  );
  const stands = await readRowStates(db, { handover: [id], membership: passes.map(({ held }) => held.id) });
  await recordAct(acting, {
    act: 'handover.perform',
    subject: `handover:${id}`,
    content: {
      from: from.id,
      to: to.id,
      day,
      document: document ?? null,
      memberships: record.memberships.map(({ from: ended, to: begun }) => ({ ended, begun })),
      sheets: sheets.map(({ round, body }) => ({ round: round.id, within: body.id })),
      tokens: tokens.map((token) => token.id),
      sessionsEnded: String(sessions),
      stands: { ...stands, membership: { ...begun.membership, ...stands.membership } },
    },
    erasable: { record },
  });
  return record;
}
