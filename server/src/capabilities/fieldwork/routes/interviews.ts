import * as contracts from '@parindex/core/contracts/fieldwork';
import { type AnswerFault, judgeAnswers, type Questionnaire, questionsOf } from '@parindex/core/survey/index';
import { comparedQuestions } from '@parindex/core/survey/quality/back-check';
import { ANSWER_FAULT_SENTENCES } from '@parindex/core/words/answer-fault-words';
import { inLanguage, type Language } from '@parindex/core/words/index';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { newReceipt } from '../../survey/answering/codes.ts';
import { readBodies } from '../../survey/queries/surveys.ts';
import { readSurveyGroups } from '../../survey/survey-groups.ts';
import { readAddresses } from '../queries/addresses.ts';
import { findFormOfBackCheck, insertBackCheckVisits, readOwnBackChecks, takeBackCheck } from '../queries/back-checks.ts';
import { findFormOfAddress, insertVisits, readDeviceKey, readInterviewedGroups, takeInterview } from '../queries/interviews.ts';

/** What an interviewer takes along, and what their device sends when it has a line. */
export function serveInterviews(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readInterviews, {
    find: async () => ({ of: {} }),
    handle: async ({ acting, db, caller, receivedAt, language }) => {
      const { account, name } = caller as NonNullable<typeof caller>;
      const groups = await readInterviewedGroups(db, account, receivedAt);
      const surveys = [];
      for (const { round, title, edition, group, owner, closes, open, rule, form } of groups) {
        const rows = await readAddresses(db, { round, group, account });
        const checks = await readOwnBackChecks(db, round, group);
        const names = new Map((await readBodies(db, round, [...new Set([...rows, ...checks].map(({ body }) => body))])).map(({ id, name: of }) => [id, of]));
        const known = (await readSurveyGroups(db, edition)).find(({ id }) => id === group);
        surveys.push({
          ...{ round: { id: round, title, owner }, group: { id: group, title: known?.title[language] ?? group } },
          ...{ closes, open, rule, form },
          addresses: [...rows.map(({ interviewer: _, ...row }) => ({ ...row, backCheck: false })), ...checks.map((row) => ({ ...row, backCheck: true }))].map(
            ({ body, group: _, visits, ...row }) => ({ ...row, visits: [...visits], body: { id: body, name: names.get(body) ?? body } }),
          ),
        });
      }
      const count = surveys.reduce((sum, { addresses }) => sum + addresses.length, 0);
      await recordAct(acting, { act: 'fieldwork.takeAlong', subject: `account:${account}`, content: { count } });
      return { body: { account: { id: account, name }, surveys } };
    },
  });

  defineRoute(app, context, contracts.readDeviceKey, {
    find: async () => ({ of: {} }),
    handle: async ({ acting }) => {
      const key = await readDeviceKey(acting.db);
      await recordAct(acting, { act: 'fieldwork.takeKey', subject: `account:${acting.account}` });
      return { body: { key: key.toString('base64') } };
    },
  });

  defineRoute(app, context, contracts.noteVisits, {
    find: async () => ({ of: {} }),
    handle: async ({ acting, body: { sentAt, visits }, receivedAt }) => {
      // A device whose clock is wrong noted all by the same wrong clock.
      const drift = receivedAt.getTime() - Date.parse(sentAt);
      const moved = (moment: string) => new Date(Math.min(Date.parse(moment) + drift, receivedAt.getTime()));
      const noted = visits.map((visit) => ({ ...visit, at: moved(visit.at) }));
      const atAddresses = noted.flatMap(({ outcome, ...visit }) => (outcome === 'nobodyCame' ? [] : [{ ...visit, outcome }]));
      const [one, other] = [
        await insertVisits(acting.db, acting.account as string, receivedAt, atAddresses),
        await insertBackCheckVisits(acting.db, acting.account as string, receivedAt, noted),
      ];
      const [kept, anew] = [[...one.kept, ...other.kept], one.anew + other.anew];
      if (anew > 0) await recordAct(acting, { act: 'fieldwork.noteVisits', subject: `account:${acting.account}`, content: { count: anew } });
      const reused = kept.find(({ id, address, outcome }) =>
        visits.some((visit) => visit.id === id && (visit.address !== address || visit.outcome !== outcome)),
      );
      if (reused) throw new Problem('idReused', { more: { id: reused.id } });
      const there = new Set(kept.map(({ id }) => id));
      const refused = visits.flatMap(({ id }) => (there.has(id) ? [] : [id]));
      return { effect: anew > 0 ? 'done' : 'unchanged', body: { kept: [...there], refused } };
    },
  });

  defineRoute(app, context, contracts.sendInterview, {
    find: async () => ({ of: {} }),
    handle: async ({ acting, params, body, language }) => {
      const visited = await findFormOfAddress(acting.db, body.address);
      const found = visited ?? (await findFormOfBackCheck(acting.db, body.address));
      if (!found) throw new Problem('notFound');
      const { answers, faults } = judgeAnswers(found.form, body.answers, true);
      if (faults.length > 0) throw new Problem('faulty', { more: { faults: faults.map((fault) => presentAnswerFault(fault, found.form, language)) } });
      const told = visited
        ? await takeInterview(acting.db, params.id, body.address, answers, body.seconds, newReceipt())
        : await takeBackCheck(acting.db, params.id, body.address, answers, comparedQuestions(found.form), newReceipt());
      if (told.state === 'unknown') throw new Problem('notFound');
      if (told.state === 'notYet') throw new Problem('notNow', { detail: NOT_YET });
      const { state, receipt } = told;
      const act = visited ? 'fieldwork.send' : 'fieldwork.sendBackCheck';
      if (state !== 'repeated') await recordAct(acting, { act, subject: `survey:${found.round}`, round: found.round, content: { state } });
      return {
        ...{ status: state === 'repeated' ? 200 : 201, effect: state === 'repeated' ? 'unchanged' : 'done' },
        body: { state, reason: told.reason ?? null, receipt: receipt as string },
      };
    },
  });
}

/** What is wrong with an answer, at its question. */
const presentAnswerFault = ({ question, row, code, details }: AnswerFault, form: Questionnaire, language: Language) => ({
  ...{ code, path: row === undefined ? `/answers/${question}` : `/answers/${question}/rows/${row}`, message: ANSWER_FAULT_SENTENCES[language][code](details) },
  place: inLanguage(questionsOf(form).find(({ id }) => id === question)?.title, language) ?? question,
});

const NOT_YET = { vi: 'Cuộc điều tra chưa bắt đầu.', en: 'The survey has not begun yet.' };
