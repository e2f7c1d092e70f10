import type { Rational, RoundingMode } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { type Bounds, type Constants, within } from '../../rules/kind.ts';
import { type PlainRule, plainKindOf } from '../../rules/plain-kinds.ts';
import type { Quantity } from '../../rules/quantity.ts';
import type { Scheme } from '../../scheme/types.ts';
import type { FractionText } from '../../scoring/result.ts';
import { distinct, edgesOfBands, edgesPerUnit } from '../cases/propose.ts';
import { besideEdge } from '../cases/reach.ts';

/** A value of the quantity with the points that it brings. */
export interface ValueWithPoints {
  readonly value: FractionText;
  readonly points: FractionText;
}

/** Points over the value of one quantity: stretches over which they rise evenly or stay, and what holds at the very edges. */
export interface PointsOverValue {
  readonly stretches: readonly { readonly from: ValueWithPoints; readonly to: ValueWithPoints }[];
  readonly edges: readonly ValueWithPoints[];
}

type Measuring = Extract<PlainRule, { kind: 'bands' | 'proportional' | 'perUnit' | 'change' }>;

/** Whether the points hang on the value of one quantity alone. */
export const isMeasuring = (rule: { readonly kind: string }): rule is Measuring => ['bands', 'proportional', 'perUnit', 'change'].includes(rule.kind);

/** The value stands in the place of the figures that make it. */
const VALUE = 'value';

/** What a rule gives for a value, cut to what the item may have. */
function pointsFor(rule: Measuring, bounds: Bounds, mode: RoundingMode): (value: Rational) => Rational {
  const of: Quantity = { figure: VALUE };
  const plain: PlainRule = rule.kind === 'change' ? { kind: 'bands', of, bands: rule.bands, otherwise: rule.otherwise } : { ...rule, of };
  const constants: Constants = { mode, surveyGroups: [], asked: new Map() };
  const evaluate = plainKindOf(plain).compile(plain, bounds, constants);
  return (value) => {
    const outcome = evaluate({ figures: { [VALUE]: { text: '', value } }, previous: undefined, estimates: {}, answer: {} });
    const points = outcome.says === 'points' ? outcome.points : exact.zero;
    if (within(points, bounds)) return points;
    return exact.compare(points, bounds.maximum) > 0 ? bounds.maximum : (bounds.minimum ?? points);
  };
}

/** Where the points change their course, rising. */
function edgesOf(rule: Measuring, bounds: Bounds): Rational[] {
  const edges =
    rule.kind === 'proportional'
      ? [rule.target, ...(rule.floor === undefined ? [] : [rule.floor])].map(exact.fromText)
      : rule.kind === 'perUnit'
        ? edgesPerUnit(rule, bounds)
        : edgesOfBands(rule);
  return distinct(edges).toReversed();
}

const isShare = (of: Quantity): boolean => 'ratio' in of || 'estimate' in of;
const NEAR = exact.divide(exact.one, exact.integer(1_000_000));

/** Points over the value, to be drawn: from nothing, or the lowest edge, to all of it, or beyond the highest. */
export function pointsOverValue(rule: Measuring, bounds: Bounds, mode: RoundingMode): PointsOverValue {
  const give = pointsFor(rule, bounds, mode);
  const shown = (value: Rational, at = value): ValueWithPoints => ({ value: exact.toFraction(at), points: exact.toFraction(give(value)) });
  const edges = edgesOf(rule, bounds);
  const [lowest, highest] = [edges[0] ?? exact.zero, edges.at(-1) ?? exact.zero];
  const whole = isShare(rule.of) && rule.kind !== 'change';
  const margin = exact.greatest(exact.divide(exact.subtract(highest, lowest), exact.integer(4)), whole ? exact.zero : exact.one);
  const start = rule.kind === 'change' || exact.isNegative(lowest) ? exact.subtract(lowest, margin) : exact.zero;
  const end = whole ? exact.greatest(exact.one, highest) : exact.add(highest, margin);
  const stops = [start, ...edges, end].filter((stop, index, all) => index === 0 || exact.compare(stop, all[index - 1] as Rational) > 0);
  const stretches = stops.slice(1).map((to, index) => {
    const from = stops[index] as Rational;
    const step = exact.multiply(exact.subtract(to, from), NEAR);
    return { from: shown(exact.add(from, step), from), to: shown(exact.subtract(to, step), to) };
  });
  return { stretches, edges: edges.map((edge) => shown(edge)) };
}

/** A table of examples: what the rule gives below, on and above each of its edges, falling. */
export function exampleRows(rule: Measuring, bounds: Bounds, scheme: Scheme): ValueWithPoints[] {
  const give = pointsFor(rule, bounds, scheme.rounding.mode);
  const values = edgesOf(rule, bounds).flatMap((edge) => {
    const { below, above } = besideEdge(edge, rule.of, scheme);
    return [below, edge, above];
  });
  const possible = distinct(values).filter(
    (value) => rule.kind === 'change' || !isShare(rule.of) || (!exact.isNegative(value) && (allows(rule.of) || exact.compare(value, exact.one) <= 0)),
  );
  return possible.map((value) => ({ value: exact.toFraction(value), points: exact.toFraction(give(value)) }));
}

const allows = (of: Quantity): boolean => 'ratio' in of && of.over === 'allow';
