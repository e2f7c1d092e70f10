import { Readable } from 'node:stream';
import * as contracts from '@parindex/core/contracts/survey-answers';
import { dayOf } from '@parindex/core/round/index';
import { codebookOf } from '@parindex/core/survey/export/index';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { credentialsOf } from '../../../http/admission.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { type AnswersRequest, answersFile } from '../answers-file.ts';
import { bodiesAskedFor, findToldAnswers } from '../closed-answers.ts';
import { presentCounts } from '../present-counts.ts';
import { readSurveyCounts } from '../queries/closing.ts';
import { readBodies } from '../queries/surveys.ts';

const fileName = (round: string, group: string, body?: string): string => ['tra-loi', round, group, ...(body === undefined ? [] : [body])].join('-');

/** If it fails, the connection ends before the file does, so that the receiver notices. */
async function* toldOf(request: AnswersRequest, log: Context['log']): AsyncGenerator<Buffer> {
  try {
    yield* answersFile(request);
  } catch (error) {
    log(`answers of ${request.group} in ${request.round} broke off`, error);
    throw error;
  }
}

/** What a closed survey was answered, for whoever leads it: as a file with its codebook, and as counts. */
export function serveSurveyAnswers(app: FastifyInstance, context: Context): void {
  const { pool, clock, log } = context;

  defineRoute(app, context, contracts.exportAnswers, {
    find: findKnownRound,
    handle: async ({ acting, params: { round, group }, query: { as, body }, request, language }) => {
      const told = await findToldAnswers(acting.db, round, group);
      const bodies = bodiesAskedFor(told, body, await readBodies(acting.db, round, null));
      const rows = bodies.reduce((sum, { responses }) => sum + responses, 0);
      await recordAct(acting, {
        act: 'survey.export',
        subject: `round:${round}`,
        round,
        ...(body === undefined ? {} : { body }),
        content: { group, form: as, rows },
      });
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      const file = toldOf(
        {
          ...{ pool, clock, round, group, form: told.form, bodies, account: acting.account as string, credentials: credentialsOf(request) },
          as: as === 'csv' ? 'codes' : { words: language, bodyName: (id) => names.get(id) ?? id },
        },
        log,
      );
      return { body: Readable.from(file, { objectMode: false }), headers: sandboxed('text/csv; charset=utf-8', `${fileName(round, group, body)}.csv`) };
    },
  });

  defineRoute(app, context, contracts.downloadCodebook, {
    find: findKnownRound,
    handle: async ({ db, params: { group }, found: { round } }) => {
      const { survey, form, formHash, title, bodies, leftOut } = await findToldAnswers(db, round.id, group);
      const name = fileName(round.id, group);
      const codebook = codebookOf({
        ...{ form, formHash, group: title, bodies, leftOut, threshold: survey.threshold },
        round: { id: round.id, title: round.title, year: round.year, owner: round.ownerName },
        edition: { id: survey.edition, hash: survey.editionHash },
        closed: dayOf(survey.closedAt.getTime()),
        fileName: `${name}.csv`,
      });
      return { body: codebook, headers: sandboxed('application/xml; charset=utf-8', `${name}.ddi.xml`) };
    },
  });

  defineRoute(app, context, contracts.readSurveyCounts, {
    find: findKnownRound,
    handle: async ({ db, params: { round }, query: { group }, language }) => ({
      body: presentCounts(await findToldAnswers(db, round, group), await readSurveyCounts(db, round), language),
    }),
  });
}
