import * as progress from '@parindex/core/contracts/progress';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Overview = Answer<'overviewAnswer'>;
export type ItemLoss = Overview['items'][number];
export type ItemSpread = Answer<'itemSpreadAnswer'>;

/** How often what others enter is asked for anew. */
const LOOK_AGAIN = 60_000;

export const overviewQuery = (round: string) =>
  queryOptions({ queryKey: ['overview', round], queryFn: () => call(progress.readOverview, { params: { round } }), refetchInterval: LOOK_AGAIN });

export const itemSpreadQuery = (round: string, item: string) =>
  queryOptions({ queryKey: ['overview', round, item], queryFn: () => call(progress.readItemSpread, { params: { round, item } }) });
