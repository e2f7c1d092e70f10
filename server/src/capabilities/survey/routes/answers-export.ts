import { Readable } from 'node:stream';
import { CSV, XLSX } from '@parindex/core/contracts/media-types';
import * as contracts from '@parindex/core/contracts/survey-answers';
import { codebookOf, freeTexts, spssSyntaxOf } from '@parindex/core/survey/export/index';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { credentialsOf } from '../../../http/admission.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { bodiesAskedFor, findToldAnswers, readToldAnswers } from '../closed-answers.ts';
import { type AnswersRequest, answersFile, refuseTooMany } from '../export/answers-file.ts';
import { freeTextsList, MOST_TEXTS } from '../free-texts-list.ts';
import { type AnswersForm, answersFileName, describedAnswers, presentAnswersFiles, toldLanguage } from '../present-answers-files.ts';
import { presentCounts } from '../present-counts.ts';
import { readFreeTexts, readMadeFiles } from '../queries/answers-export.ts';
import { readSurveyCounts } from '../queries/closing.ts';
import { readBodies } from '../queries/surveys.ts';

const ENDINGS: Readonly<Record<AnswersForm, string>> = { csv: '.csv', labelled: '-co-nhan.csv', xlsx: '.xlsx' };
const MEDIA_TYPES: Readonly<Record<AnswersForm, string>> = { csv: `${CSV}; charset=utf-8`, labelled: `${CSV}; charset=utf-8`, xlsx: XLSX };

/** If it fails, the connection ends before the file does, so that the receiver notices. */
async function* toldOf(request: AnswersRequest, log: Context['log']): AsyncGenerator<Uint8Array> {
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
    handle: async ({ acting, params: { round, group }, query: { as, body, language: asked }, request, language: preferred }) => {
      refuseTooMany();
      const told = await findToldAnswers(acting.db, round, group);
      const bodies = bodiesAskedFor(told, body, await readBodies(acting.db, round, null));
      const rows = bodies.reduce((sum, { responses }) => sum + responses, 0);
      const language = asked ?? preferred;
      const of = { subject: `round:${round}`, round, ...(body === undefined ? {} : { body }) } as const;
      const inWords = toldLanguage(as, language);
      const what = { group, form: as, ...(inWords === null ? {} : { language: inWords }) };
      await recordAct(acting, { ...of, act: 'survey.export', content: { ...what, rows } });
      const { account, membership } = acting;
      const file = toldOf(
        {
          ...{ pool, clock, round, group, form: told.form, bodies, as, language, account: account as string, credentials: credentialsOf(request) },
          made: (db, at, made) => recordAct({ db, account, membership, receivedAt: at }, { ...of, act: 'survey.exported', content: { ...what, ...made } }),
        },
        log,
      );
      return { body: Readable.from(file, { objectMode: false }), headers: sandboxed(MEDIA_TYPES[as], `${answersFileName(round, group, body)}${ENDINGS[as]}`) };
    },
  });

  defineRoute(app, context, contracts.listAnswersFiles, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, query, language: preferred }) => {
      const language = query.language ?? preferred;
      const [{ survey, groups }, made] = [await readToldAnswers(db, round.id), await readMadeFiles(db, round.id)];
      return {
        body: {
          threshold: survey.threshold,
          closedAt: survey.closedAt.toISOString(),
          groups: groups.map((told) => presentAnswersFiles(round, told, made, language)),
        },
      };
    },
  });

  defineRoute(app, context, contracts.downloadFreeTexts, {
    find: findKnownRound,
    handle: async ({ acting, params: { group }, query, language: preferred, found: { round } }) => {
      const told = await findToldAnswers(acting.db, round.id, group);
      const language = query.language ?? preferred;
      const names = new Map(bodiesAskedFor(told, undefined, []).map(({ id, name }) => [id, name]));
      const questions = freeTexts(told.form);
      const ids = questions.map(({ id }) => id);
      const texts = await readFreeTexts(acting.db, round.id, group, ids, MOST_TEXTS + 1);
      await recordAct(acting, {
        act: 'survey.readTexts',
        subject: `round:${round.id}`,
        round: round.id,
        content: { group, count: Math.min(texts.length, MOST_TEXTS) },
      });
      const of = { round: round.title, group: told.title[language], questions, texts, illustrative: context.kind === 'sandbox' };
      return {
        body: Buffer.from(await freeTextsList({ ...of, bodyName: (id) => names.get(id) ?? id }, language)),
        headers: sandboxed(XLSX, `y-kien-${round.id}-${group}.xlsx`),
      };
    },
  });

  defineRoute(app, context, contracts.downloadCodebook, {
    find: findKnownRound,
    handle: async ({ db, params: { group }, found: { round } }) => ({
      body: codebookOf(describedAnswers(round, await findToldAnswers(db, round.id, group))),
      headers: sandboxed('application/xml; charset=utf-8', `${answersFileName(round.id, group)}.ddi.xml`),
    }),
  });

  defineRoute(app, context, contracts.downloadSyntax, {
    find: findKnownRound,
    handle: async ({ db, params: { group }, query, language, found: { round } }) => ({
      body: spssSyntaxOf(describedAnswers(round, await findToldAnswers(db, round.id, group)), query.language ?? language),
      headers: sandboxed('text/plain; charset=utf-8', `${answersFileName(round.id, group)}.sps`),
    }),
  });

  defineRoute(app, context, contracts.readSurveyCounts, {
    find: findKnownRound,
    handle: async ({ db, params: { round }, query: { group }, language }) => ({
      body: presentCounts(await findToldAnswers(db, round, group), await readSurveyCounts(db, round), language),
    }),
  });
}
