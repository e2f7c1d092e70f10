import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/survey-quotas';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { declareQuota } from '../acts/declare-quota.ts';
import { findQuota, holdQuotas, isAnswered, readQuotas } from '../queries/quotas.ts';
import { findSurvey, readBodies } from '../queries/surveys.ts';
import { NOT_OPENED, requireOpenSurvey } from '../refuse.ts';
import { readSurveyGroups } from '../survey-groups.ts';

/** Quotas, declared by whoever leads the survey; how they stand is seen by whoever watches it. */
export function serveSurveyQuotas(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSurveyQuotas, {
    find: findKnownRound,
    handle: async ({ db, found: { round } }) => ({ body: await presentQuotas(db, round.id) }),
  });

  defineRoute(app, context, contracts.declareSurveyQuota, {
    find: findKnownRound,
    judge: async ({ db, found: { round }, draft }, faults) => {
      await holdQuotas(db, round.id);
      const survey = await requireOpenSurvey(db, round.id, round.state);
      const { id, body, group, stratum, value, most, aimed, reason } = draft;
      // What was declared already is known by its id.
      if (id !== undefined && (await findQuota(db, id))) return;
      const isBody = (await readBodies(db, round.id, null)).some((one) => one.id === body);
      const isGroup = (await readSurveyGroups(db, survey.edition)).some((one) => one.id === group);
      if (body !== undefined && !isBody) faults.add('unknownId', at(ROOT, 'body'), { found: body });
      if (group !== undefined && !isGroup) faults.add('unknownId', at(ROOT, 'group'), { found: group });
      if (stratum === 'whole' && value) faults.add('notAllowedHere', at(ROOT, 'value'), { found: value });
      if (stratum !== undefined && stratum !== 'whole' && !value) faults.add('missingKey', at(ROOT, 'value'), { key: 'value' });
      if (most !== undefined && most < survey.threshold) faults.add('outOfRange', at(ROOT, 'most'), { found: String(most), expected: `≥ ${survey.threshold}` });
      if (most !== undefined && aimed !== undefined && aimed > most)
        faults.add('outOfRange', at(ROOT, 'aimed'), { found: String(aimed), expected: `≤ ${most}` });
      if (body !== undefined && group !== undefined && reason === undefined && (await isAnswered(db, round.id, body, group)))
        faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
    },
    handle: async ({ acting, found: { round }, body: { aimed, reason, ...quota } }) => {
      const effect = await declareQuota(acting, { ...quota, round: round.id, aimed: aimed ?? null, reason: reason ?? null });
      return { status: effect === 'done' ? 201 : 200, effect, body: await presentQuotas(acting.db, round.id) };
    },
  });
}

async function presentQuotas(db: Reading, round: string) {
  const survey = await findSurvey(db, round);
  if (!survey) throw new Problem('notNow', { detail: NOT_OPENED });
  const items = await readQuotas(db, round);
  return { threshold: survey.threshold, items: items.map(({ declarations, ...quota }) => ({ ...quota, declarations: [...declarations] })) };
}
