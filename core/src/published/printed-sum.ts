import type { NumberText } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';

/** Points and indices are printed in hundredths; a shorter text had its zeros left off. */
const HALF = exact.fromText('0.005');

/** Values from the first on, before the end: what halfUp rounds to one printed number, or a sum of such. */
export interface Interval {
  readonly from: Rational;
  readonly before: Rational;
}

/** The unrounded values that are printed as this number. */
const behind = (printed: NumberText): Interval => ({ from: exact.subtract(exact.fromText(printed), HALF), before: exact.add(exact.fromText(printed), HALF) });

/** All sums that unrounded parts can have which are printed as these. */
export function possibleSums(parts: readonly NumberText[]): Interval {
  const ranges = parts.map(behind);
  return { from: exact.sum(ranges.map(({ from }) => from)), before: exact.sum(ranges.map(({ before }) => before)) };
}

/**
 * Whether a printed total can be the sum of unrounded parts that are printed as these, rounded once at the end.
 * @example canBeSum('85.78', ['54.20', '8.23', '18.05', '5.31']) // although these add up to 85.79
 */
export function canBeSum(total: NumberText, parts: readonly NumberText[]): boolean {
  const sums = possibleSums(parts);
  const range = behind(total);
  return exact.compare(range.from, sums.before) < 0 && exact.compare(sums.from, range.before) < 0;
}
