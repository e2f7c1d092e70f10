import * as contracts from '@parindex/core/contracts/submissions';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { reportKey } from '../../../storage/keys.ts';
import { findRights, findSheet, type SheetRequest } from '../../sheets/found.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { readReportPlace } from '../../sheets/queries/report-place.ts';
import { permitUnsigned } from '../acts/permit-unsigned.ts';
import { type ArrivedReport, sendReport, sheetToSend } from '../acts/send-report.ts';
import { refuseAfterDeadline } from '../deadline.ts';
import { expectReport, notPdf, reportExaminer } from '../examine-report.ts';
import { makeReport } from '../make-report.ts';
import { presentSending } from '../present.ts';
import { receiptDocument } from '../printed-receipt.ts';
import { findReceipt, findSentReport, readSendings } from '../queries/sendings.ts';

/** Sending: the progress of a sheet, the signed report, its receipt. */
export function serveSendings(app: FastifyInstance, context: Context): void {
  const { evidence } = context;
  const examine = reportExaminer(context);

  defineRoute(app, context, contracts.readSubmission, {
    find: findSheet,
    handle: async ({ db, found }) => ({ body: await presentSending(db, found) }),
  });

  defineRoute(app, context, contracts.sendReport, {
    // No scan and no process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }): Promise<ArrivedReport | undefined> => {
      const made = await asCaller(async (db, { memberships }) => {
        const found = await findSheet({ db, params, receivedAt });
        if (!found || !may(memberships, 'sheet.send', found.of)) return undefined;
        const { place, sheet } = found;
        if (sheet.state === 'frozen') refuseAfterDeadline(place, 'send', receivedAt);
        const { document, frozen, sheet: named } = await makeReport(db, found, context);
        return expectReport(db, { ...params, document, sheet: named, frozen: sheet.state === 'frozen' ? frozen : undefined });
      });
      // Nothing is examined that cannot be sent now, or was sent already.
      return made && examine(bytes, made, receivedAt);
    },
    find: findRights,
    handle: async ({ acting, params, query, prepared: report, language }) => {
      if (!report) throw notPdf(KINDS.pdf.mediaType);
      const { db } = acting;
      const open = await holdSheet(db, params);
      const effect = await sendReport(acting, evidence, open, await sheetToSend(acting, open), report, query, language);
      return { status: 201, effect, body: await presentSending(db, await holdSheet(db, params)) };
    },
  });

  defineRoute(app, context, contracts.permitUnsignedReport, {
    find: findRights,
    handle: async ({ acting, params, body }) => {
      const effect = await permitUnsigned(acting, await holdSheet(acting.db, params), body);
      return { status: 201, effect, body: await presentSending(acting.db, await holdSheet(acting.db, params)) };
    },
  });

  const findSending = async (request: SheetRequest & { readonly params: { readonly sending: string } }) => {
    const { db, params } = request;
    const found = await findRights(request);
    return found && { ...found, sending: (await readSendings(db, params.round, params.body)).find(({ id }) => id === params.sending) };
  };

  defineRoute(app, context, contracts.downloadSignedReport, {
    find: findSending,
    handle: async ({ params, found: { sending } }) => {
      if (!sending) throw new Problem('notFound');
      return {
        after: async () => ({
          body: await evidence.storage.read(reportKey(sending.fileHash)),
          headers: {
            ...sandboxed(KINDS.pdf.mediaType, `${sending.matter === 'sheet' ? 'bao-cao' : 'giai-trinh'}-da-gui-${params.body}.pdf`),
            'content-length': String(sending.fileBytes),
          },
        }),
      };
    },
  });

  defineRoute(app, context, contracts.downloadReceipt, {
    find: findSending,
    handle: async ({ db, params, found: { sending } }) => {
      const receipt = sending && (await findReceipt(db, { code: sending.code }));
      if (!receipt) throw new Problem('notFound');
      const place = await readReportPlace(db, params.round, params.body);
      const { origin, kind } = context;
      const sums = sending.matter === 'sheet' ? ((await findSentReport(db, params.round, params.body, sending.seq))?.sums ?? []) : [];
      return fileAnswer(receiptDocument({ receipt, sending, sums, place, origin, illustrative: kind === 'sandbox' }), 'pdf', `bien-nhan-${receipt.code}`);
    },
  });
}
