import { rankRunning } from '@parindex/core/ranking/running-ranks';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import type { Reading } from '../../db/transaction.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import { findShownClaims } from './queries/shown-ranking.ts';

/** Where a body stands by what each scores itself; null where the owner of the round does not show it, while its sheet is open, or where it has no place. */
export async function readOwnPlace(
  db: Reading,
  plan: BoardRound,
  { body, state }: Pick<BoardSheet, 'body' | 'state'>,
  making: BoardMaking,
): Promise<{ rank: number; of: number } | null> {
  const others = plan.rankingShown === 'overseers' || state === 'open' ? undefined : await findShownClaims(db, plan.round, [body]);
  if (!others) return null;
  const { edition, counted } = await countRound(db, plan, making, undefined, others);
  const places = rankRunning(
    counted.map(({ ranked, block, stages }) => ({ ranked, block, standing: runningAt(stages, 'claimed') })),
    edition.prepared,
    'claimed',
  );
  const rank = places[counted.findIndex((one) => one.body === body)]?.rank ?? null;
  return rank === null ? null : { rank, of: places.filter((place) => place.rank !== null).length };
}
