import * as contracts from '@parindex/core/contracts/survey-standing';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Standing = Answer<'surveyStanding'>;
export type StandingRow = Standing['rows'][number];

/** Of all, or of a body or a group. */
export interface StandingOf {
  readonly body?: string | undefined;
  readonly group?: string | undefined;
}

export const standingQuery = (round: string, { body, group }: StandingOf = {}) =>
  queryOptions({
    queryKey: ['survey', round, 'standing', body ?? null, group ?? null],
    queryFn: () => call(contracts.readSurveyStanding, { params: { round }, query: { body, group } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
