import { at, Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/fieldwork-back-checks';
import { CSV } from '@parindex/core/contracts/media-types';
import { optionWeights } from '@parindex/core/survey/quality/option-weights';
import { type InBoth, texts } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { findQuestionnaires } from '../../editions/queries/questionnaires.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { findSurvey } from '../../survey/queries/surveys.ts';
import { NOT_OPENED } from '../../survey/refuse.ts';
import { drawBackChecks, giveBackChecks } from '../acts/lead-back-checks.ts';
import { presentBackChecks, stateOf } from '../present-back-checks.ts';
import { presentWork } from '../present-fieldwork.ts';
import { findInterviewers, readAddresses, readFieldRules } from '../queries/addresses.ts';
import { readAgreement, readBackCheckDraws, readBackChecks, readDrawList, readInterviewerResults, readUndrawn, thoseWhere } from '../queries/back-checks.ts';
import { requireRule } from '../require-rule.ts';

const NOTHING_NEW: InBoth = {
  vi: 'Chưa có hộ nào được phỏng vấn thêm kể từ lần chọn trước.',
  en: 'No interview was held since the last draw.',
};
const NOTHING_OPEN: InBoth = {
  vi: 'Điều tra viên này không còn hộ phúc tra nào chưa xong.',
  en: 'None of the back-checks of this interviewer is open.',
};
const THE_SAME: InBoth = {
  vi: 'Hộ phúc tra phải giao cho người chưa từng được giao hộ đó và không thuộc cơ quan được đánh giá.',
  en: 'A back-check goes to somebody who never had the address, and does not belong to the body that is rated.',
};
const HEAD = texts({
  interview: { vi: 'Mã địa chỉ', en: 'Address' },
  interviewer: { vi: 'Mã điều tra viên', en: 'Interviewer' },
  drawn: { vi: 'Được chọn', en: 'Drawn' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
});

/** Back-checks: drawn and given by whoever leads the interviews, and what came of them by interviewer. */
export function serveBackChecks(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readBackChecks, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language }) => {
      const survey = await findSurvey(db, round.id);
      if (!survey) throw new Problem('notNow', { detail: NOT_OPENED });
      return { body: presentBackChecks(await readFacts(db, round.id, survey.edition, survey.threshold), language) };
    },
  });

  defineRoute(app, context, contracts.drawBackChecks, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: { id, body, group, percent } }) => {
      await requireRule(acting.db, round, { body, group });
      const draws = await readBackCheckDraws(acting.db, round.id);
      const there = draws.find((draw) => draw.id === id);
      if (there) {
        if (there.body !== body || there.group !== group || there.percent !== percent) throw new Problem('idReused', { more: { id } });
        return { status: 200, effect: 'unchanged', body: { drawn: there.drawn, among: there.among } };
      }
      const place = { round: round.id, body, group };
      const among = await readUndrawn(acting.db, place);
      if (among.length === 0) throw new Problem('notNow', { detail: NOTHING_NEW });
      const number = draws.filter((draw) => draw.body === body && draw.group === group).length + 1;
      const drawn = await drawBackChecks(acting, place, { id, number, percent }, among);
      return { status: 201, body: { drawn, among: among.length } };
    },
  });

  defineRoute(app, context, contracts.downloadBackCheckList, {
    find: findKnownRound,
    handle: async ({ db, params: { round, draw }, language }) => {
      const list = await readDrawList(db, round, draw);
      if (list.length === 0) throw new Problem('notFound');
      const words = HEAD[language];
      const lines = [
        [words.interview, words.interviewer, words.drawn],
        ...list.map(({ id, interviewer, drawn }) => [id, interviewer, drawn ? words.yes : words.no]),
      ].map((cells) => `${cells.join(';')}\r\n`);
      return { body: Buffer.from(`\uFEFF${lines.join('')}`), headers: sandboxed(`${CSV}; charset=utf-8`, `chon-phuc-tra-${round}.csv`) };
    },
  });

  defineRoute(app, context, contracts.giveBackChecks, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: { body, group, interviewer, checker } }) => {
      await requireRule(acting.db, round, { body, group });
      const rule = (await readFieldRules(acting.db, round.id)).get(group);
      const found = (await findInterviewers(acting.db, round.id, body, [checker])).get(checker);
      const theirs = (await readBackChecks(acting.db, round.id)).filter(
        (check) => check.body === body && check.group === group && check.interviewer.id === interviewer,
      );
      const faults = new Faults();
      if (theirs.length === 0) faults.add('unknownId', at(ROOT, 'interviewer'), { found: interviewer });
      if (!found || found.own) faults.add('unknownId', at(ROOT, 'checker'), { found: checker });
      if (!faults.none || !found || !rule) throw new Problem('faulty', { faults });
      const open = theirs.filter((check) => ['notGiven', 'open'].includes(stateOf(check, rule)));
      if (open.length === 0) throw new Problem('notNow', { detail: NOTHING_OPEN });
      const given = open.filter(({ givenTo }) => givenTo?.id !== found.id);
      if (given.length === 0) return { effect: 'unchanged', body: { given: open.length } };
      const allowed = await thoseWhere(
        acting.db,
        given.map(({ id }) => id),
        found.id,
      );
      // All of them or none: what somebody else must ask is not left over in silence.
      if (given.some(({ id }) => !allowed.has(id))) throw new Problem('notNow', { detail: THE_SAME });
      await giveBackChecks(acting, { round: round.id, body, group }, given, found.id);
      return { body: { given: given.length } };
    },
  });
}

/** All that is told of interviewers. */
async function readFacts(db: Reading, round: string, edition: string, threshold: number) {
  const [rules, forms, scheme] = [await readFieldRules(db, round), await findQuestionnaires(db, edition), await schemeOfEdition(db, edition)];
  const addresses = await readAddresses(db, { round });
  const weights = scheme ? forms.map((form) => ({ group: form.group, ...optionWeights(scheme, form) })) : [];
  return {
    ...{ threshold, rules, addresses },
    forms: forms.filter(({ group }) => rules.has(group)),
    work: [...Map.groupBy(addresses, ({ body, group }) => JSON.stringify([body, group])).values()].flatMap((of) => {
      const rule = rules.get(of[0]?.group ?? '');
      return rule ? presentWork(of, rule) : [];
    }),
    ...{ checks: await readBackChecks(db, round), draws: await readBackCheckDraws(db, round), agreement: await readAgreement(db, round) },
    comparedBy: new Map(weights.map(({ group, by }) => [group, by])),
    results: await readInterviewerResults(
      db,
      round,
      weights.flatMap(({ group, questions }) => questions.map((question) => ({ ...question, group }))),
    ),
  };
}
