import * as contracts from '@parindex/core/contracts/survey';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { madeAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound, findRoundWithin, holdFound } from '../../rounds/found.ts';
import { openSurvey } from '../acts/open-survey.ts';
import { presentSurvey } from '../present-survey.ts';
import { findSurvey } from '../queries/surveys.ts';
import { respondentForm } from '../respondent-form.ts';
import { readSurveyGroups } from '../survey-groups.ts';

/** The survey of a round: how it stands, its opening, the form of its lists. */
export function serveSurveys(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSurvey, {
    find: findRoundWithin,
    handle: async ({ db, found: { round }, caller, language }) => ({ body: await presentSurvey(db, round, caller?.memberships ?? [], language) }),
  });

  defineRoute(app, context, contracts.openSurvey, {
    find: findKnownRound,
    handle: async ({ acting, found, caller, body, language }) => {
      // Read as it stands once it is locked: its state is judged among all else that stands against the opening.
      const round = await holdFound(acting.db, found, ['draft', 'open', 'closed']);
      const effect = await openSurvey(acting, round, body.threshold);
      return { status: 201, effect, body: await presentSurvey(acting.db, round, caller?.memberships ?? [], language) };
    },
  });

  defineRoute(app, context, contracts.downloadRespondentForm, {
    find: findRoundWithin,
    handle: async ({ db, found: { round }, language }) => {
      const groups = await readSurveyGroups(db, (await findSurvey(db, round.id))?.edition ?? round.edition);
      return madeAnswer(() => respondentForm(groups, language), 'xlsx', `danh-sach-lay-y-kien-${round.id}`);
    },
  });
}
