import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { ChangeRule } from '../rules/kinds/change.ts';
import type { ChecksRule } from '../rules/kinds/checks.ts';
import type { DeductRule } from '../rules/kinds/deduct.ts';
import type { PerUnitRule } from '../rules/kinds/per-unit.ts';
import type { ProportionalRule } from '../rules/kinds/proportional.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Quantity } from '../rules/quantity.ts';
import type { Item } from '../scheme/types.ts';
import type { ItemResult, UsedInputs } from '../scoring/result.ts';
import { inLanguage } from './language.ts';
import { bandEdges, differenceUnitOf, unitOf } from './measure.ts';
import type { SchemeNames } from './scheme-names.ts';
import { equals, surveySteps } from './survey-steps.ts';

/** A scored item's result, its numbers read. */
interface Scored {
  readonly inputs: UsedInputs;
  readonly band: number | string | null;
  readonly value: Rational | undefined;
  readonly maximum: Rational;
  /** The points in the end, after any cut and condition. */
  readonly final: Rational;
  /** A condition set the points: the rule's own are known from its arithmetic alone. */
  readonly setByCondition: boolean;
  readonly capped: boolean;
  readonly names: SchemeNames;
}

type Steps<R> = (rule: R, scored: Scored) => string[];
type ValueSteps<R> = (rule: R, value: Rational, scored: Scored) => string[];

const number = (value: Rational, names: SchemeNames) => names.value(value, 'number');

/** The steps with the cut at the item's maximum or minimum, where there was one. */
function withCut(steps: string[], before: Rational, { capped, final, names }: Scored): string[] {
  if (!capped) return steps;
  const { explain } = names.phrases;
  const says = exact.compare(before, final) > 0 ? explain.cappedMaximum : explain.cappedMinimum;
  return [...steps, says(names.points(before), names.points(final))];
}

/** "18 / 20 = 90%." */
function measured(quantity: Quantity, value: Rational, { inputs, names }: Scored): string {
  const shown = names.value(value, unitOf(quantity));
  if ('ratio' in quantity) return `${names.declared(inputs[quantity.ratio[0] ?? ''])} / ${names.declared(inputs[quantity.ratio[1] ?? ''])} ${equals(shown)}.`;
  if ('formula' in quantity) return `${withNumbers(quantity.formula, inputs, names)} ${equals(shown)}.`;
  const name = names.quantity(quantity);
  return `${name.charAt(0).toLocaleUpperCase(names.language)}${name.slice(1)}: ${shown}.`;
}

const withNumbers = (expression: string, inputs: UsedInputs, names: SchemeNames): string =>
  names.expressionWithin(expression, (figure) => names.declared(inputs[figure]));

function bandStep(rule: Extract<PlainRule, { kind: 'bands' | 'change' }>, { band, names }: Scored): string {
  const { explain, otherwise } = names.phrases;
  if (typeof band !== 'number') return explain.inBand(otherwise, names.pointsOf(rule.otherwise));
  return explain.inBand(bandEdges(rule, band, names), names.pointsOf(rule.bands[band]?.points ?? '0'));
}

/** The quantity of now from the inputs shown, where it is a plain figure or ratio. */
function valueOfNow(quantity: Quantity, inputs: UsedInputs): Rational | undefined {
  const figure = (id: string | undefined) => (id !== undefined && typeof inputs[id] === 'string' ? exact.fromText(inputs[id]) : undefined);
  if ('figure' in quantity) return figure(quantity.figure);
  if (!('ratio' in quantity)) return undefined;
  const [of, to] = [figure(quantity.ratio[0]), figure(quantity.ratio[1])];
  if (!of || !to || exact.isZero(to)) return undefined;
  const share = exact.divide(of, to);
  return quantity.over === 'cap' ? exact.least(share, exact.one) : share;
}

const worthOf = (rule: ChecksRule | DeductRule, { inputs }: Scored): Rational[] =>
  (inputs.answer?.checks ?? []).map((id) => exact.fromText(rule.checks.find((check) => check.id === id)?.points ?? '0'));

function checksSteps(rule: ChecksRule, scored: Scored): string[] {
  const { names, maximum } = scored;
  const parts = worthOf(rule, scored);
  if (rule.all) {
    const all = parts.length === rule.checks.length;
    return [names.phrases.explain.allChecks(String(parts.length), String(rule.checks.length), names.points(all ? maximum : exact.zero))];
  }
  const total = exact.sum(parts);
  return withCut([`${parts.map((part) => number(part, names)).join(' + ') || '0'} ${equals(names.points(total))}.`], total, scored);
}

function deductSteps(rule: DeductRule, scored: Scored): string[] {
  const { names, maximum } = scored;
  const parts = worthOf(rule, scored);
  const taken = rule.combine === 'sum' ? exact.sum(parts) : parts.reduce(exact.greatest, exact.zero);
  const total = exact.subtract(maximum, taken);
  const shown = rule.combine === 'sum' && parts.length > 1 ? `(${parts.map((part) => number(part, names)).join(' + ')})` : number(taken, names);
  return withCut([`${number(maximum, names)} − ${shown} ${equals(names.points(total))}.`], total, scored);
}

function changeSteps(rule: ChangeRule, value: Rational, scored: Scored): string[] {
  const { names, inputs } = scored;
  const unit = unitOf(rule.of);
  const now = valueOfNow(rule.of, inputs);
  const difference = names.value(value, differenceUnitOf(rule.of));
  const first = now
    ? names.phrases.explain.change(names.value(now, unit), names.value(exact.subtract(now, value), unit), difference)
    : `${names.quantity(rule.of)}: ${difference}.`;
  return [first, bandStep(rule, scored)];
}

function proportionalSteps(rule: ProportionalRule, value: Rational, scored: Scored): string[] {
  const { names, maximum } = scored;
  const { explain } = names.phrases;
  const unit = unitOf(rule.of);
  const first = measured(rule.of, value, scored);
  const shown = names.value(value, unit);
  if (rule.floor !== undefined && exact.compare(value, exact.fromText(rule.floor)) < 0) {
    return [first, explain.belowFloor(shown, names.value(exact.fromText(rule.floor), unit), names.pointsOf(rule.belowFloor))];
  }
  const target = exact.fromText(rule.target);
  const full = exact.multiply(exact.least(exact.divide(value, target), exact.one), maximum);
  const share = rule.target === '1' ? shown : `${shown} / ${names.value(target, unit)}`;
  const sum =
    exact.compare(value, target) >= 0
      ? `${shown} ≥ ${names.value(target, unit)}: ${names.points(full)}.`
      : `${share} × ${number(maximum, names)} ${equals(names.points(full))}.`;
  if (!rule.round) return withCut([first, sum], full, scored);
  const rounded = exact.round(full, Number(rule.round.places), rule.round.mode);
  const rounding = exact.compare(rounded, full) === 0 ? [] : [explain.rounded(number(full, names), rule.round.places, names.points(rounded))];
  return withCut([first, sum, ...rounding], rounded, scored);
}

function perUnitSteps(rule: PerUnitRule, value: Rational, scored: Scored): string[] {
  const { names } = scored;
  const [free, each] = [exact.fromText(rule.free), exact.fromText(rule.points)];
  const units = exact.greatest(exact.zero, exact.subtract(value, free));
  const total = exact.multiply(units, each);
  const counted = exact.isZero(free) ? number(value, names) : `(${number(value, names)} − ${number(free, names)})`;
  return withCut(
    [measured(rule.of, value, scored), `${exact.isZero(units) ? '0' : counted} × ${number(each, names)} ${equals(names.points(total))}.`],
    total,
    scored,
  );
}

/** Steps that begin with a value, none where it was not reached. */
const ofValue =
  <R>(steps: ValueSteps<R>): Steps<R> =>
  (rule, scored) =>
    scored.value ? steps(rule, scored.value, scored) : [];

const STEPS: { readonly [K in PlainRule['kind']]: Steps<Extract<PlainRule, { kind: K }>> } = {
  given: (_rule, { inputs, names }) => [names.phrases.explain.given(names.pointsOf(inputs.answer?.points ?? '0'))],
  yesNo(rule, { inputs, names }) {
    const { explain, yes, no } = names.phrases;
    return [inputs.answer?.yes ? explain.answered(yes, names.pointsOf(rule.yes)) : explain.answered(no, names.pointsOf(rule.no))];
  },
  levels(rule, { inputs, names }) {
    const { explain, quote } = names.phrases;
    const level = rule.levels.find(({ id }) => id === inputs.answer?.level);
    return [explain.level(quote(inLanguage(level?.title, names.language) ?? level?.id ?? ''), names.pointsOf(level?.points ?? inputs.answer?.points ?? '0'))];
  },
  checks: checksSteps,
  deduct: deductSteps,
  bands: ofValue((rule, value, scored) => [measured(rule.of, value, scored), bandStep(rule, scored)]),
  change: ofValue(changeSteps),
  proportional: ofValue(proportionalSteps),
  perUnit: ofValue(perUnitSteps),
  surveyMean: ofValue((rule, value, { inputs, names, maximum, setByCondition, final }) => {
    const reached = setByCondition ? exact.multiply(value, maximum) : final;
    return [...surveySteps(rule, inputs, value, names), `${number(value, names)} × ${number(maximum, names)} ${equals(names.points(reached))}.`];
  }),
  formula: ofValue((rule, value, scored) =>
    withCut([`${withNumbers(rule.expression, scored.inputs, scored.names)} ${equals(scored.names.points(value))}.`], value, scored),
  ),
};

/** The steps of a scored item: what was measured, the band chosen, the sum with its numbers, the cut. */
export function arithmetic(rule: PlainRule, item: Item, { explanation, points }: ItemResult, names: SchemeNames): string[] {
  const scored: Scored = {
    inputs: explanation.inputs,
    band: explanation.band,
    value: explanation.value === null ? undefined : exact.fromFraction(explanation.value),
    maximum: exact.fromText(item.maximum),
    final: exact.fromFraction(points),
    setByCondition: explanation.condition !== null,
    capped: explanation.capped,
    names,
  };
  return (STEPS[rule.kind] as Steps<PlainRule>)(rule, scored);
}
