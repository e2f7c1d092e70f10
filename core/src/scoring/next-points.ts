import { isNumberText, type NumberText, placesOf, shortest } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Answer, FigureValue } from '../rules/inputs.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Quantity, RatioQuantity } from '../rules/quantity.ts';
import type { BodyInputs } from './body-inputs.ts';
import { isBranch, type PreparedItem, type PreparedRule, type PreparedScheme } from './prepared.ts';
import type { FractionText, ItemResult } from './result.ts';
import { cut } from './score-item.ts';

/** A figure raised, and the item's points then. */
export interface FigureStep {
  readonly more: NumberText;
  readonly wanted: NumberText;
  readonly points: FractionText;
}

/** What an item's next points want. */
export type NextPoints = {
  /** Other items whose points hang on the same figure or answer, in the scheme's order. */
  readonly alsoChanges: readonly string[];
} & (
  | {
      readonly kind: 'figure';
      readonly figure: string;
      readonly present: NumberText;
      /** In what steps the figure was tried: 1 for counts, else its last decimal, at least the second. */
      readonly unit: NumberText;
      /** The smallest rise that gains anything. */
      readonly next: FigureStep;
      /** The smallest rise that gains the item's maximum, where the figure can reach it and `next` does not. */
      readonly full: FigureStep | null;
      /** Each unit brings a little, with no step to be reached: then `full` says more than `next`. */
      readonly gradual: boolean;
    }
  /** Another answer; `upTo`: so many points may be given there. */
  | { readonly kind: 'option'; readonly option: boolean | string; readonly points: FractionText; readonly upTo: boolean }
  /** Things to be done besides those ticked. */
  | { readonly kind: 'checks'; readonly add: readonly string[]; readonly points: FractionText }
);

type Found = NextPoints extends infer N ? (N extends NextPoints ? Omit<N, 'alsoChanges'> : never) : never;

/**
 * What the next points of a scored item want: the smallest rise of the figure achieved, the next better answer, or the
 * things still to be done. Each was put into the rule and scored. Undefined where nothing honest can be said: full points;
 * points that a person gives, a survey, a formula or a date decides, or a condition sets; deductions and penalties;
 * statistics that others hold; and points that only a smaller figure, or another whole, would bring: what was counted is
 * not to be counted anew.
 * @param result of the item, from the same inputs
 */
export function nextPoints(
  prepared: PreparedScheme,
  code: string,
  inputs: BodyInputs,
  { state, points, explanation }: Pick<ItemResult, 'state' | 'points' | 'explanation'>,
): NextPoints | undefined {
  const item = prepared.items.find((entry) => entry.item.code === code);
  if (!item || item.group === 'penalty' || item.source !== 'appraised') return undefined;
  if (state !== 'scored' || explanation.condition !== null || explanation.because !== null) return undefined;
  const rule = ruleTaken(item, explanation.case);
  const present = exact.fromFraction(points);
  if (!rule || exact.compare(present, item.bounds.maximum) >= 0) return undefined;

  const score = (changed: { figure?: readonly [string, FigureValue]; answer?: Answer }): Rational | undefined => {
    const figures = changed.figure ? { ...inputs.figures, [changed.figure[0]]: changed.figure[1] } : inputs.figures;
    const outcome = rule.evaluate({ ...inputs, figures, answer: changed.answer ?? {} });
    return outcome.says === 'points' && outcome.because === null ? cut(outcome.points, item.bounds) : undefined;
  };
  const seeker: Seeker = { prepared, item, inputs, present, score, value: explanation.value === null ? undefined : exact.fromFraction(explanation.value) };
  const found = (SEEKERS[rule.rule.kind] as Seek<PlainRule>)(rule.rule, seeker, explanation.inputs.answer ?? {});
  return found && { ...found, alsoChanges: othersHangingOn(prepared, code, found) };
}

interface Seeker {
  readonly prepared: PreparedScheme;
  readonly item: PreparedItem;
  readonly inputs: BodyInputs;
  readonly present: Rational;
  /** What the rule measured. */
  readonly value: Rational | undefined;
  /** The item's points with one thing changed; undefined where that contradicts another figure. */
  readonly score: (changed: { figure?: readonly [string, FigureValue]; answer?: Answer }) => Rational | undefined;
}

type Seek<R> = (rule: R, seeker: Seeker, answer: Answer) => Found | undefined;

/** A value at which a rule changes its mind; `taken`: it belongs to the better side. */
interface Edge {
  readonly at: Rational;
  readonly taken: boolean;
}

const nothing = () => undefined;
const edge = (text: NumberText): Edge => ({ at: exact.fromText(text), taken: true });

const ofBands = ({ bands }: Extract<PlainRule, { kind: 'bands' | 'change' }>): Edge[] =>
  bands.map(({ from, above }) => ({ at: exact.fromText(from ?? (above as string)), taken: from !== undefined })).reverse();

const SEEKERS: { readonly [K in PlainRule['kind']]: Seek<Extract<PlainRule, { kind: K }>> } = {
  given: nothing,
  surveyMean: nothing,
  deduct: nothing,
  formula: nothing,
  yesNo: (_rule, seeker, { yes }) => better(seeker, [{ option: !yes, answer: { yes: !yes }, upTo: false }]),
  levels: ({ levels }, seeker, { level }) =>
    better(
      seeker,
      levels
        .filter(({ id }) => id !== level)
        .map(({ id, upTo }) => ({ option: id, answer: { level: id, ...(upTo === undefined ? {} : { points: upTo }) }, upTo: upTo !== undefined })),
    ),
  checks({ checks, all }, seeker, { checks: ticked = [] }) {
    const rest = checks.map(({ id }) => id).filter((id) => !ticked.includes(id));
    const best = lowestGain(
      seeker,
      (all ? [rest] : rest.map((id) => [id])).map((add) => ({ add, answer: { checks: [...ticked, ...add] } })),
    );
    return best && { kind: 'checks', add: best.add, points: best.points };
  },
  bands: (rule, seeker) => byEdges(rule.of, ofBands(rule), seeker),
  change: (rule, seeker) => byEdges(rule.of, ofBands(rule), seeker),
  proportional: ({ of, target }, seeker) => rising(of, edge(target), seeker),
  perUnit: ({ of, points, free }, seeker) =>
    rising(of, { at: exact.add(exact.fromText(free), exact.divide(seeker.item.bounds.maximum, exact.fromText(points))), taken: true }, seeker),
};

function ruleTaken({ rule }: PreparedItem, taken: number | 'otherwise' | null): PreparedRule | undefined {
  if (!isBranch(rule)) return rule;
  if (taken === null) return undefined;
  if (taken === 'otherwise') return rule.otherwise === 'notApplicable' ? undefined : rule.otherwise;
  return rule.cases[taken]?.rule;
}

/** Of several answers the one that gains least, the first of equals; undefined where none gains. */
function lowestGain<T extends { answer: Answer }>({ score, present }: Seeker, candidates: readonly T[]): (T & { points: FractionText }) | undefined {
  let best: { candidate: T; points: Rational } | undefined;
  for (const candidate of candidates) {
    const points = score({ answer: candidate.answer });
    if (points && exact.compare(points, present) > 0 && (!best || exact.compare(points, best.points) < 0)) best = { candidate, points };
  }
  return best && { ...best.candidate, points: exact.toFraction(best.points) };
}

function better(seeker: Seeker, options: readonly { option: boolean | string; answer: Answer; upTo: boolean }[]): Found | undefined {
  const best = lowestGain(seeker, options);
  return best && { kind: 'option', option: best.option, points: best.points, upTo: best.upTo };
}

/** A figure that can be raised in whole units, with what that does. */
interface Rise {
  readonly figure: string;
  readonly present: Rational;
  readonly places: number;
  /** Units from the present value to where the measured value comes to the edge. */
  unitsTo(edge: Edge): bigint;
  /** Points after so many units; undefined where the figure cannot be that. */
  scoreAfter(units: bigint): Rational | undefined;
  /** The most units that the whole of a share leaves room for; undefined where there is none. */
  readonly room: bigint | undefined;
}

const LEAST_PLACES = 2;

/** The figure of a quantity that may rise: a figure by itself, or the part of a share, never its whole. */
function riseOf(quantity: Quantity, { prepared, inputs, score, value }: Seeker): Rise | undefined {
  const [figure, whole] = 'figure' in quantity ? [quantity.figure] : 'ratio' in quantity ? quantity.ratio : [];
  const declared = figure === undefined ? undefined : inputs.figures[figure];
  if (figure === undefined || !declared || !value || figure === whole || measuredAgainst(prepared).has(figure)) return undefined;
  const present = declared.value as Rational;
  const count = prepared.scheme.figures.find(({ id }) => id === figure)?.type === 'count';
  const other = whole === undefined ? undefined : inputs.figures[whole];
  const places = count ? 0 : Math.max(LEAST_PLACES, ...[declared, other].map((known) => (known ? placesOf(String(known.text)) : 0)));
  const unit = exact.divide(exact.one, exact.integer(10n ** BigInt(places)));
  const scale = other ? (other.value as Rational) : exact.one;
  // What a year or a base figure takes off, the same before and after.
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

/** A share that is cut at 100% may be filled; one that refuses more only as far as units fit. */
const roomUnder: Readonly<Record<RatioQuantity['over'], (filling: bigint, fitting: bigint) => bigint | undefined>> = {
  refuse: (_filling, fitting) => fitting,
  cap: (filling) => filling,
  allow: () => undefined,
};

const textOf = (value: Rational, places: number): NumberText => shortest(exact.toDecimal(value, places, 'halfUp'));

/** Figures that others are measured against: wholes of shares, and base figures of changes. */
function measuredAgainst({ items }: PreparedScheme): ReadonlySet<string> {
  const against = new Set<string>();
  for (const item of items) {
    for (const { rule } of rulesOf(item)) {
      if ('of' in rule && 'ratio' in rule.of) against.add(rule.of.ratio[1] as string);
      if (rule.kind === 'change' && rule.against !== 'previous') against.add(rule.against.figure);
    }
  }
  return against;
}

const rulesOf = ({ rule }: PreparedItem): PreparedRule[] =>
  isBranch(rule) ? [...rule.cases.map((entry) => entry.rule), rule.otherwise].filter((each) => each !== 'notApplicable') : [rule];

/** Points that jump at edges: tried from the lowest edge up, for not every table rises. */
function byEdges(quantity: Quantity, edges: readonly Edge[], seeker: Seeker): Found | undefined {
  const rise = riseOf(quantity, seeker);
  if (!rise) return undefined;
  const tries = edges.map(rise.unitsTo).filter((units) => units > 0n);
  return stepsOf(rise, seeker, false, (reaches) => tries.find((units) => reaches(rise.scoreAfter(units))));
}

/** Points that only rise, up to an edge. */
function rising(quantity: Quantity, top: Edge, seeker: Seeker): Found | undefined {
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

/** The smallest rise that gains anything, and the smallest that gains all. */
function stepsOf(
  { figure, present, places, scoreAfter }: Rise,
  { present: points, item }: Seeker,
  bitByBit: boolean,
  smallest: (reaches: Reaches) => bigint | undefined,
): Found | undefined {
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

/** Other items that the same change would touch. */
const othersHangingOn = ({ items }: PreparedScheme, code: string, found: Found): string[] =>
  items
    .filter(({ item }) => item.code !== code)
    .filter((other) =>
      found.kind === 'figure' ? rulesOf(other).some(({ uses }) => uses.figures.includes(found.figure)) : isBranch(other.rule) && other.rule.item === code,
    )
    .map(({ item }) => item.code);
