import { at, type Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/accounts-people';
import type { accountRequestAnswer } from '@parindex/core/contracts/schemas/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findMyself, signedInByBrowser } from '../../../http/signed-in.ts';
import { readBodiesAbove } from '../../bodies/queries/bodies.ts';
import { type AskedForAccount, askAccountRequest } from '../acts/ask-account-request.ts';
import { decideAccountRequest, stopAccountRequest } from '../acts/decide-account-request.ts';
import { refuseAlone } from '../acts/refuse-alone.ts';
import { findInPart, findWhole, withinBody } from '../find-person.ts';
import {
  type AccountRequestRow,
  decidingOffice,
  findAccountRequest,
  isOnlyAdministrator,
  listAccountRequests,
  listAwaitedAdministrators,
} from '../queries/account-requests.ts';
import { countWholeAdministrators, findPerson } from '../queries/people.ts';
import { holdsAlready, type PersonSubject, wholeOf } from '../subject.ts';

/** Most requests in one list. */
const MOST_LISTED = 200;

async function present(
  db: Reading,
  { lapsed, ...row }: AccountRequestRow,
  caller: Pick<Caller, 'account' | 'memberships'>,
): Promise<z.output<typeof accountRequestAnswer>> {
  const waits = row.decided === null && !lapsed;
  const offices = caller.memberships.map(({ id }) => id);
  return {
    ...row,
    mayDecide: waits && (await decidingOffice(db, row.id, offices)) !== undefined,
    // Whoever sees that a link is open may withdraw it.
    mayStop: row.linkUntil !== null || (waits && [row.person.id, row.asked.by.id].includes(caller.account)),
  };
}

async function answer(db: Reading, id: string, caller: Caller | null): Promise<z.output<typeof accountRequestAnswer>> {
  const row = await findAccountRequest(db, id);
  if (!row || !caller) throw new Problem('notFound');
  return present(db, row, caller);
}

/** What a request is about, as rights are judged on it: the body of a role; otherwise all that the person works in. */
async function subjectOfRequest(db: Reading, { kind, person, membership }: AccountRequestRow): Promise<PersonSubject | undefined> {
  const body = membership?.body?.id;
  if (kind === 'membership') return { bodiesAbove: body === undefined ? [] : ((await readBodiesAbove(db, [body])).get(body) ?? []) };
  const found = await findPerson(db, person.id);
  return found && wholeOf(found);
}

/** What takes two persons: one asks with a reason, another decides; whom it concerns is told and can stop it. */
export function serveAccountRequests(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.askAccountRequest, {
    find: async (request) => {
      const { db, draft } = request;
      if (draft.kind !== 'membership') return findWhole(request);
      const found = await findInPart(request);
      return found && { ...found, ...(await withinBody(db, found.of, draft.membership)) };
    },
    judge: async ({ db, draft }, faults: Faults) => {
      const body = draft.membership?.body ?? undefined;
      if (body !== undefined && !(await readBodiesAbove(db, [body])).has(body)) faults.add('unknownId', at(ROOT, 'membership', 'body'), { found: body });
    },
    handle: async ({ acting, caller, found: { person }, body }) => {
      const { id, kind, membership = null, email = null, reason } = body;
      if (person.id === acting.account && kind !== 'email') return refuseAlone(acting, 'notForOneself', { account: person.id, tried: kind });
      if (membership && holdsAlready(person, membership)) throw new Problem('alreadyThere');
      const asked = { id, kind, account: person.id, membership, email, reason } as AskedForAccount;
      const { replayed, code } = await askAccountRequest(acting, asked);
      return { status: replayed ? 200 : 201, effect: effectOf(replayed), body: { request: await answer(acting.db, id, caller), code } };
    },
  });

  defineRoute(app, context, contracts.listAccountRequests, {
    find: async ({ caller }) => ({ of: {}, caller: signedInByBrowser(caller) }),
    handle: async ({ db, query, found: { caller } }) => {
      const rows = await listAccountRequests(db, query.state === 'waiting', MOST_LISTED);
      const items: z.output<typeof accountRequestAnswer>[] = [];
      for (const row of rows) items.push(await present(db, row, caller));
      if (!may(caller.memberships, 'person.write', { bodiesAbove: [] })) return { body: { items, administrators: null } };
      const administrators = {
        count: await countWholeAdministrators(db),
        mayMakeSecond: await isOnlyAdministrator(db),
        awaited: await listAwaitedAdministrators(db),
      };
      return { body: { items, administrators } };
    },
  });

  defineRoute(app, context, contracts.decideAccountRequest, {
    find: async ({ db, params, caller }) => {
      signedInByBrowser(caller);
      const request = await findAccountRequest(db, params.id);
      const of = request && (await subjectOfRequest(db, request));
      return of && { of, request };
    },
    handle: async ({ acting, body, found: { request }, caller }) => {
      const offices = (caller?.memberships ?? []).map(({ id }) => id);
      const decided = await decideAccountRequest(acting, request, offices, body, context.kind);
      if ('refusedWith' in decided) return decided;
      return { effect: effectOf(decided.replayed), body: { request: await answer(acting.db, request.id, caller), link: decided.link } };
    },
  });

  defineRoute(app, context, contracts.stopAccountRequest, {
    find: async (request) => {
      const found = await findMyself(request);
      const wanted = found && (await findAccountRequest(request.db, request.params.id));
      return found && wanted && { ...found, wanted };
    },
    handle: async ({ acting, body, found: { wanted }, caller }) => {
      await stopAccountRequest(acting, wanted, body.note);
      return { body: await answer(acting.db, wanted.id, caller) };
    },
  });
}
