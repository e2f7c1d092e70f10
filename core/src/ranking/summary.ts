import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { Index, Summaries, Summary } from '../scoring/result.ts';
import { indexOf } from '../scoring/score-body.ts';
import type { RankingEntry } from './rank.ts';

export interface Classed extends RankingEntry {
  readonly class: string | null;
}

/** Mean, median, quartiles, extremes and classes of ranked bodies with an index, on the exact index. */
export function summarise(bodies: readonly Classed[], prepared: PreparedScheme): Summaries {
  const blocks = Map.groupBy(
    bodies.filter(({ block }) => block !== null),
    ({ block }) => block as string,
  );
  return { all: summaryOf(bodies, prepared), blocks: Object.fromEntries([...blocks].map(([name, members]) => [name, summaryOf(members, prepared)])) };
}

function summaryOf(bodies: readonly Classed[], prepared: PreparedScheme): Summary {
  const counted = bodies.filter((body): body is Classed & { index: Rational } => body.ranked && body.index !== null);
  const rising = counted.map(({ index }) => index).toSorted(exact.compare);
  const shown = (value: Rational | undefined): Index | null => (value ? indexOf(value, prepared) : null);
  const at = (quarters: number) => shown(rising.length > 0 ? quantile(rising, quarters) : undefined);
  return {
    count: rising.length,
    mean: shown(rising.length > 0 ? exact.divide(exact.sum(rising), exact.integer(rising.length)) : undefined),
    median: at(2),
    q1: at(1),
    q3: at(3),
    min: shown(rising[0]),
    max: shown(rising.at(-1)),
    classes: Object.fromEntries(prepared.classes.map(({ id }) => [id, counted.filter((body) => body.class === id).length])),
  };
}

/**
 * The quantile at `quarters`/4 of rising values, exact: type 7 of R's `quantile`
 * (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996).
 */
function quantile(rising: readonly Rational[], quarters: number): Rational {
  const position = (rising.length - 1) * quarters;
  const below = Math.floor(position / 4);
  const low = rising[below] as Rational;
  const high = rising[below + 1];
  if (!high || position % 4 === 0) return low;
  return exact.add(low, exact.multiply(exact.divide(exact.integer(position % 4), exact.integer(4)), exact.subtract(high, low)));
}
