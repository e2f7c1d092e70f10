import { SURVEY_THRESHOLD } from '@parindex/core/contracts/schemas/survey';
import * as contracts from '@parindex/core/contracts/survey';
import { ALL_RESPONDENTS } from '@parindex/core/survey/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { documentAnswer, madeAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound, findRoundWithin, holdFound } from '../../rounds/found.ts';
import { readRoundOfLetters } from '../../rounds/round-of-letters.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { openSurvey } from '../acts/open-survey.ts';
import { listLetter } from '../list-letter.ts';
import { obstacleOf, presentSurvey } from '../present-survey.ts';
import { findSurvey, readBodies } from '../queries/surveys.ts';
import { NOT_OPENED, refuseUnknown } from '../refuse.ts';
import { respondentForm } from '../respondent-form.ts';
import { questionnaireTitle, readSurveyGroups } from '../survey-groups.ts';

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

  defineRoute(app, context, contracts.readListLetter, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, query: { body, until, format } }) => {
      const survey = await findSurvey(db, round.id);
      const edition = survey?.edition ?? round.edition;
      // Citizens are drawn and met at home: no unit is to know which.
      const groups = (await readSurveyGroups(db, edition)).filter(({ id }) => id !== ALL_RESPONDENTS);
      const scheme = await schemeOfEdition(db, edition);
      if (!scheme || groups.length === 0) throw new Problem('notNow', { detail: obstacleOf(round, groups) ?? NOT_OPENED });
      const known = await readBodies(db, round.id, null);
      refuseUnknown({ body }, known, groups);
      const asked = known.filter(({ id }) => body === undefined || id === body);
      const illustrative = context.kind === 'sandbox';
      const plan = { round: round.id, title: round.title, year: round.year, owner: round.ownerBody };
      const { of, agencyOf } = await readRoundOfLetters(db, plan, { scheme, bodies: asked.map(({ id }) => id), illustrative });
      const letter = listLetter({
        ...{ ...of, until: until ?? null, step: round.steps.find(({ step }) => step === 'survey') ?? null },
        threshold: survey?.threshold ?? SURVEY_THRESHOLD.usual,
        bodies: asked.map(({ id, name }) => agencyOf(id, name)),
        groups: groups.map((group) => ({ title: group.title.vi, questionnaire: questionnaireTitle(group, 'vi') })),
      });
      return documentAnswer(letter, format, `de-nghi-lap-danh-sach-${body ?? round.id}`);
    },
  });
}
