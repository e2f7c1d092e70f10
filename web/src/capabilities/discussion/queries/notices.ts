import * as discussion from '@parindex/core/contracts/discussion';
import { MOST_PER_PAGE } from '@parindex/core/contracts/limits';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';

export type Notice = Answer<'noticeAnswer'>;
export type Question = Answer<'questionAnswer'>;

const FRESH_MS = 60_000;

/** All that was published in a round, newest first. */
export const noticesQuery = (round: string) =>
  queryOptions({
    queryKey: ['notices', round],
    queryFn: () => allPages((page) => call(discussion.listNotices, { params: { round }, query: page })),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });

/** Questions about an item, by the user's body or in a round that the user owns. */
export const questionsQuery = (round: string, item: string) =>
  queryOptions({
    queryKey: ['questions', round, item],
    queryFn: () => call(discussion.listQuestions, { query: { round, item, limit: MOST_PER_PAGE } }),
  });

export const publishNotice = (round: string, body: Sent<'newNotice'>) => call(discussion.publishNotice, { params: { round }, body });
export const confirmNoticeRead = (round: string, id: string) => call(discussion.confirmNoticeRead, { params: { round, notice: id } });
/** Who has read a notice; for the owners of its round. */
export const readingsQuery = (round: string, id: string) =>
  queryOptions({ queryKey: ['notices', round, 'readings', id], queryFn: () => call(discussion.listNoticeReadings, { params: { round, notice: id } }) });
export const withdrawNotice = (round: string, id: string) => call(discussion.withdrawNotice, { params: { round, notice: id } });
export const askQuestion = (sheet: SheetKey, body: Sent<'newQuestion'>) => call(discussion.askQuestion, { params: sheet, body });
export const answerQuestion = ({ id, round }: Question, body: Sent<'newAnswer'>) =>
  call(discussion.answerQuestion, { params: { round: round.id, question: id }, body });

/** Reloads notices and questions, and what waits at home. */
export const noticesChanged = (client: QueryClient): Promise<unknown> =>
  Promise.all(['notices', 'questions', 'work'].map((key) => client.invalidateQueries({ queryKey: [key] })));
