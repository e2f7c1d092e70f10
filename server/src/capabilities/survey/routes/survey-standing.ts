import * as contracts from '@parindex/core/contracts/survey-standing';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { presentStanding } from '../present-standing.ts';
import { findSurvey } from '../queries/surveys.ts';
import { NOT_OPENED } from '../refuse.ts';

/** How a survey stands: counts of groups of bodies, response rates, days. */
export function serveSurveyStanding(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSurveyStanding, {
    find: findKnownRound,
    handle: async ({ db, params: { round }, query }) => {
      const survey = await findSurvey(db, round);
      if (!survey) throw new Problem('notNow', { detail: NOT_OPENED });
      return { body: await presentStanding(db, round, survey.threshold, query) };
    },
  });
}
