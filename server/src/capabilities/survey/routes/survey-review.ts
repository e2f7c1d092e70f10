import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/survey-review';
import { answersInWords } from '@parindex/core/survey/answers/answers-in-words';
import type { Language } from '@parindex/core/words/language';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findQuestionnaires } from '../../editions/queries/questionnaires.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { reviewForm } from '../acts/review-form.ts';
import { presentFlags } from '../noted-flags.ts';
import { countReviewed, findFormToReview, type ReviewedForm, readReviewed, readReviews } from '../queries/reviews.ts';
import { findSurvey } from '../queries/surveys.ts';
import { requireOpenSurvey } from '../refuse.ts';

const byLabel = z.tuple([z.uuid()]);

async function presentForms(db: Reading, forms: readonly ReviewedForm[], language: Language) {
  const reviews = Map.groupBy(
    await readReviews(
      db,
      forms.map(({ id }) => id),
    ),
    ({ form }) => form,
  );
  return forms.map(({ id, body, group, flags, state }) => ({
    ...{ id, body, group, state, flags: presentFlags(flags, language) },
    reviews: (reviews.get(id) ?? []).map(({ number, decision, reason, by, at: when }) => ({ number, decision, reason, by, at: when.toISOString() })),
  }));
}

/** Forms of a survey that were noticed: their list, one with its answers, what is decided on it. */
export function serveSurveyReview(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listReviewedForms, {
    find: findKnownRound,
    handle: async ({ db, params: { round }, query: { after, limit, state, body, group }, language }) => {
      const [from] = readCursor(after, byLabel) ?? [];
      const found = await readReviewed(db, round, { state, body, group }, from, limit + 1);
      const [page, last] = [found.slice(0, limit), found[limit - 1]];
      return {
        body: {
          items: await presentForms(db, page, language),
          counts: await countReviewed(db, round, { body, group }),
          next: found.length > limit && last ? cursorOf([last.id]) : null,
        },
      };
    },
  });

  defineRoute(app, context, contracts.readFormToReview, {
    find: findKnownRound,
    handle: async ({ acting, params: { round, form: id }, language }) => {
      const [survey, found] = [await findSurvey(acting.db, round), await findFormToReview(acting.db, round, id)];
      const form = survey && (await findQuestionnaires(acting.db, survey.edition)).find(({ group }) => group === found?.group);
      if (!found || !form) throw new Problem('notFound');
      await recordAct(acting, { act: 'survey.viewForm', subject: `round:${round}`, round, body: found.body.id, content: { group: found.group } });
      const [shown] = await presentForms(acting.db, [found], language);
      if (!shown) throw new Problem('notFound');
      return { body: { ...shown, mode: found.mode, answers: answersInWords(form, found.answers, language) } };
    },
  });

  defineRoute(app, context, contracts.reviewForm, {
    find: findKnownRound,
    judge: async ({ draft }, faults) => {
      if (draft.decision === 'setAside' && draft.reason === undefined) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
    },
    handle: async ({ acting, params: { round: of, form }, found: { round }, body }) => {
      await requireOpenSurvey(acting.db, of, round.state);
      if (!(await findFormToReview(acting.db, of, form))) throw new Problem('notFound');
      return { status: 204, effect: await reviewForm(acting, of, form, { ...body, reason: body.reason }) };
    },
  });
}
