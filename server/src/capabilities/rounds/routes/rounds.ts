import { at, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/rounds';
import { bodiesWith, may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Writing } from '../../../db/transaction.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import type { Draft } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { keepEdition } from '../../editions/queries/editions.ts';
import { changeRound } from '../acts/change-round.ts';
import { confirmPart } from '../acts/confirm-part.ts';
import { createRound } from '../acts/create-round.ts';
import { openRound } from '../acts/open-round.ts';
import { findKnownRound, knowsDraftsOf } from '../found.ts';
import { presentOpening, presentRound, presentRoundRow } from '../present.ts';
import { findRound, knownBodies, listRounds, type RoundRow } from '../queries/rounds.ts';
import { answerRound, holdSeen } from '../round-answer.ts';

const roundOrder = z.tuple([z.number().int().min(0).max(9_999), z.string().max(100)]);

const DRAFT_OR_OPEN = ['draft', 'open'] as const;
const ANY_STATE = [...DRAFT_OR_OPEN, 'closed'] as const;

/** Whether nothing but who sees the ranking is changed: that an owner can take back from a closed round too. */
const changesRankingAlone = ({ version: _, rankingShown, ...others }: Draft<Body<typeof contracts.changeRound>>): boolean =>
  rankingShown !== undefined && Object.values(others).every((value) => value === undefined);

/** Whether an edition can be chosen: it must exist, and be adopted once the round is open. */
async function canChoose(db: Writing, edition: string, state: string): Promise<boolean> {
  const found = await keepEdition(db, edition);
  return found !== undefined && (state === 'draft' || found === 'adopted');
}

/** Rounds: list, read, create, change, confirm copied parts, open. */
export function serveRounds(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listRounds, {
    handle: async ({ db, caller, query: { limit, after } }) => {
      const rows = await listRounds(db, knowsDraftsOf(caller), limit, readCursor(after, roundOrder));
      const last = rows[limit - 1];
      return { body: { items: rows.slice(0, limit).map(presentRoundRow), next: rows.length > limit && last ? cursorOf([last.year, last.id]) : null } };
    },
  });

  defineRoute(app, context, contracts.readRound, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language, receivedAt }) => ({
      body: await presentRound(db, round, language, receivedAt),
      headers: etag(round.version),
    }),
  });

  defineRoute(app, context, contracts.createRound, {
    // The right depends on the round's owner; if that cannot be read, faults are shown to anybody who owns a round.
    find: async ({ db, draft: { ownerBody }, caller }) => {
      const known = ownerBody !== undefined && (await knownBodies(db, [ownerBody])).has(ownerBody);
      const roundOwner = known ? ownerBody : bodiesWith(caller?.memberships ?? [], 'round.create')[0];
      return { of: { roundOwner: roundOwner ?? null } };
    },
    judge: async ({ db, draft, caller }, faults): Promise<{ source: RoundRow | undefined } | undefined> => {
      const { ownerBody, edition, copyFrom } = draft;
      if (ownerBody !== undefined && !(await knownBodies(db, [ownerBody])).has(ownerBody)) faults.add('unknownId', at(ROOT, 'ownerBody'), { found: ownerBody });
      if (edition !== undefined && !(await canChoose(db, edition, 'draft'))) faults.add('unknownId', at(ROOT, 'edition'), { found: edition });
      if (copyFrom === undefined) {
        if (!Object.hasOwn(draft, 'title')) faults.add('missingKey', at(ROOT, 'title'), { key: 'title' });
        return { source: undefined };
      }
      // A plan may only be copied by its owner, as last year's figures come with it.
      const source = await findRound(db, copyFrom);
      if (!source || !caller || !may(caller.memberships, 'round.write', { roundOwner: source.ownerBody })) {
        faults.add('unknownId', at(ROOT, 'copyFrom'), { found: copyFrom });
        return undefined;
      }
      return { source };
    },
    handle: async ({ acting, body, judged: { source }, language, receivedAt }) => {
      if (await findRound(acting.db, body.id)) throw new Problem('alreadyThere', { more: { id: body.id } });
      await createRound(acting, body, source);
      return { ...(await answerRound(acting.db, body.id, language, receivedAt)), status: 201 };
    },
  });

  defineRoute(app, context, contracts.changeRound, {
    find: findKnownRound,
    judge: async (request, faults) => {
      const { edition } = request.draft;
      const { state } = await holdSeen(request, changesRankingAlone(request.draft) ? ANY_STATE : DRAFT_OR_OPEN);
      if (edition !== undefined && !(await canChoose(request.db, edition, state))) faults.add('unknownId', at(ROOT, 'edition'), { found: edition });
    },
    handle: async ({ acting, found: { round }, body: { version: _, ...head }, language, receivedAt }) => {
      await changeRound(acting, round, head);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.confirmPlanPart, {
    find: findKnownRound,
    judge: async (request) => {
      await holdSeen(request, DRAFT_OR_OPEN);
    },
    handle: async ({ acting, found: { round }, params, language, receivedAt }) => {
      await confirmPart(acting, round, params.part);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.readOpening, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language, receivedAt }) => ({ body: await presentOpening(db, round, language, receivedAt) }),
  });

  defineRoute(app, context, contracts.openRound, {
    find: findKnownRound,
    judge: async (request) => {
      await holdSeen(request, ['draft']);
    },
    handle: async ({ acting, body, found: { round }, language, receivedAt }) => {
      await openRound(acting, round, body.told, language);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });
}
