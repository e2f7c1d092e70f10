import * as appraisal from '@parindex/core/contracts/appraisal';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';
import { type SheetKey, sheetQuery } from '../../../client/sheet.ts';

export type AppraisalQueue = Answer<'appraisalQueueAnswer'>;
export type QueueItem = AppraisalQueue['items'][number];
export type QueueBody = AppraisalQueue['bodies'][number];
export type ItemAppraisal = Answer<'appraisalItemAnswer'>;
export type BodyAppraisal = Answer<'appraisalBodyAnswer'>;
export type Appraised = Pick<ItemAppraisal['rows'][number], 'claimed' | 'now' | 'verdict' | 'last' | 'before' | 'proposed'>;

/** How often what other appraisers decide is asked for anew. */
const LOOK_AGAIN = 60_000;

/** Everything that is read of a round's appraisal; read anew once something was decided. */
export const appraisalKey = (round: string) => ['appraisal', round] as const;

/** A verdict was given, confirmed or taken back: its sheet and its round's appraisal are read anew. */
export const verdictGiven = (client: QueryClient, { round, body }: SheetKey) =>
  Promise.all([client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey }), client.invalidateQueries({ queryKey: appraisalKey(round) })]);

/** What is counted of a queue: all, given to the asker, given to nobody; absent: what is given to them, if anything is. */
export type QueueShare = AppraisalQueue['share'];

export const queueQuery = (round: string, share: QueueShare | undefined) =>
  queryOptions({
    queryKey: [...appraisalKey(round), 'queue', share ?? ''],
    queryFn: () => call(appraisal.readAppraisalQueue, { params: { round }, query: share === undefined ? {} : { share } }),
    refetchInterval: LOOK_AGAIN,
  });

export const itemAppraisalQuery = (round: string, item: string) =>
  queryOptions({ queryKey: [...appraisalKey(round), 'item', item], queryFn: () => call(appraisal.readAppraisalItem, { params: { round, item } }) });

export const bodyAppraisalQuery = (round: string, body: string) =>
  queryOptions({ queryKey: [...appraisalKey(round), 'body', body], queryFn: () => call(appraisal.readAppraisalBody, { params: { round, body } }) });
