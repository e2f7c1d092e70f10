import * as assignments from '@parindex/core/contracts/assignments';
import * as discussion from '@parindex/core/contracts/discussion';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Work = Answer<'workAnswer'>['items'][number];

/** Open rounds by the offices that I hold. */
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => call(assignments.readWork) });

export type Mention = Answer<'mentionList'>['items'][number];

/** Where I am mentioned in open threads of comments. */
export const mentionsQuery = queryOptions({ queryKey: ['mentions'], queryFn: () => call(discussion.listMentions) });

/** Questions that wait for an answer, in all rounds that I run. */
export const openQuestionsQuery = queryOptions({
  queryKey: ['questions', 'open'],
  queryFn: () => call(discussion.listQuestions, { query: { state: 'open' } }),
});
