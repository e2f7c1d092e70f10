import * as exact from '../quantity/rational.ts';
import type { DomainCount } from './count-sheet.ts';

/** What is compared: items scored, or decided on by whoever appraises, of those asked; or points claimed of the maximum of the items that have points. */
export const MEASURES = ['progress', 'appraised', 'points'] as const;
export type Measure = (typeof MEASURES)[number];

export type CountedPoints = Pick<DomainCount, 'asked' | 'answered' | 'appraised' | 'points' | 'scoredMaximum'>;

/** Exactly, between 0 and 1; null where nothing is asked, or where nothing of it has points. What is open has lost nothing, as where points are lost. */
export function shareOf({ asked, answered, appraised, points, scoredMaximum }: CountedPoints, measure: Measure): exact.Rational | null {
  if (measure !== 'points') return asked === 0 ? null : exact.divide(exact.integer(measure === 'progress' ? answered : appraised), exact.integer(asked));
  const most = exact.fromFraction(scoredMaximum);
  return exact.isZero(most) ? null : exact.divide(exact.fromFraction(points), most);
}

/** One share over many bodies: of their sums, so that a whole is the mean of its parts weighted by what is scored in each. */
export function shareOverBodies(counts: readonly CountedPoints[], measure: Measure): exact.Rational | null {
  const sumOf = (of: 'points' | 'scoredMaximum') => exact.toFraction(exact.sum(counts.map((one) => exact.fromFraction(one[of]))));
  const countOf = (of: 'asked' | 'answered' | 'appraised') => counts.reduce((sum, one) => sum + one[of], 0);
  return shareOf(
    {
      ...{ asked: countOf('asked'), answered: countOf('answered'), appraised: countOf('appraised') },
      ...{ points: sumOf('points'), scoredMaximum: sumOf('scoredMaximum') },
    },
    measure,
  );
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
