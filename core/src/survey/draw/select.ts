import * as exact from '../../quantity/rational.ts';
import { integer, one, type Rational, zero } from '../../quantity/rational.ts';
import type { DrawMethod } from './design.ts';
import type { DrawNumbers } from './generator.ts';

/** The units of one list that can be drawn at all: under `pps` those that have households. */
export const drawable = (method: DrawMethod, measures: readonly number[]): number[] =>
  [...measures.keys()].filter((index) => method !== 'pps' || (measures[index] as number) > 0);

const total = (measures: readonly number[], indices: readonly number[]): bigint => {
  let sum = 0;
  for (const index of indices) sum += measures[index] as number;
  return BigInt(sum);
};

/** A list parted into units that are taken for certain, and the others with how many of them are drawn. */
interface Parted {
  readonly certain: readonly number[];
  /** In the order of the list. */
  readonly others: readonly number[];
  readonly count: bigint;
  readonly measure: bigint;
}

/**
 * Under `pps` a unit so large that its chance would be 1 or more is taken for certain; the rest is redone with one unit fewer, until no unit is as large
 * (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, chapter 9A). The largest go first, so once through the list is enough.
 */
function part(count: number, measures: readonly number[], indices: readonly number[]): Parted {
  const bySize = indices.toSorted((a, b) => (measures[b] as number) - (measures[a] as number) || a - b);
  let left = BigInt(count);
  let measure = total(measures, indices);
  const certain = new Set<number>();
  for (const index of bySize) {
    const own = BigInt(measures[index] as number);
    if (left === 0n || left * own < measure) break;
    certain.add(index);
    left -= 1n;
    measure -= own;
  }
  return { certain: [...certain].toSorted((a, b) => a - b), others: indices.filter((index) => !certain.has(index)), count: left, measure };
}

/** The chance of each unit of a list to be among the `count` that are drawn; `count` is at most the number of those drawable. They add up to `count`. */
export function inclusion(method: DrawMethod, count: number, measures: readonly number[]): (index: number) => Rational {
  if (method !== 'pps') {
    const same = measures.length === 0 ? zero : exact.divide(integer(count), integer(measures.length));
    return () => same;
  }
  const { certain, count: left, measure } = part(count, measures, drawable(method, measures));
  const sure = new Set(certain);
  return (index) => (sure.has(index) ? one : left === 0n ? zero : exact.divide(integer(left * BigInt(measures[index] as number)), integer(measure)));
}

/** The first `count` of a list in an order of which each is as likely (Fisher–Yates, from the front). */
function shuffled(indices: readonly number[], count: number, numbers: DrawNumbers): number[] {
  const places = [...indices];
  for (let place = 0; place < count; place++) {
    const other = place + Number(numbers.below(BigInt(places.length - place)));
    [places[place], places[other]] = [places[other] as number, places[place] as number];
  }
  return places.slice(0, count);
}

/**
 * `count` units at equal steps through the list, each as wide as its measure, from a start drawn at random. Units are laid out `count` times as wide as they
 * are, so that a step is the whole measure and everything stays a whole number; no unit is as wide as a step, so none is met twice.
 */
function atSteps(count: bigint, measure: bigint, widthOf: (index: number) => bigint, indices: readonly number[], numbers: DrawNumbers): number[] {
  if (count === 0n) return [];
  let point = numbers.below(measure);
  let end = 0n;
  const met: number[] = [];
  for (const index of indices) {
    end += widthOf(index) * count;
    if (point < end) {
      met.push(index);
      point += measure;
    }
  }
  return met;
}

/** `count` units of a list by a method, in the order in which they are drawn; at most as many as are drawable. */
export function select(method: DrawMethod, count: number, measures: readonly number[], numbers: DrawNumbers): number[] {
  const indices = drawable(method, measures);
  switch (method) {
    case 'simple':
      return shuffled(indices, count, numbers);
    case 'systematic':
      return atSteps(BigInt(count), BigInt(indices.length), () => 1n, indices, numbers);
    case 'pps': {
      const { certain, others, count: left, measure } = part(count, measures, indices);
      return [...certain, ...atSteps(left, measure, (index) => BigInt(measures[index] as number), others, numbers)];
    }
  }
}

/** Units that stand ready, in order: a simple sample of what is drawable and was not drawn, at most as many as are left. */
export function selectReserves(method: DrawMethod, count: number, measures: readonly number[], drawn: readonly number[], numbers: DrawNumbers): number[] {
  if (count === 0) return [];
  const taken = new Set(drawn);
  const left = drawable(method, measures).filter((index) => !taken.has(index));
  return shuffled(left, Math.min(count, left.length), numbers);
}
