import * as contracts from '@parindex/core/contracts/survey-pilots';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound, holdFound } from '../../rounds/found.ts';
import { originOf } from '../acts/make-links.ts';
import { startPilot, stopPilot } from '../acts/run-pilot.ts';
import { presentPilots } from '../present-pilots.ts';

/** Pilots of a survey, started and ended by whoever leads it. */
export function serveSurveyPilots(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSurveyPilots, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, request, language }) => ({ body: await presentPilots(db, round, originOf(context, request), language) }),
  });

  defineRoute(app, context, contracts.startSurveyPilot, {
    find: findKnownRound,
    handle: async ({ acting, found, body, request, language }) => {
      // Whoever opens the survey holds it too: one of both comes first.
      const round = await holdFound(acting.db, found, ['draft', 'open', 'closed']);
      const effect = await startPilot(acting, round, body.id);
      return { status: effect === 'done' ? 201 : 200, effect, body: await presentPilots(acting.db, round, originOf(context, request), language) };
    },
  });

  defineRoute(app, context, contracts.endSurveyPilot, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, params, request, language }) => {
      const effect = await stopPilot(acting, round, params.pilot);
      return { effect, body: await presentPilots(acting.db, round, originOf(context, request), language) };
    },
  });
}
