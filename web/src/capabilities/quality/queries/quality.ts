import * as contracts from '@parindex/core/contracts/quality';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { GivenVerdict } from '../../appraisal/verdict-form.tsx';

export type Quality = Answer<'qualityAnswer'>;
export type SecondMarks = Answer<'secondMarksAnswer'>;
export type SecondMark = SecondMarks['marks'][number];

/** How well items of a round are appraised. */
export const qualityQuery = (round: string) =>
  queryOptions({ queryKey: ['quality', round], queryFn: () => call(contracts.readQuality, { params: { round } }) });

/** All of it as XLSX, in the language of the page. */
export const fetchQualityWorkbook = (round: string): Promise<Blob> => callForFile(contracts.downloadQuality, { params: { round } });

export const drawSecondMarking = (round: string, body: Sent<'newSecondMarking'>) => call(contracts.drawSecondMarking, { params: { round }, body });

/** Others are drawn for what nobody marks of a sample. */
export const giveSecondMarksAnew = (round: string, draw: string) => call(contracts.giveSecondMarksAnew, { params: { round, draw } });

export const qualityChanged = (client: QueryClient, round: string) => client.invalidateQueries({ queryKey: ['quality', round] });

/** What the user marks a second time. */
export const secondMarksQuery = (round: string) =>
  queryOptions({ queryKey: ['secondMarks', round], queryFn: () => call(contracts.listSecondMarks, { params: { round } }) });

/** Marks as a verdict is given, though it is none. */
export const giveSecondMark = (round: string, mark: string, { base, changes, figures, reason }: GivenVerdict) =>
  call(contracts.giveSecondMark, { params: { round, mark }, body: { base, changes, reason, figures: figures.map(({ id: _, ...figure }) => figure) } });

export const handBackSecondMark = (round: string, mark: string, reason: string) =>
  call(contracts.handBackSecondMark, { params: { round, mark }, body: { reason } });

/** After a mark, or once it was handed back: what was decided on it is read from now on. */
export async function secondMarkGiven(client: QueryClient, { round, body }: { readonly round: string; readonly body: string }): Promise<void> {
  await client.invalidateQueries({ queryKey: ['secondMarks', round] });
  for (const queryKey of [['sheet', round, body], ['appraisal', round], ['work']]) void client.invalidateQueries({ queryKey });
}
