import * as ranking from '@parindex/core/contracts/ranking';
import type { Stage } from '@parindex/core/ledger/entry';
import type { RankedAmong } from '@parindex/core/round/ranking-shown';
import { queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Ranking = Answer<'runningRankingAnswer'>;
export type RankingRow = Answer<'runningRankingRow'>;

/** How often what others enter is asked for anew. */
const LOOK_AGAIN = 60_000;

/** At which stage, and among which bodies; without a stage, at the last that is whole. */
export interface RankingWish {
  readonly stage: Stage | undefined;
  readonly among: RankedAmong;
}

const queryOf = ({ stage, among }: RankingWish) => ({ ...(stage && { stage }), among });

export const rankingQuery = (round: string, wish: RankingWish) =>
  queryOptions({
    queryKey: ['ranking', round, wish.stage, wish.among],
    queryFn: () => call(ranking.readRunningRanking, { params: { round }, query: queryOf(wish) }),
    refetchInterval: LOOK_AGAIN,
    placeholderData: (before: Ranking | undefined) => (before?.round === round ? before : undefined),
  });

/** The ranking as XLSX, in the language of the page. */
export const fetchRankingWorkbook = (round: string, wish: RankingWish): Promise<Blob> =>
  callForFile(ranking.downloadRunningRanking, { params: { round }, query: queryOf(wish) });

/** As its bodies score themselves, all of them. */
export const claimedRankingQuery = (round: string) => rankingQuery(round, { stage: 'claimed', among: 'all' });
