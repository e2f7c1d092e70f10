import * as contracts from '@parindex/core/contracts/submissions';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { dayText } from '../../../documents/moment-text.ts';
import { listDocument } from '../../../documents/shapes.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findRoundSubject } from '../../rounds/found.ts';
import { findRound } from '../../rounds/queries/rounds.ts';
import { findRights, findSheet } from '../../sheets/found.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { writeReportText } from '../acts/write-report-text.ts';
import { makeReport } from '../make-report.ts';
import { presentText } from '../present.ts';
import { findReportText, gatherReportTexts } from '../queries/sendings.ts';

/** Reports on sheets: generated for signing, their entered texts, and these texts collected for the owner. */
export function serveReports(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadReport, {
    find: findSheet,
    handle: async ({ db, query: { format }, found: open }) => {
      const { document } = await makeReport(db, open, context);
      return fileAnswer(document, format, `bao-cao-tu-danh-gia-${open.place.body}-${open.place.year}`);
    },
  });

  defineRoute(app, context, contracts.readReportText, {
    find: findRights,
    handle: async ({ db, params: { round, body } }) => ({ body: presentText(await findReportText(db, round, body)) }),
  });

  defineRoute(app, context, contracts.writeReportText, {
    find: findRights,
    handle: async ({ acting, params: { round, body: whose }, body }) => {
      const open = await holdSheet(acting.db, { round, body: whose });
      const effect = await writeReportText(acting, open, body);
      return { effect, body: presentText(await findReportText(acting.db, round, whose)) };
    },
  });

  defineRoute(app, context, contracts.listReportTexts, {
    find: findRoundSubject,
    handle: async ({ db, params }) => ({
      body: { items: (await gatherReportTexts(db, params.round)).map(({ sentAt, ...text }) => ({ ...text, sentAt: sentAt.toISOString() })) },
    }),
  });

  defineRoute(app, context, contracts.downloadReportTexts, {
    find: findRoundSubject,
    handle: async ({ db, params }) => {
      const texts = await gatherReportTexts(db, params.round);
      const round = await findRound(db, params.round);
      const list = listDocument({
        title: 'Khó khăn, vướng mắc và đề xuất, kiến nghị của các cơ quan',
        about: [`${round?.title ?? ''}; theo báo cáo đã gửi`],
        columns: [
          ['Cơ quan', 30],
          ['Ngày gửi', 12],
          ['Khó khăn, vướng mắc', 70],
          ['Đề xuất, kiến nghị', 70],
        ],
        rows: texts.map(({ body, sentAt, difficulties, proposals }) => [body.name, dayText(sentAt.toISOString()), difficulties, proposals]),
        illustrative: context.kind === 'sandbox',
      });
      return fileAnswer(list, 'xlsx', `kho-khan-de-xuat-${params.round}`);
    },
  });
}
