import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';

export interface RankingEntry {
  readonly index: Rational | null;
  readonly ranked: boolean;
  readonly block: string | null;
}

/**
 * Ranks in the order of the standings; null for those outside the ranking or without an index.
 * Ties share a rank: competition counts bodies above (1, 2, 2, 4), dense counts values above (1, 2, 2, 3).
 */
export function rank(standings: readonly RankingEntry[], { scheme, places, mode }: PreparedScheme): (number | null)[] {
  const { on, ties, within } = scheme.ranking;
  const values = standings.map(({ index, ranked }) => (ranked && index ? (on === 'exact' ? index : exact.round(index, places, mode)) : null));
  const ranks: (number | null)[] = standings.map(() => null);

  const placed = [...standings.entries()].filter(([position]) => values[position] !== null);
  const leagues = Map.groupBy(placed, ([, { block }]) => (within === 'all' ? null : block));
  for (const league of leagues.values()) {
    const falling = league.map(([position]) => position).toSorted((a, b) => exact.compare(values[b] as Rational, values[a] as Rational));
    let current = 0;
    let before: Rational | undefined;
    falling.forEach((position, above) => {
      const value = values[position] as Rational;
      if (!before || exact.compare(value, before) !== 0) current = ties === 'competition' ? above + 1 : current + 1;
      before = value;
      ranks[position] = current;
    });
  }
  return ranks;
}

/** The same within each block, whatever the scheme ranks over; null for those without a block too. */
export function ranksInBlocks(standings: readonly RankingEntry[], prepared: PreparedScheme): (number | null)[] {
  const { scheme } = prepared;
  const within = { ...prepared, scheme: { ...scheme, ranking: { ...scheme.ranking, within: 'block' as const } } };
  return rank(
    standings.map((standing) => ({ ...standing, ranked: standing.ranked && standing.block !== null })),
    within,
  );
}
