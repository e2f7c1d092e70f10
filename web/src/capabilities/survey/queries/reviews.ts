import * as contracts from '@parindex/core/contracts/survey-review';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

type ReviewPage = Answer<'reviewedForms'>;
export type ReviewedForm = ReviewPage['items'][number];
export type ReviewState = ReviewedForm['state'];

/** Which forms are shown. */
export interface ReviewedOf {
  readonly state: ReviewState;
  readonly body?: string | undefined;
  readonly group?: string | undefined;
}

/** Forms that are shown at once. */
const AT_ONCE = 20;

export const reviewsQuery = (round: string, { state, body, group }: ReviewedOf) =>
  infiniteQueryOptions({
    queryKey: ['survey', round, 'reviews', state, body ?? null, group ?? null],
    queryFn: ({ pageParam }) => call(contracts.listReviewedForms, { params: { round }, query: { state, body, group, limit: AT_ONCE, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });

/** A form with its answers: looking at it is recorded, so that it is asked for only where somebody wants to see it. */
export const formToReviewQuery = (round: string, form: string) =>
  queryOptions({
    queryKey: ['survey', round, 'form', form],
    queryFn: () => call(contracts.readFormToReview, { params: { round, form } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const reviewForm = (round: string, form: string, review: Sent<'newFormReview'>) => call(contracts.reviewForm, { params: { round, form }, body: review });

/** After a decision: the lists of forms, and how the survey stands. */
export const reviewsChanged = async (client: QueryClient, round: string): Promise<void> => {
  await client.invalidateQueries({ queryKey: ['survey', round, 'reviews'] });
  await client.invalidateQueries({ queryKey: ['survey', round, 'standing'] });
};
