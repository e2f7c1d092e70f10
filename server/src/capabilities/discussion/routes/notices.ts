import { at, type Faults, itemsOfDomains, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/discussion';
import type { noticeAnswer, questionAnswer } from '@parindex/core/contracts/schemas/index';
import { bodiesWith } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { pageById } from '../../../http/cursor.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findKnownRound, findRoundReader, holdFound } from '../../rounds/found.ts';
import { judgeFiles } from '../../rounds/judge-files.ts';
import { presentFilesOf } from '../../rounds/present-documents.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { itemNow } from '../../sheets/item-now.ts';
import { findSheetPlaces } from '../../sheets/queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from '../../sheets/queries/takeovers.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { answerQuestion, askQuestion } from '../acts/ask-question.ts';
import { confirmNoticeRead } from '../acts/confirm-notice-read.ts';
import { publishNotice, withdrawNotice } from '../acts/publish-notice.ts';
import { participantsNamed, readNoticeReadings } from '../queries/notice-readings.ts';
import { findNotices, type NoticeRow, type QuestionRow, readNotices, readQuestions } from '../queries/notices.ts';

type Takeovers = readonly TakeoverRow[];
type FilesOf = Awaited<ReturnType<typeof presentFilesOf>>;

const filesOfNotices = (db: Reading, rows: readonly NoticeRow[]): Promise<FilesOf> =>
  presentFilesOf(
    db,
    rows.flatMap(({ files }) => files),
  );

const itemOf = ({ item, edition }: Pick<NoticeRow, 'item' | 'edition'>, takeovers: Takeovers): string | null =>
  item === null ? null : (itemNow({ item, edition: edition ?? '' }, takeovers) ?? null);

/** A notice as shown; of a withdrawn one only that it existed. */
function presentNotice(row: NoticeRow, takeovers: Takeovers, filesOf: FilesOf): z.output<typeof noticeAnswer> {
  const { id, kind, question, text, docNumber, issuedOn, files, publishedBy, publishedAt, withdrawnAt, readAt } = row;
  return {
    id,
    kind,
    item: itemOf(row, takeovers),
    question: withdrawnAt ? null : question,
    text: withdrawnAt ? null : text,
    document: docNumber !== null && issuedOn !== null ? { number: docNumber, date: issuedOn } : null,
    files: withdrawnAt ? [] : filesOf(files),
    publishedBy,
    publishedAt: publishedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    readAt: readAt?.toISOString() ?? null,
  };
}

/** Questions with their answers. */
async function presentQuestions(
  db: Reading,
  rows: readonly QuestionRow[],
  takeovers: ReadonlyMap<string, Takeovers>,
): Promise<z.output<typeof questionAnswer>[]> {
  const answers = await findNotices(
    db,
    rows.flatMap(({ answer }) => answer ?? []),
  );
  const filesOf = await filesOfNotices(db, answers);
  return rows.map(({ edition, answer, askedAt, ...row }) => {
    const moved = takeovers.get(row.round.id) ?? [];
    const found = answers.find(({ id }) => id === answer);
    return {
      ...row,
      item: itemOf({ item: row.item, edition }, moved),
      askedAt: askedAt.toISOString(),
      answer: found ? presentNotice(found, moved, filesOf) : null,
    };
  });
}

/** Whose questions somebody reads: of the bodies they work in, and those addressed to rounds that they own. */
const asksFor = (caller: Caller | null) => {
  const memberships = caller?.memberships ?? [];
  return { bodies: bodiesWith(memberships, contracts.askQuestion.access), owners: bodiesWith(memberships, contracts.answerQuestion.access) };
};

/** Adds a fault if the named item is not in the edition in force. */
function judgeItem(item: string | null | undefined, isKnown: (code: string) => boolean, faults: Faults): void {
  if (item != null && !isKnown(item)) faults.add('unknownId', at(ROOT, 'item'), { found: item });
}

/** What the owner of a round publishes, and what its bodies ask. */
export function serveNotices(app: FastifyInstance, context: Context): void {
  servePublished(app, context);
  serveQuestions(app, context);
}

/** Guidance, announcements, and answers: published by the owner of a round for all in it. */
function servePublished(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listNotices, {
    find: findRoundReader,
    handle: async ({ db, params, query }) => {
      const takeovers = await readTakeovers(db, params.round);
      const all = (await readNotices(db, params.round)).filter((row) => query.item === undefined || row.item === null || itemOf(row, takeovers) === query.item);
      const { page, next } = pageById(all, query);
      const filesOf = await filesOfNotices(db, page);
      return { body: { items: page.map((row) => presentNotice(row, takeovers, filesOf)), next } };
    },
  });

  defineRoute(app, context, contracts.publishNotice, {
    find: findKnownRound,
    judge: async ({ db, found, draft: { id, item, files } }, faults) => {
      const [stored] = id === undefined ? [] : await findNotices(db, [id]);
      const round = stored ? found.round : await holdFound(db, found, ['open']);
      await judgeFiles(db, round.id, files, faults);
      const items = stored ? [] : itemsOfDomains((await schemeOfEdition(db, round.edition))?.domains ?? []);
      if (!stored) judgeItem(item, (code) => items.some((known) => known.code === code), faults);
      return {};
    },
    handle: async ({ acting, found: { round }, body }) => {
      const { document, ...notice } = body;
      const paper = { docNumber: document?.number ?? null, issuedOn: document?.date ?? null };
      const effect = await publishNotice(acting, { ...notice, ...paper, round: round.id, edition: round.edition, question: null });
      return { status: 201, effect, body: await shown(acting.db, round.id, body.id) };
    },
  });

  defineRoute(app, context, contracts.withdrawNotice, {
    find: findKnownRound,
    handle: async ({ acting, params, found }) => {
      const notice = await noticeOf(acting.db, params);
      if (!notice.withdrawnAt) await holdFound(acting.db, found, ['open']);
      const effect = await withdrawNotice(acting, notice);
      return { effect, body: await shown(acting.db, params.round, notice.id) };
    },
  });

  defineRoute(app, context, contracts.confirmNoticeRead, {
    find: findRoundReader,
    handle: async ({ acting, params }) => {
      const effect = await confirmNoticeRead(acting, await noticeOf(acting.db, params));
      return { effect, body: await shown(acting.db, params.round, params.notice) };
    },
  });

  defineRoute(app, context, contracts.listNoticeReadings, {
    find: findKnownRound,
    handle: async ({ db, params }) => {
      const notice = await noticeOf(db, params);
      const readings = await readNoticeReadings(db, notice.id);
      const read = new Set(readings.map(({ body }) => body?.id));
      return {
        body: {
          readings: readings.map(({ readAt, ...reading }) => ({ ...reading, readAt: readAt.toISOString() })),
          unread: (await participantsNamed(db, params.round)).filter(({ id }) => !read.has(id)),
        },
      };
    },
  });
}

async function noticeOf(db: Reading, { round, notice: id }: { readonly round: string; readonly notice: string }): Promise<NoticeRow> {
  const [notice] = await findNotices(db, [id]);
  if (notice?.round !== round) throw new Problem('notFound');
  return notice;
}

async function shown(db: Reading, round: string, id: string): Promise<z.output<typeof noticeAnswer>> {
  const [notice] = await findNotices(db, [id]);
  if (!notice) throw new Problem('notFound');
  return presentNotice(notice, await readTakeovers(db, round), await filesOfNotices(db, [notice]));
}

/** Questions of bodies to the owner of the round, and their answers. */
function serveQuestions(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listQuestions, {
    handle: async ({ db, caller, query }) => {
      const rows = await readQuestions(db, asksFor(caller), query);
      const takeovers = new Map<string, Takeovers>();
      for (const { round } of rows) if (!takeovers.has(round.id)) takeovers.set(round.id, await readTakeovers(db, round.id));
      const here = rows.filter((row) => query.item === undefined || itemOf(row, takeovers.get(row.round.id) ?? []) === query.item);
      const { page, next } = pageById(here, query);
      return { body: { items: await presentQuestions(db, page, takeovers), next } };
    },
  });

  defineRoute(app, context, contracts.askQuestion, {
    find: async ({ db, params }) => {
      const [place] = await findSheetPlaces(db, params.round, params.body);
      return place && { of: { body: place.body }, place };
    },
    judge: async ({ db, caller, found: { place }, draft: { id, item } }, faults) => {
      const [stored] = id === undefined ? [] : await readQuestions(db, asksFor(caller), { id });
      if (stored) return { stored };
      refuseClosed(place);
      const { prepared } = await readyEdition(db, place.edition, place.editionHash);
      judgeItem(item, (code) => prepared.items.some((known) => known.item.code === code), faults);
      return { stored };
    },
    handle: async ({ acting, caller, found: { place }, judged: { stored }, body }) => {
      const effect = await askQuestion(acting, { ...body, round: place.round, body: place.body, edition: place.edition }, stored);
      const rows = await readQuestions(acting.db, asksFor(caller), { id: body.id });
      const [question] = await presentQuestions(acting.db, rows, new Map([[place.round, await readTakeovers(acting.db, place.round)]]));
      if (!question) throw new Problem('notFound');
      return { status: 201, effect, body: question };
    },
  });

  defineRoute(app, context, contracts.answerQuestion, {
    find: findKnownRound,
    judge: async ({ db, caller, params, found: { round } }) => {
      const [question] = await readQuestions(db, { bodies: [], owners: asksFor(caller).owners }, { id: params.question, round: round.id });
      if (!question) throw new Problem('notFound');
      return { question };
    },
    handle: async ({ acting, found: { round }, judged: { question }, body }) => {
      const { item, edition } = question;
      const effect = await answerQuestion(acting, question, {
        ...body,
        round: round.id,
        kind: 'answer',
        item,
        edition,
        docNumber: null,
        issuedOn: null,
        files: [],
      });
      return { status: 201, effect, body: await shown(acting.db, round.id, body.id) };
    },
  });
}
