import * as exact from '../../quantity/rational.ts';
import type { FractionText } from '../../scoring/result.ts';
import { OUTCOME_CODES, OUTCOMES, type Outcome, type OutcomeGroup } from './outcomes.ts';

export const RATES = ['RR1', 'RR2', 'RR5', 'RR6', 'COOP1', 'REF1', 'CON1'] as const;
export type Rate = (typeof RATES)[number];

/** Why a rate is none: nothing stands in its denominator. */
export const NO_RATE_BECAUSE = ['noCase', 'noEligibleCase', 'noContact'] as const;
export type NoRateBecause = (typeof NO_RATE_BECAUSE)[number];

interface Formula {
  readonly of: readonly OutcomeGroup[];
  readonly among: readonly OutcomeGroup[];
  readonly none: NoRateBecause;
}

const CONTACTED: readonly OutcomeGroup[] = ['I', 'P', 'R', 'O'];
const ELIGIBLE: readonly OutcomeGroup[] = ['I', 'P', 'R', 'NC', 'O'];
const NOT_REFUTED: readonly OutcomeGroup[] = [...ELIGIBLE, 'UH', 'UO'];

/**
 * AAPOR, Standard Definitions (10th edition, 2023). RR1 and RR2 take every case of unknown eligibility for eligible, RR5 and RR6 none: what lies between
 * them is what is not known.
 */
const FORMULAS: { readonly [R in Rate]: Formula } = {
  RR1: { of: ['I'], among: NOT_REFUTED, none: 'noCase' },
  RR2: { of: ['I', 'P'], among: NOT_REFUTED, none: 'noCase' },
  RR5: { of: ['I'], among: ELIGIBLE, none: 'noEligibleCase' },
  RR6: { of: ['I', 'P'], among: ELIGIBLE, none: 'noEligibleCase' },
  COOP1: { of: ['I'], among: CONTACTED, none: 'noContact' },
  REF1: { of: ['R'], among: NOT_REFUTED, none: 'noCase' },
  CON1: { of: CONTACTED, among: NOT_REFUTED, none: 'noCase' },
};

/** How many cases had each outcome; those left out: none. */
export type OutcomeCounts = { readonly [O in Outcome]?: number };

export type RateValue =
  | { readonly share: FractionText; readonly cases: number; readonly among: number; readonly because: null }
  | { readonly share: null; readonly cases: number; readonly among: 0; readonly because: NoRateBecause };

export type Rates = { readonly [R in Rate]: RateValue };

/** The outcome rates of cases, as exact fractions. */
export function ratesOf(counts: OutcomeCounts): Rates {
  const within = (groups: readonly OutcomeGroup[]) =>
    OUTCOMES.reduce((sum, outcome) => (groups.includes(OUTCOME_CODES[outcome].group) ? sum + (counts[outcome] ?? 0) : sum), 0);
  const rate = ({ of, among, none }: Formula): RateValue => {
    const [cases, all] = [within(of), within(among)];
    if (all === 0) return { share: null, cases, among: 0, because: none };
    return { share: exact.toFraction(exact.divide(exact.integer(cases), exact.integer(all))), cases, among: all, because: null };
  };
  return Object.fromEntries(RATES.map((name) => [name, rate(FORMULAS[name])])) as unknown as Rates;
}

export interface StratumRates {
  readonly cases: number;
  readonly counts: OutcomeCounts;
  readonly rates: Rates;
}

function counted(outcomes: readonly Outcome[]): StratumRates {
  const counts: { [O in Outcome]?: number } = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { cases: outcomes.length, counts, rates: ratesOf(counts) };
}

/** Outcomes and rates of each stratum, in the order of their names, and of all cases together. Cases count alike; weights of the draw are not in it. */
export function ratesByStratum(cases: readonly { readonly stratum: string; readonly outcome: Outcome }[]): {
  readonly strata: readonly (StratumRates & { readonly stratum: string })[];
  readonly all: StratumRates;
} {
  const byStratum = [...Map.groupBy(cases, ({ stratum }) => stratum)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    strata: byStratum.map(([stratum, of]) => ({ stratum, ...counted(of.map(({ outcome }) => outcome)) })),
    all: counted(cases.map(({ outcome }) => outcome)),
  };
}
