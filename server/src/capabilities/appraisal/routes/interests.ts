import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/appraisal-persons';
import type { interest } from '@parindex/core/contracts/schemas/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { readOwnCauses } from '../../sheets/own-cause.ts';
import { declareInterest, withdrawInterest } from '../acts/declare-interest.ts';
import { type InterestRow, readBodiesOfRound, readDeciders, readInterests } from '../queries/interests.ts';

const present = ({ id, person, body, kind, reason, declared, withdrawn, withdrawalReason }: InterestRow): z.output<typeof interest> => ({
  ...{ id, person, body, kind, reason, declared },
  withdrawn: withdrawn && { ...withdrawn, reason: withdrawalReason as string },
});

function among(rows: readonly InterestRow[], id: string): InterestRow {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Problem('notFound');
  return found;
}

/** Which sheets of a round somebody does not decide on, and what is declared of it. */
export function serveInterests(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listInterests, {
    find: findKnownRound,
    handle: async ({ db, found: { round } }) => {
      const bodies = await readBodiesOfRound(db, round.id);
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      return {
        body: {
          causes: (await readOwnCauses(db, round.id)).map(({ body, grounds }) => ({
            body: { id: body, name: names.get(body) ?? body },
            grounds: [...grounds],
          })),
          months: round.ownCauseMonths,
          interests: (await readInterests(db, round.id)).map(present),
          bodies,
          persons: await readDeciders(db, round.id),
        },
      };
    },
  });

  defineRoute(app, context, contracts.declareInterest, {
    find: findKnownRound,
    judge: async ({ db, params, draft, found: { of }, caller }, faults) => {
      // Of somebody else it is for an owner to say.
      if (draft.person !== undefined && draft.person !== caller?.account && !may(caller?.memberships ?? [], 'interest.record', of))
        throw new Problem('refused');
      const { body } = draft;
      if (body !== undefined && !(await readBodiesOfRound(db, params.round)).some(({ id }) => id === body))
        faults.add('unknownId', at(ROOT, 'body'), { found: body });
      return {};
    },
    handle: async ({ acting, found: { round }, body }) => {
      const effect = await declareInterest(acting, round, body);
      return { status: 201, effect, body: present(among(await readInterests(acting.db, round.id), body.id)) };
    },
  });

  defineRoute(app, context, contracts.withdrawInterest, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, params: { interest: id }, body }) => {
      const effect = await withdrawInterest(acting, round, among(await readInterests(acting.db, round.id), id), body.reason);
      return { effect, body: present(among(await readInterests(acting.db, round.id), id)) };
    },
  });
}
