import * as assignments from '@parindex/core/contracts/assignments';
import * as discussion from '@parindex/core/contracts/discussion';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Work = Answer<'workAnswer'>['items'][number];

/** Open rounds by the user's memberships. */
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => call(assignments.readWork) });

export type Mention = Answer<'mentionList'>['items'][number];

/** Open threads that mention the user. */
export const mentionsQuery = queryOptions({ queryKey: ['mentions'], queryFn: () => call(discussion.listMentions) });

/** Unanswered questions in all rounds that the user owns. */
export const openQuestionsQuery = queryOptions({
  queryKey: ['questions', 'open'],
  queryFn: () => call(discussion.listQuestions, { query: { state: 'open' } }),
});
