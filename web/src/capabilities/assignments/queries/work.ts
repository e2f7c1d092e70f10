import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';

export type Work = Answer<'workAnswer'>['items'][number];

/** Open rounds by the offices that I hold. */
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => ask<Answer<'workAnswer'>>('GET', '/api/work') });

export type Mention = Answer<'mentionList'>['items'][number];

/** Where I am mentioned in open threads of comments. */
export const mentionsQuery = queryOptions({ queryKey: ['mentions'], queryFn: () => ask<Answer<'mentionList'>>('GET', '/api/me/mentions') });

/** Questions that wait for an answer, in all rounds that I run. */
export const openQuestionsQuery = queryOptions({
  queryKey: ['questions', 'open'],
  queryFn: () => ask<Answer<'questionList'>>('GET', '/api/questions', { query: { state: 'open' } }),
});
