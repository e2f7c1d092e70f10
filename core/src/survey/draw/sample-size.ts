import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import type { Frame } from '../frame/types.ts';
import { allocate, type Share } from './allocation.ts';
import type { Allocation, DrawDesign, OfStratum } from './design.ts';
import type { DrawFault } from './faults.ts';
import { lastUnits, type Stratum } from './population.ts';
import { drawable } from './select.ts';

export type Counts = { readonly counts: readonly number[] } | { readonly faults: readonly DrawFault[] };

const ceiling = (value: Rational): number => Number(exact.negate(exact.floor(exact.negate(value))).n);

/** n = N / (1 + N·e²), rounded up (T. Yamane, Statistics: An Introductory Analysis, 2nd ed. 1967; the form that the guidance to Quyết định 1383/QĐ-BNV gives). */
export function yamane(population: number, margin: string): number {
  const whole = exact.integer(population);
  const error = exact.fromText(margin);
  return ceiling(exact.divide(whole, exact.add(exact.one, exact.multiply(whole, exact.multiply(error, error)))));
}

/** What a stratum is called in sentences. */
export const stratumText = (values: readonly string[]): string => values.join(', ');

const sameStratum = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value, index) => value === b[index]);

const valueFor = (numbers: readonly OfStratum[], { values }: Stratum): string | undefined => numbers.find(({ stratum }) => sameStratum(stratum, values))?.value;

/** Numbers given for strata that the frame does not have. */
const unknownStrata = (numbers: readonly OfStratum[], strata: readonly Stratum[]): DrawFault[] =>
  numbers
    .filter(({ stratum }) => !strata.some(({ values }) => sameStratum(values, stratum)))
    .map(({ stratum }) => ({ code: 'stratumNotInFrame', details: { stratum: stratumText(stratum) } }));

/** How many units of the first stage are drawn in each stratum; or all reasons why the frame cannot give them. */
export function sampleCounts(frame: Frame, design: DrawDesign, strata: readonly Stratum[]): Counts {
  const { size, stages } = design;
  const [first] = stages;
  const most = strata.map(({ units }) => drawable(first?.method ?? 'simple', units.measures).length);
  if (size.kind === 'fixed') {
    const counts = strata.map((stratum) => valueFor(size.counts, stratum) ?? size.count);
    const faults = [
      ...unknownStrata(size.counts, strata),
      ...strata.flatMap(({ values }, index): DrawFault[] => {
        const [count, has] = [counts[index], most[index] as number];
        if (count === undefined) return [{ code: 'countMissing', details: { stratum: stratumText(values) } }];
        return Number(count) <= has ? [] : [{ code: 'tooFewUnits', details: { stratum: stratumText(values), wanted: count, has: String(has) } }];
      }),
    ];
    return faults.length > 0 ? { faults } : { counts: counts.map(Number) };
  }
  if (size.kind === 'total') return shareOut(Number(size.count), size.allocation, strata, most);
  const perFirst = stages.reduce((product, { take = '1' }) => exact.multiply(product, exact.fromText(take)), exact.one);
  const wanted = yamane(lastUnits(frame, design), size.margin);
  return shareOut(ceiling(exact.divide(exact.integer(wanted), perFirst)), size.allocation, strata, most);
}

function shareOut(total: number, allocation: Allocation, strata: readonly Stratum[], most: readonly number[]): Counts {
  const faults = allocation.by === 'neyman' ? deviationFaults(allocation.deviations, strata) : [];
  const shares = strata.map(
    (stratum, index): Share => ({
      weight: weightOf(stratum, allocation),
      least: Math.min(Number(allocation.minimum), most[index] as number),
      most: most[index] as number,
    }),
  );
  const sum = (of: 'least' | 'most') => shares.reduce((all, share) => all + share[of], 0);
  if (sum('least') > total) faults.push({ code: 'minimaOverTotal', details: { wanted: String(total), has: String(sum('least')) } });
  if (sum('most') < total) faults.push({ code: 'totalOverFrame', details: { wanted: String(total), has: String(sum('most')) } });
  return faults.length > 0 ? { faults } : { counts: allocate(total, shares) };
}

const deviationFaults = (deviations: readonly OfStratum[], strata: readonly Stratum[]): DrawFault[] => [
  ...unknownStrata(deviations, strata),
  ...strata
    .filter((stratum) => valueFor(deviations, stratum) === undefined)
    .map(({ values }): DrawFault => ({ code: 'deviationMissing', details: { stratum: stratumText(values) } })),
];

function weightOf(stratum: Stratum, allocation: Allocation): Rational {
  if (allocation.by === 'equal') return exact.one;
  const size = exact.integer(allocation.of === 'units' ? stratum.units.length : stratum.households);
  return allocation.by === 'proportional' ? size : exact.multiply(size, exact.fromText(valueFor(allocation.deviations, stratum) ?? '0'));
}
