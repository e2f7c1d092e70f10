import { isNumberText, type NumberText, placesOf, shortest } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { BodyInputs } from '../scoring/body-inputs.ts';
import type { FigureStep, NextPoints } from '../scoring/next-points.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText } from '../scoring/result.ts';
import type { BandTable } from './band-table.ts';
import type { Answer, FigureValue } from './inputs.ts';
import type { Quantity, RatioQuantity } from './quantity.ts';

/** Next points, before their effect on other items is known. */
export type FoundPoints = NextPoints extends infer N ? (N extends NextPoints ? Omit<N, 'alsoChanges'> : never) : never;

/** An item with its present inputs, and what its points would be with others. */
export interface Seeker {
  readonly prepared: PreparedScheme;
  readonly item: PreparedItem;
  readonly inputs: BodyInputs;
  readonly present: Rational;
  /** Figures that others are compared with. */
  readonly measuredAgainst: ReadonlySet<string>;
  /** What the rule measured. */
  readonly value: Rational | undefined;
  /** The item's points with one thing changed; undefined where that contradicts another figure. */
  readonly score: (changed: { figure?: readonly [string, FigureValue]; answer?: Answer }) => Rational | undefined;
}

/** What would bring the next points of a rule of this kind. */
export type Seek<R> = (rule: R, seeker: Seeker, answer: Answer) => FoundPoints | undefined;

/** A value where the points change; `taken`: the value itself already has the better points. */
export interface Threshold {
  readonly at: Rational;
  readonly taken: boolean;
}

/** For a rule whose next points cannot be stated reliably. */
export const seeksNothing = (): undefined => undefined;
/** A threshold that itself has the better points. */
export const edge = (text: NumberText): Threshold => ({ at: exact.fromText(text), taken: true });

const edgesOf = ({ bands }: BandTable): Threshold[] =>
  bands.map(({ from, above }) => ({ at: exact.fromText(from ?? (above as string)), taken: from !== undefined })).reverse();

/** The answer that gains least, the first of equal ones; undefined if none gains. */
export function lowestGain<T extends { answer: Answer }>({ score, present }: Seeker, candidates: readonly T[]): (T & { points: FractionText }) | undefined {
  let best: { candidate: T; points: Rational } | undefined;
  for (const candidate of candidates) {
    const points = score({ answer: candidate.answer });
    if (points && exact.compare(points, present) > 0 && (!best || exact.compare(points, best.points) < 0)) best = { candidate, points };
  }
  return best && { ...best.candidate, points: exact.toFraction(best.points) };
}

/** The next better of several answers. */
export function nextBetterOption(seeker: Seeker, options: readonly { option: boolean | string; answer: Answer; upTo: boolean }[]): FoundPoints | undefined {
  const best = lowestGain(seeker, options);
  return best && { kind: 'option', option: best.option, points: best.points, upTo: best.upTo };
}

/** A figure that can be raised in units, and the effect. */
interface Rise {
  readonly figure: string;
  readonly present: Rational;
  readonly places: number;
  /** Units until the measured value reaches the threshold. */
  unitsTo(edge: Threshold): bigint;
  /** Points after so many units; undefined if the figure cannot have that value. */
  scoreAfter(units: bigint): Rational | undefined;
  /** The most units that the whole of a ratio allows; undefined without one. */
  readonly room: bigint | undefined;
}

const LEAST_PLACES = 2;

/** The figure of a quantity that may be raised: a figure alone, or the part of a ratio, never its whole. */
function riseOf(quantity: Quantity, { prepared, measuredAgainst, inputs, score, value }: Seeker): Rise | undefined {
  const [figure, whole] = 'figure' in quantity ? [quantity.figure] : 'ratio' in quantity ? quantity.ratio : [];
  const declared = figure === undefined ? undefined : inputs.figures[figure];
  if (figure === undefined || !declared || !value || figure === whole || measuredAgainst.has(figure)) return undefined;
  const present = declared.value as Rational;
  const count = prepared.scheme.figures.find(({ id }) => id === figure)?.type === 'count';
  const other = whole === undefined ? undefined : inputs.figures[whole];
  const places = count ? 0 : Math.max(LEAST_PLACES, ...[declared, other].map((known) => (known ? placesOf(String(known.text)) : 0)));
  const unit = exact.divide(exact.one, exact.integer(10n ** BigInt(places)));
  const scale = other ? (other.value as Rational) : exact.one;
  // What a year or a base figure subtracts, before and after alike.
  const base = exact.subtract(exact.divide(present, scale), value);
  const unitsUp = (wanted: Rational, taken: boolean): bigint => {
    const units = exact.divide(exact.subtract(wanted, present), unit);
    return taken ? -exact.floor(exact.negate(units)).n : exact.floor(units).n + 1n;
  };
  return {
    figure,
    present,
    places,
    unitsTo: ({ at, taken }) => unitsUp(exact.multiply(exact.add(at, base), scale), taken),
    scoreAfter(units) {
      const text = textOf(exact.add(present, exact.multiply(exact.integer(units), unit)), places);
      return isNumberText(text) ? score({ figure: [figure, { text, value: exact.fromText(text) }] }) : undefined;
    },
    room: 'ratio' in quantity ? roomUnder[quantity.over](unitsUp(scale, true), unitsUp(scale, false) - 1n) : undefined,
  };
}

/** A ratio capped at 100% may be filled up; one that does not allow more only as far as units fit. */
const roomUnder: Readonly<Record<RatioQuantity['over'], (filling: bigint, fitting: bigint) => bigint | undefined>> = {
  refuse: (_filling, fitting) => fitting,
  cap: (filling) => filling,
  allow: () => undefined,
};

const textOf = (value: Rational, places: number): NumberText => shortest(exact.toDecimal(value, places, 'halfUp'));

/** Points that jump at thresholds: tried from the lowest up, as not every table rises. */
export function byBands(rule: BandTable & { of: Quantity }, seeker: Seeker): FoundPoints | undefined {
  const rise = riseOf(rule.of, seeker);
  if (!rise) return undefined;
  const tries = edgesOf(rule)
    .map(rise.unitsTo)
    .filter((units) => units > 0n);
  return stepsOf(rise, seeker, false, (reaches) => tries.find((units) => reaches(rise.scoreAfter(units))));
}

/** Points that rise continuously up to a threshold. */
export function rising(quantity: Quantity, top: Threshold, seeker: Seeker): FoundPoints | undefined {
  const rise = riseOf(quantity, seeker);
  if (!rise) return undefined;
  const toTop = rise.unitsTo(top);
  const most = rise.room !== undefined && rise.room < toTop ? rise.room : toTop;
  return stepsOf(rise, seeker, true, (reaches) => {
    if (most < 1n || !reaches(rise.scoreAfter(most))) return undefined;
    let [low, high] = [0n, most];
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (reaches(rise.scoreAfter(middle))) high = middle;
      else low = middle;
    }
    return high;
  });
}

type Reaches = (points: Rational | undefined) => boolean;

/** The smallest raise with any gain, and the smallest with the full gain. */
function stepsOf(
  { figure, present, places, scoreAfter }: Rise,
  { present: points, item }: Seeker,
  bitByBit: boolean,
  smallest: (reaches: Reaches) => bigint | undefined,
): FoundPoints | undefined {
  const unit = exact.divide(exact.one, exact.integer(10n ** BigInt(places)));
  const step = (units: bigint | undefined): FigureStep | undefined => {
    const reached = units === undefined ? undefined : scoreAfter(units);
    if (units === undefined || !reached) return undefined;
    const more = exact.multiply(exact.integer(units), unit);
    return { more: textOf(more, places), wanted: textOf(exact.add(present, more), places), points: exact.toFraction(reached) };
  };
  const next = step(smallest((reached) => reached !== undefined && exact.compare(reached, points) > 0));
  const full = step(smallest((reached) => reached !== undefined && exact.compare(reached, item.bounds.maximum) >= 0));
  if (!next) return undefined;
  const unitText = textOf(unit, places);
  return {
    kind: 'figure',
    figure,
    present: textOf(present, places),
    unit: unitText,
    next,
    full: full && full.more !== next.more ? full : null,
    gradual: bitByBit && next.more === unitText,
  };
}
