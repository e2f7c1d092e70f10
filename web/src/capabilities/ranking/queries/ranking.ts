import * as ranking from '@parindex/core/contracts/ranking';
import type { Stage } from '@parindex/core/ledger/entry';
import { queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Ranking = Answer<'runningRankingAnswer'>;
export type RankingRow = Answer<'runningRankingRow'>;
export type Overview = Answer<'overviewAnswer'>;
export type ItemLoss = Overview['items'][number];
export type ItemSpread = Answer<'itemSpreadAnswer'>;

/** How often what others enter is asked for anew. */
const LOOK_AGAIN = 60_000;

export const rankingQuery = (round: string, stage: Stage) =>
  queryOptions({
    queryKey: ['ranking', round, stage],
    queryFn: () => call(ranking.readRunningRanking, { params: { round }, query: { stage } }),
    refetchInterval: LOOK_AGAIN,
    placeholderData: (before: Ranking | undefined) => (before?.round === round ? before : undefined),
  });

export const overviewQuery = (round: string) =>
  queryOptions({ queryKey: ['overview', round], queryFn: () => call(ranking.readOverview, { params: { round } }), refetchInterval: LOOK_AGAIN });

export const itemSpreadQuery = (round: string, item: string) =>
  queryOptions({ queryKey: ['overview', round, item], queryFn: () => call(ranking.readItemSpread, { params: { round, item } }) });

/** The ranking as XLSX, in the language of the page. */
export const fetchRankingWorkbook = (round: string, stage: Stage): Promise<Blob> =>
  callForFile(ranking.downloadRunningRanking, { params: { round }, query: { stage } });
