import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';

/** One of those among whom a total is shared out: what it weighs, and the least and most that it can get. */
export interface Share {
  readonly weight: Rational;
  readonly least: number;
  readonly most: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Shares out a whole number by weights, each between its least and its most, in whole numbers that add up to it; what one cannot take or must have more goes
 * to or comes from the others by their weights. The rest after rounding down goes to the largest fractions, of equal ones to the first. The total must be
 * between the sums of least and most.
 */
export function allocate(total: number, shares: readonly Share[]): number[] {
  const given = shares.map(({ least }) => least);
  let open = [...shares.keys()];
  let left = total;
  // Each turn settles whoever is held at a bound, on the side that weighs more: those on the other side may come free by it.
  for (;;) {
    const ideals = idealsOf(left, shares, open);
    const beyond = (index: number, place: number, bound: 'least' | 'most') =>
      exact.subtract(ideals[place] as Rational, exact.integer((shares[index] as Share)[bound]));
    const over = open.map((index, place) => ({ index, by: beyond(index, place, 'most') })).filter(({ by }) => exact.compare(by, exact.zero) > 0);
    const under = open.map((index, place) => ({ index, by: beyond(index, place, 'least') })).filter(({ by }) => exact.isNegative(by));
    if (over.length === 0 && under.length === 0) {
      for (const [place, number] of roundedTo(left, ideals).entries()) given[open[place] as number] = number;
      return given;
    }
    const [settled, bound] = exact.isNegative(exact.sum([...over, ...under].map(({ by }) => by))) ? ([under, 'least'] as const) : ([over, 'most'] as const);
    const gone = new Set(settled.map(({ index }) => index));
    for (const index of gone) {
      given[index] = (shares[index] as Share)[bound];
      left -= given[index] as number;
    }
    open = open.filter((index) => !gone.has(index));
  }
}

/** What each would get if nothing were whole; where nobody open weighs anything, all the same. */
function idealsOf(left: number, shares: readonly Share[], open: readonly number[]): Rational[] {
  const weights = open.map((index) => (shares[index] as Share).weight);
  const whole = exact.sum(weights);
  if (exact.isZero(whole)) return open.map(() => exact.divide(exact.integer(left), exact.integer(open.length)));
  return weights.map((weight) => exact.divide(exact.multiply(exact.integer(left), weight), whole));
}

function roundedTo(total: number, ideals: readonly Rational[]): number[] {
  const floors = ideals.map(exact.floor);
  const rest = total - sumOf(floors.map(({ n }) => Number(n)));
  const fraction = (index: number) => exact.subtract(ideals[index] as Rational, floors[index] as Rational);
  const first = new Set([...ideals.keys()].toSorted((a, b) => exact.compare(fraction(b), fraction(a)) || a - b).slice(0, rest));
  return floors.map(({ n }, index) => Number(n) + Number(first.has(index)));
}
