import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';
import { type LibraryKey, sheetAddress } from '../../evidence/queries/documents.ts';

export type Notice = Answer<'noticeAnswer'>;
export type Question = Answer<'questionAnswer'>;

const FRESH_MS = 60_000;
const noticesAddress = (round: string) => `/api/rounds/${inPath(round)}/notices`;

/** All that was published in a round, newest first. */
export const noticesQuery = (round: string) =>
  queryOptions({ queryKey: ['notices', round], queryFn: () => allPages<Notice>(noticesAddress(round)), staleTime: FRESH_MS, refetchOnWindowFocus: true });

/** Questions about an item, of my body or put to the round that I run. */
export const questionsQuery = (round: string, item: string) =>
  queryOptions({
    queryKey: ['questions', round, item],
    queryFn: () => ask<Answer<'questionList'>>('GET', '/api/questions', { query: { round, item, limit: 200 } }),
  });

export const publishNotice = (round: string, body: Sent<'newNotice'>) => ask<Notice>('POST', noticesAddress(round), { body });
export const withdrawNotice = (round: string, id: string) => ask<Notice>('POST', `${noticesAddress(round)}/${inPath(id)}/withdrawal`);
export const askQuestion = (sheet: LibraryKey, body: Sent<'newQuestion'>) => ask<Question>('POST', `${sheetAddress(sheet)}/questions`, { body });
export const answerQuestion = ({ id, round }: Question, body: Sent<'newAnswer'>) =>
  ask<Notice>('POST', `/api/rounds/${inPath(round.id)}/questions/${inPath(id)}/answer`, { body });

/** Reads anew what was published and asked. */
export const noticesChanged = (client: QueryClient): Promise<unknown> =>
  Promise.all(['notices', 'questions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
