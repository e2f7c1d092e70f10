import { reviewSheet } from '@parindex/core/contracts/review';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Review = Answer<'reviewAnswer'>;

/** The check before sending, of the sheet up to its last entry; while another is on its way the one before stands. */
export const reviewQuery = (round: string, body: string, seq: number) =>
  queryOptions({
    queryKey: ['review', round, body, seq],
    queryFn: () => call(reviewSheet, { params: { round, body } }),
    placeholderData: (before: Review | undefined) => (before?.round === round && before.body === body ? before : undefined),
    // Documents change without an entry of the sheet.
    staleTime: 0,
  });
