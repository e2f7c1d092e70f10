import * as appraisal from '@parindex/core/contracts/appraisal';
import * as explanation from '@parindex/core/contracts/explanation';
import type { FormQuery } from '@parindex/core/submissions/report-form';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import { type SheetKey, sheetQuery } from '../../../client/sheet.ts';

export type Explanation = Answer<'explanationAnswer'>;
export type ExplainedItem = Explanation['items'][number];
export type AppraisalNotices = Answer<'appraisalNotices'>;
export type Disputes = Answer<'disputesAnswer'>;

/** Everything that is read of explanations in a round. */
const explanationKey = (round: string) => ['explanation', round] as const;

/** What is to be explained of a sheet, and what its body answers. */
export const explanationQuery = (sheet: SheetKey) =>
  queryOptions({
    queryKey: [...explanationKey(sheet.round), sheet.body],
    queryFn: () => call(explanation.readExplanation, { params: sheet }),
    staleTime: 0,
  });

/** Reloads what was said, or done to an explanation, has changed. */
export async function explanationActed(client: QueryClient, { round, body }: SheetKey): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: explanationKey(round) }),
    client.invalidateQueries({ queryKey: ['appraisal', round] }),
    client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey }),
    client.invalidateQueries({ queryKey: ['work'] }),
  ]);
}

export const reply = (sheet: SheetKey, item: string, body: Omit<Sent<'newReply'>, 'id'>) =>
  call(explanation.reply, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const proposeReply = (sheet: SheetKey, item: string, body: Omit<Sent<'newProposedReply'>, 'id'>) =>
  call(explanation.proposeReply, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const moveReplyPart = (sheet: SheetKey, item: string, body: Omit<Sent<'replyPartMove'>, 'id'>) =>
  call(explanation.moveReplyPart, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const askExplanation = (sheet: SheetKey, item: string, body: Omit<Sent<'newRemark'>, 'id'>) =>
  call(appraisal.askExplanation, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const recordSiteCheck = (sheet: SheetKey, item: string, body: Omit<Sent<'newSiteCheck'>, 'id'>) =>
  call(appraisal.recordSiteCheck, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const recordOfficialFigures = (sheet: SheetKey, item: string, body: Sent<'newOfficialFigures'>) =>
  call(appraisal.recordOfficialFigures, { params: { ...sheet, item }, body });
export const dispute = (sheet: SheetKey, item: string, body: Omit<Sent<'newRemark'>, 'id'>) =>
  call(explanation.dispute, { params: { ...sheet, item }, body: { id: crypto.randomUUID(), ...body } });
export const freezeExplanation = (sheet: SheetKey, base: number) =>
  call(explanation.freezeExplanation, { params: sheet, body: { id: crypto.randomUUID(), base } });
export const takeBackExplanation = (sheet: SheetKey, base: number, reason: string) =>
  call(explanation.takeBackExplanation, { params: sheet, body: { id: crypto.randomUUID(), base, reason } });
export const fetchExplanationReport = (sheet: SheetKey, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(explanation.downloadExplanation, { params: sheet, query: { format } });

/** The notices of a round, by stage and body. */
export const noticesQuery = (round: string) =>
  queryOptions({ queryKey: [...explanationKey(round), 'notices'], queryFn: () => call(explanation.readAppraisalNotices, { params: { round } }), staleTime: 0 });
export const recordNotices = (round: string, body: Omit<Sent<'newAppraisalNotices'>, 'id'>) =>
  call(explanation.recordAppraisalNotices, { params: { round }, body: { id: crypto.randomUUID(), ...body } });
export const fetchNotice = (round: string, stage: 'appraised' | 'second', body: string, format: 'pdf' | 'docx', form: FormQuery): Promise<Blob> =>
  callForFile(explanation.downloadAppraisalNotice, { params: { round, stage, body }, query: { format, ...form } });
export const fetchNotices = (round: string, stage: 'appraised' | 'second', format: 'pdf' | 'docx', form: FormQuery): Promise<Blob> =>
  callForFile(explanation.downloadAppraisalNotices, { params: { round, stage }, query: { format, ...form } });

/** What bodies ask the council to look at. */
export const disputesQuery = (round: string) =>
  queryOptions({ queryKey: [...explanationKey(round), 'disputes'], queryFn: () => call(explanation.listDisputes, { params: { round } }), staleTime: 0 });
