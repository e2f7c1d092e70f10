import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { RunningItem } from '../ranking/running-sheet.ts';
import type { FractionText } from '../scoring/result.ts';

/** How many of the bodies have one value at an item. */
export interface ItemValue {
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Their places in the list that was given. */
  readonly bodies: readonly number[];
}

/** An item over all bodies for which it counts. */
export interface ItemSpread {
  readonly code: string;
  readonly answered: number;
  readonly claimed: number;
  readonly unanswered: number;
  /** Of those who have answered; by points, rising. */
  readonly values: readonly ItemValue[];
}

/** Where points are lost: of those who have answered, how many do not have the maximum, and how much they lack together. What is not answered is not lost yet. */
export interface ItemLoss {
  readonly code: string;
  readonly answered: number;
  readonly claimed: number;
  readonly unanswered: number;
  readonly losing: number;
  readonly lost: FractionText;
  /** Of the maximum of those who have answered, in percent: so that items of unlike maxima can be compared. */
  readonly share: FractionText;
  /** Points on average, and the most that there are on average. */
  readonly mean: FractionText | null;
  readonly most: FractionText | null;
}

interface Gathered {
  readonly values: Map<string, { readonly points: FractionText; readonly maximum: FractionText; readonly bodies: number[] }>;
  answered: number;
  claimed: number;
  unanswered: number;
}

/** Gathers items over bodies, each given by its items in the scheme's order; by the text of their points, as exact sums over all would be slow. */
export function spreadsOf(bodies: readonly (readonly RunningItem[])[], only?: string): ItemSpread[] {
  const spreads = new Map<string, Gathered>();
  bodies.forEach((items, at) => {
    for (const { code, state, points, maximum } of items) {
      if (state === 'notApplicable' || (only !== undefined && code !== only)) continue;
      let gathered = spreads.get(code);
      if (!gathered) {
        gathered = { values: new Map(), answered: 0, claimed: 0, unanswered: 0 };
        spreads.set(code, gathered);
      }
      gathered[state] += 1;
      if (state !== 'answered') continue;
      const key = `${points} ${maximum}`;
      const value = gathered.values.get(key);
      if (value) value.bodies.push(at);
      else gathered.values.set(key, { points, maximum, bodies: [at] });
    }
  });
  return [...spreads].map(([code, { values, ...counts }]) => ({
    code,
    ...counts,
    values: [...values.values()].toSorted((a, b) => exact.compare(exact.fromFraction(a.points), exact.fromFraction(b.points))),
  }));
}

const total = (values: readonly ItemValue[], of: (value: ItemValue) => Rational): Rational =>
  exact.sum(values.map((value) => exact.multiply(of(value), exact.integer(value.bodies.length))));

/** What is lost at an item over all bodies. */
export function lossOf({ code, answered, claimed, unanswered, values }: ItemSpread): ItemLoss {
  const points = total(values, (value) => exact.fromFraction(value.points));
  const maximum = total(values, (value) => exact.fromFraction(value.maximum));
  const lost = exact.subtract(maximum, points);
  const mean = (sum: Rational) => (answered === 0 ? null : exact.toFraction(exact.divide(sum, exact.integer(answered))));
  const below = values.filter((value) => exact.compare(exact.fromFraction(value.points), exact.fromFraction(value.maximum)) < 0);
  return {
    code,
    answered,
    claimed,
    unanswered,
    losing: below.reduce((count, { bodies }) => count + bodies.length, 0),
    lost: exact.toFraction(lost),
    share: exact.toFraction(exact.isZero(maximum) ? exact.zero : exact.percent(lost, maximum)),
    mean: mean(points),
    most: mean(maximum),
  };
}

/** Items that cost points, the most costly first; those that cost the same in the scheme's order. */
export const byLoss = <T extends Pick<ItemLoss, 'losing' | 'lost'>>(losses: readonly T[]): T[] =>
  losses.filter(({ losing }) => losing > 0).toSorted((a, b) => exact.compare(exact.fromFraction(b.lost), exact.fromFraction(a.lost)));
