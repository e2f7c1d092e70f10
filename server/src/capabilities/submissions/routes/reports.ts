import * as contracts from '@parindex/core/contracts/submissions';
import type { Subject } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { dayText } from '../../../documents/moment-text.ts';
import { listDocument } from '../../../documents/shapes.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseEarlyAppraiser } from '../../appraisal/early-appraiser.ts';
import { holdSheet, type OpenSheet, readSheet } from '../../sheets/open-sheet.ts';
import { findRoundRights, findSheetRights } from '../../sheets/queries/sheets.ts';
import { writeReportText } from '../acts/write-report-text.ts';
import { makeReport } from '../make-report.ts';
import { presentText } from '../present.ts';
import { findReportText, gatherReportTexts } from '../queries/sendings.ts';

/** A sheet whole, with what rights on it hang on. */
export async function findWholeSheet(
  db: Reading,
  { round, body }: { readonly round: string; readonly body: string },
): Promise<{ readonly of: Subject; readonly open: OpenSheet } | undefined> {
  const open = await readSheet(db, round, body);
  return open && { open, of: { body, roundOwner: open.place.roundOwner, domainOwners: open.place.domainOwners.map((owner) => owner.body) } };
}

/** The rights on a sheet, without reading it. */
export async function findSheetSubject(
  db: Reading,
  { round, body }: { readonly round: string; readonly body: string },
): Promise<{ readonly of: Subject } | undefined> {
  const rights = await findSheetRights(db, round, body);
  return rights && { of: { body, roundOwner: rights.owner, domainOwners: rights.domainOwners } };
}

async function findGathering(db: Reading, { round }: { readonly round: string }): Promise<{ readonly of: Subject } | undefined> {
  const rights = await findRoundRights(db, round);
  return rights && { of: { roundOwner: rights.owner } };
}

/** Reports on sheets: made to be signed, their typed texts, and those texts gathered for the owner. */
export function serveReports(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadReport, {
    find: ({ db, params }) => findWholeSheet(db, params),
    handle: async ({ db, caller, query: { format }, found: { of, open }, receivedAt }) => {
      refuseEarlyAppraiser(caller, 'sheet.read', of, open.place.steps, receivedAt);
      const { document } = await makeReport(db, open, context);
      return fileAnswer(document, format, `bao-cao-tu-danh-gia-${open.place.body}-${open.place.year}`);
    },
  });

  defineRoute(app, context, contracts.readReportText, {
    find: ({ db, params }) => findSheetSubject(db, params),
    handle: async ({ db, params: { round, body } }) => ({ body: presentText(await findReportText(db, round, body)) }),
  });

  defineRoute(app, context, contracts.writeReportText, {
    find: ({ db, params }) => findSheetSubject(db, params),
    handle: async ({ acting, params: { round, body: whose }, body }) => {
      const open = await holdSheet(acting.db, { round, body: whose });
      const effect = await writeReportText(acting, open, body);
      return { effect, body: presentText(await findReportText(acting.db, round, whose)) };
    },
  });

  defineRoute(app, context, contracts.listReportTexts, {
    find: ({ db, params }) => findGathering(db, params),
    handle: async ({ db, params }) => ({
      body: { items: (await gatherReportTexts(db, params.round)).map(({ sentAt, ...text }) => ({ ...text, sentAt: sentAt.toISOString() })) },
    }),
  });

  defineRoute(app, context, contracts.downloadReportTexts, {
    find: ({ db, params }) => findGathering(db, params),
    handle: async ({ db, params }) => {
      const texts = await gatherReportTexts(db, params.round);
      const list = listDocument({
        title: 'Khó khăn, vướng mắc và đề xuất, kiến nghị của các cơ quan',
        about: [`Kỳ đánh giá ${params.round}; theo báo cáo đã gửi`],
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
