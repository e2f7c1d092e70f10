import { seededIndices } from '../appraisal/seeded.ts';

/** What of two values is a difference: whether they are one, how many stand between them, how far apart they are, how far by their size. */
export const MEASURES = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Measure = (typeof MEASURES)[number];

/** The values that one unit was given; who gave none is left out. */
export type Unit = readonly number[];

interface Coincidences {
  /** In ascending order. */
  readonly values: readonly number[];
  readonly pairs: readonly (readonly number[])[];
  readonly totals: readonly number[];
  readonly total: number;
}

/** How often values stand beside each other in one unit, each unit counted by as many pairs as it has values; units of one value pair nothing. */
function coincidencesOf(units: readonly Unit[]): Coincidences {
  const pairable = units.filter((unit) => unit.length > 1);
  const values = [...new Set(pairable.flat())].toSorted((a, b) => a - b);
  const at = new Map(values.map((value, index) => [value, index]));
  const pairs = values.map(() => values.map(() => 0));
  for (const unit of pairable)
    unit.forEach((first, one) => {
      const row = pairs[at.get(first) as number] as number[];
      unit.forEach((second, other) => {
        const column = at.get(second) as number;
        if (one !== other) row[column] = (row[column] as number) + 1 / (unit.length - 1);
      });
    });
  const totals = pairs.map((row) => row.reduce((sum, one) => sum + one, 0));
  return { values, pairs, totals, total: totals.reduce((sum, one) => sum + one, 0) };
}

/** The square of the difference of two values, by their places among all. */
function differenceOf(measure: Measure, { values, totals }: Coincidences): (one: number, other: number) => number {
  const value = (index: number) => values[index] as number;
  // How many values come before each place: those between two are found without adding them up again.
  const upTo: number[] = [0];
  for (const count of totals) upTo.push((upTo.at(-1) as number) + count);
  const count = (index: number) => totals[index] as number;
  switch (measure) {
    case 'nominal':
      return (one, other) => (one === other ? 0 : 1);
    case 'ordinal':
      return (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        return ((upTo[high + 1] as number) - (upTo[low] as number) - (count(low) + count(high)) / 2) ** 2;
      };
    case 'interval':
      return (one, other) => (value(one) - value(other)) ** 2;
    case 'ratio':
      return (one, other) => {
        const sum = value(one) + value(other);
        return sum === 0 ? 0 : ((value(one) - value(other)) / sum) ** 2;
      };
  }
}

/**
 * Krippendorff's alpha: 1 less the quotient of the disagreement that is seen and that which chance would give. Undefined where nothing can be said:
 * no unit has two values, or all values are one.
 */
export function alphaOf(units: readonly Unit[], measure: Measure): number | undefined {
  const found = coincidencesOf(units);
  const difference = differenceOf(measure, found);
  let [seen, expected] = [0, 0];
  found.pairs.forEach((row, one) => {
    row.forEach((pairs, other) => {
      const between = difference(one, other);
      seen += pairs * between;
      expected += (found.totals[one] as number) * (found.totals[other] as number) * between;
    });
  });
  return expected === 0 ? undefined : 1 - ((found.total - 1) * seen) / expected;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Draws of the bootstrap. */
export const BOOTSTRAPS = 1_000;

/**
 * The 95% interval of alpha by the bootstrap over units: drawn again with replacement, as many as there are, by a seed, so that it comes out
 * the same for everybody. Undefined where too many draws say nothing.
 */
export function alphaInterval(units: readonly Unit[], measure: Measure, seed: string): Interval | undefined {
  const pairable = units.filter((unit) => unit.length > 1);
  const next = seededIndices(seed, pairable.length);
  const drawn: number[] = [];
  for (let draw = 0; draw < BOOTSTRAPS; draw++) {
    const alpha = alphaOf(
      pairable.map(() => pairable[next()] as Unit),
      measure,
    );
    if (alpha !== undefined) drawn.push(alpha);
  }
  if (drawn.length < BOOTSTRAPS * 0.95) return undefined;
  const sorted = drawn.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  return { low: at(0.025), high: at(0.975) };
}
