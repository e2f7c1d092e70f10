import * as exact from '../quantity/rational.ts';
import type { OwnPoints } from '../scoring/sheet-points.ts';

/** What is compared: items scored of those asked, or points claimed of their maximum. */
export const MEASURES = ['progress', 'points'] as const;
export type Measure = (typeof MEASURES)[number];

export type CountedPoints = Pick<OwnPoints, 'asked' | 'answered' | 'points' | 'maximum'>;

/** Exactly, between 0 and 1; null where nothing is asked, or where nothing of it is scored or has points. */
export function shareOf({ asked, answered, points, maximum }: CountedPoints, measure: Measure): exact.Rational | null {
  if (measure === 'progress') return asked === 0 ? null : exact.divide(exact.integer(answered), exact.integer(asked));
  const most = exact.fromFraction(maximum);
  return answered === 0 || exact.isZero(most) ? null : exact.divide(exact.fromFraction(points), most);
}

/** One share over many bodies: the sums of those that have one. A body that has scored nothing yet takes no points from a domain. */
export function shareOverBodies(counts: readonly CountedPoints[], measure: Measure): exact.Rational | null {
  const shown = counts.filter((one) => shareOf(one, measure) !== null);
  const sumOf = (of: 'points' | 'maximum') => exact.toFraction(exact.sum(shown.map((one) => exact.fromFraction(one[of]))));
  const countOf = (of: 'asked' | 'answered') => shown.reduce((sum, one) => sum + one[of], 0);
  return shareOf({ asked: countOf('asked'), answered: countOf('answered'), points: sumOf('points'), maximum: sumOf('maximum') }, measure);
}

/** Those with the least share, in their order; none where all are equal. */
export function lowest<T extends { readonly share: exact.Rational | null }>(all: readonly T[]): readonly (T & { readonly share: exact.Rational })[] {
  const known = all.flatMap((one) => (one.share === null ? [] : [{ ...one, share: one.share }]));
  const [first, ...others] = known.map(({ share }) => share);
  if (first === undefined) return [];
  const least = others.reduce(exact.least, first);
  const found = known.filter(({ share }) => exact.compare(share, least) === 0);
  return found.length < known.length ? found : [];
}
