import { at, type Faults, type Path, ROOT, searchKey } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/accounts-people';
import { isDeciding } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { isUnsound } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { signedInByBrowser } from '../../../http/signed-in.ts';
import { changePerson } from '../acts/change-person.ts';
import { endMembership } from '../acts/end-membership.ts';
import { endAllSessions } from '../acts/end-sessions.ts';
import { endSessionsWithoutSecondFactor, giveRights, isSecondAdministrator } from '../acts/give-rights.ts';
import { invite } from '../acts/invite.ts';
import { refuseAlone } from '../acts/refuse-alone.ts';
import { resetPassword } from '../acts/reset-password.ts';
import { bodiesNamed, findInPart, findWhole, type MembershipDraft, withinBody } from '../find-person.ts';
import { presentMembership, presentPerson, presentWholePerson } from '../present.ts';
import { readAlone } from '../queries/account-requests.ts';
import { findPerson, listPeople } from '../queries/people.ts';
import type { MadeLink } from '../sign-on/one-time-link.ts';
import { aboveAll, administered, holdsAlready, readsAllPeople } from '../subject.ts';

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
      const made = await invite(acting, body);
      if ('refusedWith' in made) return made;
      const { id, link, code } = made;
      return { status: 201, body: { id, link: link && presentLink(link), code } };
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
    handle: async ({ acting, found: { person }, body }) => {
      const moves = body.email !== undefined && body.email !== person.email;
      if (moves && (await readAlone(acting.db, person.id)).takesTwo) return refuseAlone(acting, 'secondPersonNeeded', { account: person.id, tried: 'email' });
      const changed = await changePerson(acting, person, body);
      return { body: changed, headers: etag(changed.version) };
    },
  });

  defineRoute(app, context, contracts.resetPassword, {
    find: findWhole,
    handle: async ({ acting, found: { person } }) => {
      if (person.id === acting.account) return refuseAlone(acting, 'notForOneself', { account: person.id, tried: 'password' });
      if (!(await readAlone(acting.db, person.id)).mayLink) return refuseAlone(acting, 'secondPersonNeeded', { account: person.id, tried: 'password' });
      return { status: 201, body: presentLink(await resetPassword(acting, person.id)) };
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
      return { ...found, ...(await withinBody(request.db, found.of, request.draft)) };
    },
    judge: async ({ draft, found }, faults) => judgeBodies([[draft, ROOT]], found.there, faults),
    handle: async ({ acting, found: { person }, body }) => {
      const { account } = acting;
      if (person.id === account) return refuseAlone(acting, 'notForOneself', { account, tried: 'membership' });
      if (holdsAlready(person, body)) throw new Problem('alreadyThere');
      if (isDeciding(body.role) && !isSecondAdministrator(body, (await readAlone(acting.db, person.id)).onlyAdministrator))
        return refuseAlone(acting, 'secondPersonNeeded', { account: person.id, tried: 'membership' });
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
      if ('refusedWith' in ended) return ended;
      return { body: presentMembership(ended), headers: etag(ended.version) };
    },
  });
}
