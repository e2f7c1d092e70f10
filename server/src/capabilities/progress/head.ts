import type { Scheme } from '@parindex/core';
import { iso } from '../../iso.ts';
import type { BoardRound } from './queries/board.ts';

/** What stands above all that is reckoned of a round that runs (`reckonedOf` of the contracts). */
export const headOf = ({ round, title, year, closedAt }: BoardRound, { rounding }: Pick<Scheme, 'rounding'>, moment: Date) => ({
  ...{ round, title, year, rounding },
  at: iso(moment),
  closedAt: iso(closedAt),
});
