import type { Language } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/rounds-closing';
import { ROUND_REQUEST_KINDS, type roundRequest } from '@parindex/core/contracts/schemas/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import { decidingOffice } from '../../../db/second-person.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { askOfRound, decideOfRound, stopRoundRequest } from '../acts/decide-round-request.ts';
import { findKnownRound } from '../found.ts';
import { type ReadOpenItems, readOpenAtClosing } from '../open-at-closing.ts';
import { findClosingProgress } from '../queries/closing-progress.ts';
import { canRequest, type RoundRequestRow, readRoundRequests } from '../queries/round-requests.ts';
import { holdRound, type RoundRow } from '../queries/rounds.ts';
import { presentConsequence } from '../require-told.ts';
import { tellingOf } from '../tell-progress.ts';

interface Reader {
  readonly db: Reading;
  readonly caller: Caller | null;
  readonly language: Language;
  readonly receivedAt: Date;
}

const officesOf = (caller: Caller | null): string[] => (caller?.memberships ?? []).map(({ id }) => id);

async function present(row: RoundRequestRow, { db, caller, language, receivedAt }: Reader): Promise<z.output<typeof roundRequest>> {
  const { id, kind, told, reason, askedBy, askedAt, role, body, lapsesAt, decision, note, decided } = row;
  const waits = decision === null && lapsesAt > receivedAt;
  return {
    ...{ id, kind, reason },
    told: told.map((consequence) => presentConsequence(consequence, language)),
    asked: { by: askedBy, at: askedAt.toISOString(), role, body },
    lapsesAt: lapsesAt.toISOString(),
    decided: decision !== null && decided !== null ? { ...decided, decision, note } : null,
    mayDecide: waits && 'office' in (await decidingOffice(db, 'round', id, officesOf(caller))),
    mayStop: waits && askedBy.id === caller?.account,
  };
}

async function findRequest(db: Reading, { round, request }: { readonly round: string; readonly request: string }): Promise<RoundRequestRow> {
  const [found] = await readRoundRequests(db, round, request);
  if (!found) throw new Problem('notFound');
  return found;
}

/** Closing a round by two persons, and undoing that. */
export function serveRoundRequests(app: FastifyInstance, context: Context, readOpenItems: ReadOpenItems): void {
  defineRoute(app, context, contracts.readClosing, {
    find: findKnownRound,
    handle: async ({ db, caller, params, language, receivedAt }) => {
      let possible: (typeof ROUND_REQUEST_KINDS)[number] | null = null;
      for (const kind of ROUND_REQUEST_KINDS) if (await canRequest(db, kind, params.round)) possible = kind;
      const items = possible === 'close' ? await readOpenItems(db, params.round, language) : undefined;
      const open = possible === null ? [] : await readOpenAtClosing(db, params.round, receivedAt, items);
      const [requests, computing] = [await readRoundRequests(db, params.round), await findClosingProgress(db, params.round, receivedAt)];
      const reader = { db, caller, language, receivedAt };
      return {
        body: {
          open: open.map((consequence) => presentConsequence(consequence, language)),
          uncomputed: [...(items?.uncomputed ?? [])],
          possible,
          requests: await Promise.all(requests.map((row) => present(row, reader))),
          computing: possible === 'close' ? (computing ?? null) : null,
        },
      };
    },
  });

  defineRoute(app, context, contracts.askOfRound, {
    find: findKnownRound,
    handle: async ({ acting, caller, params, body, language, receivedAt }) => {
      const { db } = acting;
      const round = (await holdRound(db, params.round)) as RoundRow;
      const effect = await askOfRound(acting, round, body, { language, readOpenItems });
      const row = await findRequest(db, { round: params.round, request: body.id });
      return { status: 201, effect, body: await present(row, { db, caller, language, receivedAt }) };
    },
  });

  defineRoute(app, context, contracts.decideOfRound, {
    find: findKnownRound,
    handle: async ({ acting, caller, params, body, language, receivedAt }) => {
      const { db } = acting;
      await holdRound(db, params.round);
      const effect = await decideOfRound(
        acting,
        await findRequest(db, params),
        officesOf(caller),
        body,
        { language, readOpenItems },
        tellingOf(context, caller?.account ?? '', params.round),
      );
      return { effect, body: await present(await findRequest(db, params), { db, caller, language, receivedAt }) };
    },
  });

  defineRoute(app, context, contracts.stopRoundRequest, {
    find: findKnownRound,
    handle: async ({ acting, caller, params, body, language, receivedAt }) => {
      const { db } = acting;
      await holdRound(db, params.round);
      const effect = await stopRoundRequest(acting, await findRequest(db, params), body.note);
      return { effect, body: await present(await findRequest(db, params), { db, caller, language, receivedAt }) };
    },
  });
}
