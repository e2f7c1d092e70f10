import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/explanation';
import { displayDate } from '@parindex/core/quantity/display';
import { dayOf, itemsNotAppraised } from '@parindex/core/round/index';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import { noticeName, sentName } from '@parindex/core/submissions/notice-name';
import { formOfQuery } from '@parindex/core/submissions/report-form';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { bytesAnswer, fileAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { laidOut, packageAnswer } from '../../../http/package-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { reportKey } from '../../../storage/keys.ts';
import type { Packed } from '../../../zip/zip-entry.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import { requireTold } from '../../rounds/require-told.ts';
import { recordNotices } from '../acts/record-notices.ts';
import { readNotices } from '../queries/explanation.ts';
import { isAppraisalOver, lastDayOfAppraisal, makeNoticeLetters, readAppraisalNotices } from '../read-notices.ts';

const NOT_OVER = {
  vi: (name: string) => `Việc thẩm định đối với ${name} chưa kết thúc theo lịch, nên chưa ghi nhận thông báo.`,
  en: (name: string) => `The appraisal of ${name} has not ended by the calendar, so no notice is recorded yet.`,
} as const;

const NOT_SO_DATED = {
  vi: (from: string, to: string) => `Ngày công văn từ ngày kết thúc bước thẩm định (${from}) đến ngày hiện tại (${to}).`,
  en: (from: string, to: string) => `The letter is dated from the last day of the appraisal (${from}) until today (${to}).`,
} as const;

/** Notices of the appraisal: letters to bodies, and the record that they were sent. */
export function serveAppraisalNotices(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);
  const illustrative = context.kind === 'sandbox';
  const { storage } = context.evidence;
  /** Letters that were kept in this form, by body: what was sent is not made anew. */
  const keptLetters = async (db: Reading, round: string, stage: NoticedStage, format: 'pdf' | 'docx') =>
    new Map(
      (await readNotices(db, round)).flatMap((notice) => {
        const file = notice.stage === stage ? notice.files.find(({ kind }) => kind === format) : undefined;
        return file ? [[notice.body, { file, sent: { number: notice.number, date: notice.date } }] as const] : [];
      }),
    );

  defineRoute(app, context, contracts.readAppraisalNotices, {
    find: findBoard,
    handle: async ({ db, found: { plan }, receivedAt: moment, language }) => ({ body: await readAppraisalNotices(db, plan, { making, moment, language }) }),
  });

  defineRoute(app, context, contracts.recordAppraisalNotices, {
    find: findBoard,
    judge: async ({ db, draft: { bodies }, found: { plan }, receivedAt: moment, language }, faults) => {
      const { stages } = await readAppraisalNotices(db, plan, { making, moment, language });
      const known = new Map(stages.flatMap((stage) => stage.bodies.map(({ body }) => [body.id, body.name] as const)));
      bodies?.forEach((body, index) => {
        if (body !== undefined && !known.has(body)) faults.add('unknownId', at(ROOT, 'bodies', index), { found: body });
      });
      return { known, stages };
    },
    handle: async ({ acting, found: { plan }, judged: { known, stages }, body, receivedAt: moment, language }) => {
      if (plan.closedAt !== null) throw new Problem('notNow', { more: { round: 'closed' } });
      const early = body.bodies.find((one) => !isAppraisalOver(plan, body.stage, one, moment));
      if (early !== undefined) {
        const name = known.get(early) ?? '';
        throw new Problem('notNow', { detail: { vi: NOT_OVER.vi(name), en: NOT_OVER.en(name) }, more: { body: early } });
      }
      // No letter tells of what was not decided yet, and none is sent that is not written yet.
      const [from, today] = [lastDayOfAppraisal(plan, body.stage, body.bodies), dayOf(moment.getTime())];
      if (body.document.date < from || body.document.date > today) {
        const days = [displayDate(from), displayDate(today)] as const;
        throw new Problem('notNow', { detail: { vi: NOT_SO_DATED.vi(...days), en: NOT_SO_DATED.en(...days) }, more: { from, to: today } });
      }
      const noticed = new Set(body.bodies);
      const undecided = stages
        .filter(({ stage }) => stage === body.stage)
        .flatMap(({ bodies }) => bodies.map(({ body: { id }, undecided: items }) => ({ body: id, items })))
        .filter((one) => noticed.has(one.body));
      requireTold(itemsNotAppraised(undecided), body.told, language);
      const make = () => makeNoticeLetters(acting.db, plan, { making, stage: body.stage, form: body.form ?? null, illustrative });
      const effect = await recordNotices(acting, { storage, make }, { ...body, round: plan.round });
      return { status: 201, effect, body: await readAppraisalNotices(acting.db, plan, { making, moment, language }) };
    },
  });

  defineRoute(app, context, contracts.downloadAppraisalNotice, {
    find: findBoard,
    handle: async ({ db, params: { stage, body }, query: { format, ...form }, found: { plan } }) => {
      const kept = (await keptLetters(db, plan.round, stage, format)).get(body);
      if (kept) return { after: async () => bytesAnswer(await storage.read(reportKey(kept.file.sha256)), format, noticeName(stage, body, kept.sent)) };
      const [made] = await makeNoticeLetters(db, plan, { making, stage, body, form: formOfQuery(form), illustrative });
      if (!made) throw new Problem('notFound');
      return fileAnswer(made.letter, format, noticeName(stage, body));
    },
  });

  defineRoute(app, context, contracts.downloadAppraisalNotices, {
    find: findBoard,
    handle: async ({ db, params: { stage }, query: { format, ...form }, found: { plan }, receivedAt }) => {
      const letters = await makeNoticeLetters(db, plan, { making, stage, form: formOfQuery(form), illustrative });
      const kept = await keptLetters(db, plan.round, stage, format);
      const files = laidOut(letters, async ({ body, name, letter }): Promise<Packed> => {
        const { file, sent } = kept.get(body) ?? {};
        const path = `Thông báo kết quả thẩm định${sent ? ` ${sentName(sent)}` : ''}, ${name}.${format}`;
        return file
          ? { path, sha256: file.sha256, area: 'reports', bytes: file.bytes, stored: true }
          : { path, content: await renderedDocument(letter, format) };
      });
      return packageAnswer(context, { name: `${noticeName(stage, plan.round)}.zip`, files }, 'the notices of an appraisal', receivedAt);
    },
  });
}
