import { tellsOwnPlace } from '@parindex/core/round/ranking-shown';
import type { Reading } from '../../db/transaction.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import type { RankingMaking } from './making.ts';
import { findShownClaims } from './queries/shown-ranking.ts';

interface OwnSheet extends Pick<BoardSheet, 'body' | 'state'> {
  /** Its last deadline for declaring anything. */
  readonly closes: number | null;
}

/** Where a body stands by what each scores itself; null where the owner of the round does not show it, while it is not told yet, or where it has no place. */
export async function readOwnPlace(
  db: Reading,
  plan: BoardRound,
  { body, state, closes }: OwnSheet,
  making: RankingMaking,
  moment: Date,
): Promise<{ rank: number; of: number } | null> {
  if (plan.rankingShown === 'overseers' || !tellsOwnPlace(state, closes, moment.getTime())) return null;
  const told = await findShownClaims(db, plan.round);
  if (!told) return null;
  const { edition, counted } = await countRound(db, plan, making, undefined, told);
  const { rows, placed } = await making.rankings.of(counted, edition, 'claimed');
  const rank = rows.find((row) => row.body.id === body)?.rank ?? null;
  return rank === null ? null : { rank, of: placed };
}
