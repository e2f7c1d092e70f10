import * as submissions from '@parindex/core/contracts/submissions';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';
import { sheetQuery } from '../../../client/sheet.ts';

export type SendingStanding = Answer<'sendingStanding'>;
export type Sending = SendingStanding['sendings'][number];
export type Receipt = Answer<'receiptAnswer'>;
export type GatheredTexts = Answer<'gatheredTexts'>;
export type ReportRefusal = Answer<'reportRefusal'>;

/** How far a sheet has come from freezing to the receipt, as of its last entry. */
export const sendingQuery = (sheet: SheetKey, seq: number) =>
  queryOptions({
    queryKey: ['sending', sheet.round, sheet.body, seq],
    queryFn: () => call(submissions.readSubmission, { params: sheet }),
    placeholderData: (before: SendingStanding | undefined) => (before?.round.id === sheet.round && before.body.id === sheet.body ? before : undefined),
    // A permission is granted without an entry of the sheet.
    staleTime: 0,
  });

/** Reloads what an act on the whole sheet has changed. */
export async function sheetActed(client: QueryClient, { round, body }: SheetKey): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey }),
    client.invalidateQueries({ queryKey: ['sending', round, body] }),
    client.invalidateQueries({ queryKey: ['work'] }),
  ]);
}

export const fetchReport = (sheet: SheetKey, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(submissions.downloadReport, { params: sheet, query: { format } });
export const fetchReceipt = (sheet: SheetKey, sending: string): Promise<Blob> => callForFile(submissions.downloadReceipt, { params: { ...sheet, sending } });
export const fetchSigned = (sheet: SheetKey, sending: string): Promise<Blob> =>
  callForFile(submissions.downloadSignedReport, { params: { ...sheet, sending } });

export const writeReportText = (sheet: SheetKey, body: Sent<'newReportText'>) => call(submissions.writeReportText, { params: sheet, body });
export const takeBack = (sheet: SheetKey, base: number, reason: string) =>
  call(submissions.takeBackSheet, { params: sheet, body: { id: crypto.randomUUID(), base, reason } });
export const reopenSheet = (sheet: SheetKey, body: Omit<Sent<'reopening'>, 'id'>) =>
  call(submissions.reopenSheet, { params: sheet, body: { id: crypto.randomUUID(), ...body } });
export const permitUnsigned = (sheet: SheetKey, reason: string) =>
  call(submissions.permitUnsignedReport, { params: sheet, body: { id: crypto.randomUUID(), reason } });

/** A receipt by its code, or by the hash in a report; for anybody. */
export const receiptQuery = (code: string) =>
  queryOptions({ queryKey: ['receipt', code], queryFn: () => call(submissions.readReceipt, { params: { code } }), retry: false, staleTime: 0 });

/** Difficulties and proposals of the bodies that have sent. */
export const gatheredQuery = (round: string) =>
  queryOptions({ queryKey: ['report-texts', round], queryFn: () => call(submissions.listReportTexts, { params: { round } }), staleTime: 0 });
export const fetchGathered = (round: string): Promise<Blob> => callForFile(submissions.downloadReportTexts, { params: { round } });
