import * as ranking from '@parindex/core/contracts/ranking';
import type { ResultPaper } from '@parindex/core/contracts/schemas/ranking';
import type { FormQuery } from '@parindex/core/submissions/report-form';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type FinalRanking = Answer<'finalRankingAnswer'>;
export type FinalRow = Answer<'finalRankingRow'>;
export type FinalBody = Answer<'finalBodyAnswer'>;

/** The final result of a closed round. */
export const finalRankingQuery = (round: string) =>
  queryOptions({ queryKey: ['ranking', round, 'final'], queryFn: () => call(ranking.readFinalRanking, { params: { round } }) });

/** That of one body, item by item. */
export const finalBodyQuery = (round: string, body: string) =>
  queryOptions({ queryKey: ['ranking', round, 'final', body], queryFn: () => call(ranking.readFinalBody, { params: { round, body } }) });

export type FinalLosses = Answer<'finalLossesAnswer'>;

/** What each body lost at each item, for whoever sees the round whole. */
export const finalLossesQuery = (round: string) =>
  queryOptions({ queryKey: ['ranking', round, 'losses'], queryFn: () => call(ranking.readFinalLosses, { params: { round } }) });

/** All of it as XLSX, in the language of the page. */
export const fetchFinalWorkbook = (round: string): Promise<Blob> => callForFile(ranking.downloadFinalRanking, { params: { round } });

/** What a letter with the final result comes as; the workbook is its annex. */
export const CLOSING_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type ClosingFormat = (typeof CLOSING_FORMATS)[number];

export const fetchClosingLetter = (round: string, body: string, format: ClosingFormat, form: FormQuery): Promise<Blob> =>
  callForFile(ranking.downloadClosingLetter, { params: { round, body }, query: { format, ...form } });
export const fetchClosingLetters = (round: string, format: ClosingFormat, form: FormQuery): Promise<Blob> =>
  callForFile(ranking.downloadClosingLetters, { params: { round }, query: { format, ...form } });

/** What is submitted with the result, and under which name it is saved. */
export const RESULT_PAPERS = [
  { paper: 'submission', file: 'to-trinh-ket-qua', formats: ['docx', 'pdf'] },
  { paper: 'decision', file: 'du-thao-quyet-dinh-ket-qua', formats: ['docx', 'pdf'] },
] as const satisfies readonly { readonly paper: ResultPaper; readonly file: string; readonly formats: readonly ('docx' | 'pdf')[] }[];

export const fetchResultPaper = (round: string, paper: ResultPaper, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(ranking.downloadResultPaper, { params: { round, paper }, query: { format } });

export const keepFinalResult = (round: string) => call(ranking.keepFinalResult, { params: { round } });

export const finalKept = (client: QueryClient, round: string) => client.invalidateQueries({ queryKey: ['ranking', round] });
