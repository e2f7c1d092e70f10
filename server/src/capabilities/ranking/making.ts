import type { Context } from '../../context.ts';
import { type BoardMaking, boardMaking } from '../progress/making.ts';
import { KeptRankings } from './kept-rankings.ts';

/** What rankings need besides boards: those that are kept. */
export interface RankingMaking extends BoardMaking {
  readonly rankings: KeptRankings;
}

const made = new WeakMap<Context, RankingMaking>();

/** The same for all that a process ranks for. */
export function rankingMaking(context: Context): RankingMaking {
  const known = made.get(context) ?? { ...boardMaking(context), rankings: new KeptRankings() };
  made.set(context, known);
  return known;
}
