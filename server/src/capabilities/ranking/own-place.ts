import { rankRunning } from '@parindex/core/ranking/running-ranks';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import type { Reading } from '../../db/transaction.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { countForRanking } from './queries/shown-ranking.ts';

/** Where a body stands by what each scores itself; null where the owner of the round does not show it, or it has no place. */
export async function readOwnPlace(db: Reading, plan: BoardRound, body: string, making: BoardMaking): Promise<{ rank: number; of: number } | null> {
  if (plan.rankingShown === 'overseers' || !(await countForRanking(db, plan.round))) return null;
  const { edition, counted } = await countRound(db, plan, making);
  const places = rankRunning(
    counted.map(({ ranked, block, stages }) => ({ ranked, block, standing: runningAt(stages, 'claimed') })),
    edition.prepared,
    'claimed',
  );
  const rank = places[counted.findIndex((one) => one.body === body)]?.rank ?? null;
  return rank === null ? null : { rank, of: places.filter((place) => place.rank !== null).length };
}
