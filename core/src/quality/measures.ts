import * as exact from '../quantity/rational.ts';
import type { FractionText } from '../scoring/result.ts';
import { alphaInterval, alphaOf, type Interval } from './alpha.ts';
import { quantileOfT } from './distributions.ts';
import { agreementInterval, intraclassOf } from './intraclass.ts';

/** Points of an item and what it could have had. */
export interface Marked {
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** One item of one body with what its body claims and what an appraiser made of it. */
export interface Appraised {
  readonly body: string;
  readonly item: string;
  readonly claimed: Marked;
  readonly appraised: Marked;
  /** Whether it was decided otherwise than claimed. */
  readonly changed: boolean;
  readonly person: string;
  /** The first day of the week in which it was decided, yyyy-mm-dd. */
  readonly week: string;
}

/** One item of one body, marked by two who did not know of each other. */
export interface Pair {
  readonly body: string;
  readonly item: string;
  readonly first: Marked & { readonly person: string; readonly week: string };
  readonly second: Marked & { readonly person: string };
}

/** Points as a share of the maximum; undefined where it could have none. Statistics of what is rounded anyway need no fractions. */
export function shareOf({ points, maximum }: Marked): number | undefined {
  const [of, most] = [exact.fromFraction(points), exact.fromFraction(maximum)];
  if (exact.isZero(most)) return undefined;
  const { n, d } = exact.divide(of, most);
  return Number(n) / Number(d);
}

/** A mean of shares of the maximum with its 95% interval by Student's t; null of one value alone. */
export interface MeanShare {
  readonly count: number;
  readonly mean: number;
  readonly interval: Interval | null;
}

/** Undefined of no value. */
export function meanOf(values: readonly number[]): MeanShare | undefined {
  const count = values.length;
  if (count === 0) return undefined;
  const mean = values.reduce((sum, one) => sum + one, 0) / count;
  if (count === 1) return { count, mean, interval: null };
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1));
  const half = (quantileOfT(0.975, count - 1) * deviation) / Math.sqrt(count);
  return { count, mean, interval: { low: mean - half, high: mean + half } };
}

/** What each key's values come to, in the order in which keys are met. */
function meansBy<T>(all: readonly T[], key: (one: T) => string, value: (one: T) => number | undefined): (MeanShare & { readonly key: string })[] {
  return [...Map.groupBy(all, key)].flatMap(([of, some]) => {
    const mean = meanOf(some.flatMap((one) => value(one) ?? []));
    return mean ? [{ key: of, ...mean }] : [];
  });
}

/** What an appraiser moved an item by, as a share of the maximum: below 0 where points were taken away. */
export function movedBy({ claimed, appraised }: Pick<Appraised, 'claimed' | 'appraised'>): number | undefined {
  const [from, to] = [shareOf(claimed), shareOf(appraised)];
  return from === undefined || to === undefined ? undefined : to - from;
}

/** How far two marks of the same item lie apart: the first less the second, as a share of the maximum. */
export function differenceOfPair({ first, second }: Pair): number | undefined {
  const [one, other] = [shareOf(first), shareOf(second)];
  return one === undefined || other === undefined ? undefined : one - other;
}

/** By person: how far appraised lies from claimed. Whoever got the harder sheets seems the more severe: see the pairs. */
export const severityByPerson = (all: readonly Appraised[]) => meansBy(all, ({ person }) => person, movedBy);

/** By week. */
export const severityByWeek = (all: readonly Appraised[]) => meansBy(all, ({ week }) => week, movedBy).toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** By person: their own mark less that of whoever marked the same item without knowing of it, be it the first or the second. */
export function severityInPairs(pairs: readonly Pair[]) {
  const sides = pairs.flatMap((pair) => {
    const apart = differenceOfPair(pair);
    return apart === undefined
      ? []
      : [
          { person: pair.first.person, apart },
          { person: pair.second.person, apart: -apart },
        ];
  });
  return meansBy(
    sides,
    ({ person }) => person,
    ({ apart }) => apart,
  );
}

/** By the week of the first mark: the first less the second. */
export const pairsByWeek = (pairs: readonly Pair[]) => meansBy(pairs, ({ first }) => first.week, differenceOfPair).toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** How many of the items of each key were decided, and how many otherwise than claimed. */
export const changedBy = (all: readonly Appraised[], key: 'body' | 'item') =>
  [...Map.groupBy(all, (one) => one[key])].map(([of, some]) => ({ key: of, decided: some.length, changed: some.filter(({ changed }) => changed).length }));

/** Pairs of marks that lie apart, the farthest first. */
export const pairsApart = (pairs: readonly Pair[]): (Pair & { readonly apart: number })[] =>
  pairs
    .flatMap((pair) => {
      const apart = differenceOfPair(pair);
      return apart === undefined || apart === 0 ? [] : [{ ...pair, apart }];
    })
    .toSorted((a, b) => Math.abs(b.apart) - Math.abs(a.apart));

/** Below this many pairs nothing is said of agreement: an interval would say as much as none. */
export const LEAST_PAIRS = 10;

/** What alpha is good for, by Krippendorff (2004, p. 241), at the three places at which it is read: from 0.8 reliable, from 0.667 for tentative conclusions, below for none. */
export const RELIANCES = ['reliable', 'tentative', 'unreliable'] as const;
export type Reliance = (typeof RELIANCES)[number];
export function relianceOf(alpha: number): Reliance {
  const read = Number(alpha.toFixed(3));
  if (read >= 0.8) return 'reliable';
  return read >= 0.667 ? 'tentative' : 'unreliable';
}

interface Coefficient {
  readonly value: number;
  readonly interval: Interval | null;
}

export interface Agreement {
  /** Pairs that can be compared: with a maximum on both sides. */
  readonly pairs: number;
  /** Of these, those with the same points. */
  readonly same: number;
  /** How far they lie apart on the mean, whichever is the higher, as a share of the maximum; null of none. */
  readonly apart: number | null;
  /** Krippendorff's alpha at the interval measure; null where too few pairs or no differences among items say nothing. */
  readonly alpha: (Coefficient & { readonly reliance: Reliance }) | null;
  /** ICC(A,1): two-way random, absolute agreement, single marks. */
  readonly intraclass: Coefficient | null;
}

/** How far two marks of the same items agree, as shares of the maximum. @param seed of the bootstrap */
export function agreementOf(pairs: readonly Pair[], seed: string): Agreement {
  const ratings = pairs.flatMap(({ first, second }) => {
    const [one, other] = [shareOf(first), shareOf(second)];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  const apart = ratings.map(([one, other]) => Math.abs(one - other));
  const enough = ratings.length >= LEAST_PAIRS;
  const alpha = enough ? alphaOf(ratings, 'interval') : undefined;
  const intraclass = enough ? intraclassOf(ratings)?.agreement : undefined;
  return {
    pairs: ratings.length,
    same: apart.filter((one) => one === 0).length,
    apart: meanOf(apart)?.mean ?? null,
    alpha: alpha === undefined ? null : { value: alpha, interval: alphaInterval(ratings, 'interval', seed) ?? null, reliance: relianceOf(alpha) },
    intraclass: intraclass === undefined ? null : { value: intraclass, interval: agreementInterval(ratings) ?? null },
  };
}
