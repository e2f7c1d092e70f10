import { MOST_REPORT_BYTES, newPermission, sendingFileParams, sendingQuery, sendingStanding, sheetParams } from '@parindex/core/contracts/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { officialPdf } from '../../../documents/pdf.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Turns } from '../../../file-inspection/limiter.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { asCaller, type Caller, defineRoute } from '../../../http/route.ts';
import { bytesAnswer, sandboxed } from '../../../http/sandboxed.ts';
import { reportKey } from '../../../storage/keys.ts';
import { refuseEarlyAppraiser } from '../../appraisal/early-appraiser.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { permitUnsigned } from '../acts/permit-unsigned.ts';
import { type ArrivedReport, sendReport } from '../acts/send-report.ts';
import { refuseAfterDeadline } from '../deadline.ts';
import { makeReport } from '../make-report.ts';
import { presentSending } from '../present.ts';
import { receiptDocument } from '../printed-receipt.ts';
import { findReceipt, readReportPlace, readSendings } from '../queries/sendings.ts';
import { readSignedReport } from '../read-signed.ts';
import { findSheetSubject, findWholeSheet } from './reports.ts';

/** Reports that are looked into at once, and that wait for it. */
const AT_ONCE = 2;
const WAITING = 16;

const TAG = 'sheets';

/** What was read of a request's report, before the transaction that judges it. */
const arrived = new WeakMap<FastifyRequest, ArrivedReport>();

/** Sending: where a sheet stands on its way, the signed report coming in, its receipt. In a scope of its own: no other route takes such bytes. */
export async function serveSendings(app: FastifyInstance, context: Context): Promise<void> {
  const { evidence } = context;
  const turns = new Turns(AT_ONCE, WAITING);
  app.addContentTypeParser(KINDS.pdf.mediaType, { parseAs: 'buffer', bodyLimit: MOST_REPORT_BYTES }, (_request, body, done) => done(null, body));

  // Read before a transaction begins: no connection waits for scanner and processes. Who may not has none of them started.
  app.addHook('preHandler', async (request) => {
    const params = sheetParams.safeParse(request.params);
    const bytes: unknown = request.body;
    if (request.method !== 'POST' || !params.success || !Buffer.isBuffer(bytes)) return;
    const made = await asCaller(context, request, 'sheet.send', true, async (db, caller) => {
      const found = await findWholeSheet(db, params.data);
      if (!found || !may(caller.memberships, 'sheet.send', found.of)) return undefined;
      const { place, sheet } = found.open;
      if (sheet.state === 'frozen') refuseAfterDeadline(place, 'send', request.receivedAt);
      const { document, frozen } = await makeReport(db, found.open, context);
      return { document, frozen: sheet.state === 'frozen' ? frozen : undefined };
    });
    if (!made) return;
    // Nothing is looked into that cannot be sent now, or was sent already.
    if (!made.frozen) {
      arrived.set(request, { read: null, asMadeFor: undefined });
      return;
    }
    const { frozen } = made;
    const report = await turns.take(async (): Promise<ArrivedReport> => {
      const asMade = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? await officialPdf(made.document) : undefined;
      const begins = asMade !== undefined && bytes.length >= asMade.length && asMade.equals(bytes.subarray(0, asMade.length));
      return { read: await readSignedReport(evidence, bytes, request.receivedAt), asMadeFor: begins ? frozen.hash : undefined };
    });
    if (!report) throw new Problem('notReady');
    arrived.set(request, report);
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/sheets/{body}/sending',
    summary: { vi: 'Bảng điểm đang ở đâu: chốt, ký, gửi, biên nhận, mở lại', en: 'Where a sheet stands: frozen, sent, receipts, reopening' },
    tag: TAG,
    access: 'sheet.read',
    params: sheetParams,
    answers: { 200: sendingStanding },
    find: ({ db, params }) => findWholeSheet(db, params),
    handle: async ({ db, caller, found: { of, open }, receivedAt }) => {
      refuseEarlyAppraiser(caller, 'sheet.read', of, open.place.steps, receivedAt);
      return { body: await presentSending(db, open) };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/sending',
    summary: {
      vi: 'Gửi bảng điểm đã chốt kèm báo cáo đã ký (PDF)',
      en: 'Send the frozen sheet with the signed report (as PDF bytes)',
    },
    tag: TAG,
    access: 'sheet.send',
    params: sheetParams,
    query: sendingQuery,
    answers: { 201: sendingStanding },
    find: ({ db, params }) => findSheetSubject(db, params),
    handle: async ({ acting, params, query, request, language }) => {
      const report = arrived.get(request);
      if (!report)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Báo cáo gửi lên phải là PDF (${KINDS.pdf.mediaType}).`, en: `A report is sent as ${KINDS.pdf.mediaType}.` },
        });
      const { db } = acting;
      await sendReport(acting, evidence, await holdSheet(db, params), report, query, language);
      return { status: 201, body: await presentSending(db, await holdSheet(db, params)) };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/sending/permission',
    summary: {
      vi: 'Cho phép gửi một lần báo cáo không có chữ ký số, có lý do',
      en: 'Permit, once and with a reason, a report without an electronic signature',
    },
    tag: TAG,
    access: 'sheet.permit',
    params: sheetParams,
    body: newPermission,
    answers: { 201: sendingStanding },
    find: ({ db, params }) => findSheetSubject(db, params),
    handle: async ({ acting, params, body }) => {
      await permitUnsigned(acting, await holdSheet(acting.db, params), body);
      return { status: 201, body: await presentSending(acting.db, await holdSheet(acting.db, params)) };
    },
  });

  const ofSending = {
    method: 'GET',
    tag: TAG,
    access: 'sheet.read',
    params: sendingFileParams,
    answers: bytesAnswer,
    withoutHead: true,
  } as const;
  const findSending = async (db: Reading, params: { round: string; body: string; sending: string }, caller: Caller | null, receivedAt: Date) => {
    const found = await findWholeSheet(db, params);
    const sending = found && (await readSendings(db, params.round, params.body)).find(({ id }) => id === params.sending);
    if (!sending) return found && { of: found.of, sending: undefined };
    refuseEarlyAppraiser(caller, 'sheet.read', found.of, found.open.place.steps, receivedAt);
    return { of: found.of, sending };
  };

  defineRoute(app, context, {
    ...ofSending,
    url: '/api/rounds/{round}/sheets/{body}/sendings/{sending}/file',
    summary: { vi: 'Báo cáo đã ký, đúng từng byte', en: 'The signed report, byte for byte' },
    find: ({ db, params, caller, receivedAt }) => findSending(db, params, caller, receivedAt),
    handle: async ({ params, found: { sending } }) => {
      if (!sending) throw new Problem('notFound');
      return {
        body: await evidence.storage.read(reportKey(sending.fileHash)),
        headers: { ...sandboxed(KINDS.pdf.mediaType, `bao-cao-da-ky-${params.body}.pdf`), 'content-length': String(sending.fileBytes) },
      };
    },
  });

  defineRoute(app, context, {
    ...ofSending,
    url: '/api/rounds/{round}/sheets/{body}/sendings/{sending}/receipt',
    summary: { vi: 'Biên nhận (PDF)', en: 'The receipt (PDF)' },
    find: ({ db, params, caller, receivedAt }) => findSending(db, params, caller, receivedAt),
    handle: async ({ db, params, found: { sending } }) => {
      const receipt = sending && (await findReceipt(db, { code: sending.code }));
      if (!receipt) throw new Problem('notFound');
      const { owner } = await readReportPlace(db, params.round, params.body);
      return fileAnswer(receiptDocument(receipt, sending, owner, context.origin, context.kind === 'sandbox'), 'pdf', `bien-nhan-${receipt.code}`);
    },
  });
}
