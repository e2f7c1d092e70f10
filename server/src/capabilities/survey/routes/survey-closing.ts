import * as contracts from '@parindex/core/contracts/survey-closing';
import { absentText } from '@parindex/core/survey/estimates/index';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { endSurvey } from '../acts/end-survey.ts';
import { proposeEstimates } from '../acts/propose-estimates.ts';

/** The end of a survey, and the estimates that come of it. */
export function serveSurveyClosing(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.endSurvey, {
    find: findKnownRound,
    handle: async ({ acting, params, found: { round }, body }) => {
      const closes = round.steps.find(({ step }) => step === 'survey')?.closes;
      await endSurvey(acting, params.round, closes === undefined ? undefined : new Date(closes), body.reason);
      return {};
    },
  });

  defineRoute(app, context, contracts.proposeEstimates, {
    find: findKnownRound,
    handle: async ({ acting, params, language }) => {
      const { known, absent, ...proposed } = await proposeEstimates(acting, params.round);
      return {
        status: known ? 200 : 201,
        effect: effectOf(known),
        body: {
          ...proposed,
          absent: absent.map((each) => ({
            body: each.body,
            group: each.group,
            question: each.question,
            because: each.because,
            why: absentText(each, language),
          })),
        },
      };
    },
  });
}
