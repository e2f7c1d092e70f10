import { at, type Faults, type Path, ROOT, searchKey } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/accounts';
import type { Body } from '@parindex/core/contracts/contract';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { type Draft, isUnsound } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { signedInByBrowser } from '../../../http/signed-in.ts';
import { readBodiesAbove } from '../../bodies/queries/bodies.ts';
import { changePerson } from '../acts/change-person.ts';
import { endMembership } from '../acts/end-membership.ts';
import { endAllSessions } from '../acts/end-sessions.ts';
import { endSessionsWithoutSecondFactor, giveRights } from '../acts/give-rights.ts';
import { invite } from '../acts/invite.ts';
import { resetPassword } from '../acts/reset-password.ts';
import { resetSecondFactor } from '../acts/reset-second-factor.ts';
import { presentMembership, presentPerson, presentWholePerson } from '../present.ts';
import { type FoundPerson, findPerson, type HeldMembership, listPeople } from '../queries/people.ts';
import type { MadeLink } from '../sign-on/one-time-link.ts';
import { aboveAll, administered, type PersonSubject, partOf, readsAllPeople, wholeOf } from '../subject.ts';

interface FoundSubject {
  readonly of: PersonSubject;
  readonly person: FoundPerson;
}

type PersonRequest = { readonly db: Reading; readonly params: { readonly id: string }; readonly caller: Caller | null };

const finding =
  (subject: (person: FoundPerson) => PersonSubject) =>
  async ({ db, params, caller }: PersonRequest): Promise<FoundSubject | undefined> => {
    signedInByBrowser(caller);
    const person = await findPerson(db, params.id);
    return person && !person.ended ? { of: subject(person), person } : undefined;
  };

/** Whoever administers one of the person's bodies. */
const findInPart = finding(partOf);
/** Whoever administers all of them. */
const findWhole = finding(wholeOf);

type MembershipDraft = Draft<Body<typeof contracts.grantMembership>> | undefined;

/** The existing bodies that a request's memberships name, each with all above it. */
const bodiesNamed = (db: Reading, memberships: readonly MembershipDraft[]) =>
  readBodiesAbove(db, [...new Set(memberships.flatMap((draft) => draft?.body ?? []))]);

/** A role in an unknown body is a fault, reported beside those of the schema. */
function judgeBodies(memberships: readonly (readonly [MembershipDraft, Path])[], there: ReadonlyMap<string, unknown>, faults: Faults): void {
  for (const [draft, path] of memberships) {
    const body = draft?.body ?? undefined;
    if (body !== undefined && !there.has(body)) faults.add('unknownId', at(path, 'body'), { found: body });
  }
}

const presentLink = ({ path, expiresAt }: MadeLink) => ({ path, expiresAt: expiresAt.toISOString() });

/** People and their roles, for administrators. */
export function servePeople(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listPeople, {
    find: async ({ caller }) => ({ of: { bodiesAbove: administered(signedInByBrowser(caller).memberships) } }),
    handle: async ({ db, caller, query }) => {
      const whole = readsAllPeople(caller?.memberships ?? []);
      const key = query.search === undefined || query.search.trim() === '' ? undefined : searchKey(query.search);
      // A search for punctuation alone finds nobody, not everybody.
      if (key === '') return { body: { items: [], next: null } };
      const found = await listPeople(db, { under: whole ? undefined : administered(caller?.memberships ?? []), key, after: query.after, limit: query.limit });
      const items = found.slice(0, query.limit).map(presentPerson);
      return { body: { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null } };
    },
  });

  defineRoute(app, context, contracts.invitePerson, {
    find: async ({ db, caller, draft }) => {
      signedInByBrowser(caller);
      const memberships = draft.memberships ?? [];
      const there = await bodiesNamed(db, memberships);
      // An unknown body is a fault for anybody who may invite at all; without a body it is the whole installation's.
      const aboves = memberships.flatMap((membership) => {
        if (isUnsound(membership, 'body')) return [];
        const body = membership?.body ?? undefined;
        return body === undefined ? [[]] : there.has(body) ? [there.get(body) ?? []] : [];
      });
      const bodiesAbove = aboves.length === 0 && memberships.length > 0 ? administered(caller?.memberships ?? []) : aboveAll(aboves);
      return { of: { bodiesAbove }, there };
    },
    judge: async ({ draft, found }, faults) => {
      const memberships = (draft.memberships ?? []).map((member, index) => [member, at(ROOT, 'memberships', index)] as const);
      judgeBodies(memberships, found.there, faults);
      return undefined;
    },
    handle: async ({ acting, body }) => {
      const { id, link } = await invite(acting, body);
      return { status: 201, body: { id, link: presentLink(link) } };
    },
  });

  defineRoute(app, context, contracts.readPerson, {
    find: findInPart,
    handle: async ({ acting, found: { person }, receivedAt }) => {
      const body = await presentWholePerson(acting.db, person, receivedAt);
      await recordAct(acting, { act: 'person.view', subject: `account:${person.id}` });
      return { body, headers: etag(person.version) };
    },
  });

  defineRoute(app, context, contracts.changePerson, {
    find: findWhole,
    handle: async ({ acting, found, body }) => {
      const changed = await changePerson(acting, found.person, body);
      return { body: changed, headers: etag(changed.version) };
    },
  });

  defineRoute(app, context, contracts.resetPassword, {
    find: findWhole,
    handle: async ({ acting, found }) => ({ status: 201, body: presentLink(await resetPassword(acting, found.person.id)) }),
  });

  defineRoute(app, context, contracts.resetSecondFactor, {
    find: findWhole,
    handle: async ({ acting, found }) => {
      await resetSecondFactor(acting, found.person.id);
      return {};
    },
  });

  defineRoute(app, context, contracts.endPersonSessions, {
    find: findInPart,
    handle: async ({ acting, found, query }) => ({ body: await endAllSessions(acting, found.person.id, { withTokens: query.tokens === 'true' }) }),
  });

  serveMemberships(app, context);
}

function serveMemberships(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.grantMembership, {
    find: async (request) => {
      const found = await findInPart(request);
      if (!found) return undefined;
      const { draft } = request;
      const there = await bodiesNamed(request.db, [draft]);
      const { bodiesAbove: above } = found.of;
      // An unknown or unreadable body is a fault for administrators of the person; without a body it is the whole installation's.
      const named: readonly string[] = draft.body == null ? [] : (there.get(draft.body) ?? above);
      const whole = isUnsound(draft, 'body') ? above : named;
      return { ...found, of: { bodiesAbove: whole.filter((above) => found.of.bodiesAbove.includes(above)) }, there };
    },
    judge: async ({ draft, found }, faults) => judgeBodies([[draft, ROOT]], found.there, faults),
    handle: async ({ acting, found: { person }, body }) => {
      const same = (held: HeldMembership) =>
        held.role === body.role && (held.body?.id ?? null) === body.body && held.from <= (body.to ?? held.from) && (held.to === null || held.to >= body.from);
      if (person.memberships.some(same)) throw new Problem('alreadyThere');
      const [id] = await giveRights(acting, person.id, [body]);
      await endSessionsWithoutSecondFactor(acting, person.id, context.kind);
      return { status: 201, body: { id: id as string } };
    },
  });

  defineRoute(app, context, contracts.endMembership, {
    find: async ({ db, params, caller }) => {
      signedInByBrowser(caller);
      const person = await findPerson(db, params.id);
      const held = person?.memberships.find(({ id }) => id === params.membership.toLowerCase());
      return held && { of: { bodiesAbove: held.above }, held };
    },
    handle: async ({ acting, params, found, body }) => {
      const ended = await endMembership(acting, params.id, found.held, body.to, body.version);
      return { body: presentMembership(ended), headers: etag(ended.version) };
    },
  });
}
