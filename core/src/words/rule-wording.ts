import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Check } from '../rules/check-list.ts';
import type { Expression } from '../rules/expression/parse.ts';
import type { BandsRule } from '../rules/kinds/bands.ts';
import type { ChangeRule } from '../rules/kinds/change.ts';
import type { Quantity } from '../rules/quantity.ts';
import type { Item } from '../scheme/types.ts';
import type { UsedInputs } from '../scoring/result.ts';
import { readFormula } from './formula.ts';
import { inLanguage } from './language.ts';
import { bandEdges, unitOf } from './measure.ts';
import type { SchemeNames } from './scheme-names.ts';
import type { Texts } from './texts.ts';

/** A rule in words: a sentence, the rows of its table, and what else holds. */
export interface RuleWords {
  readonly intro: string;
  readonly rows: readonly { readonly what: string; readonly points: string }[];
  readonly notes: readonly string[];
  /** The cases of a branch, each with its own rule. */
  readonly cases: readonly { readonly when: string; readonly rule: RuleWords }[];
}

/** A rule in words of which only some parts are needed. */
export const words = (intro: string, more: Partial<RuleWords> = {}): RuleWords => ({ intro, rows: [], notes: [], cases: [], ...more });

/** How a rule kind is told: the rule to a reader of the decision, a result to one who asks why. */
export interface RuleWording<R> {
  /** The sentences that it is told by. */
  readonly texts: Texts<object>;
  describe(rule: R, item: Item, names: SchemeNames): RuleWords;
  /** The steps of a scored item: what was measured, the band chosen, the sum with its numbers, the cut. */
  explain(rule: R, scored: Scored): string[];
}

/** What a level or a thing to tick is called. */
export const titled = (entry: { id: string; title?: { vi: string; en?: string } }, { language }: SchemeNames) => inLanguage(entry.title, language) ?? entry.id;

/** What holds of a quantity besides its value. */
export function quantityNotes(quantity: Quantity, names: SchemeNames): string[] {
  const { phrases } = names;
  if ('ratio' in quantity) return [phrases.whenNothing[quantity.whenNothing], phrases.over[quantity.over]];
  const zero = 'formula' in quantity ? zeroNote(quantity, names) : undefined;
  return zero === undefined ? [] : [zero];
}

/** What a formula gives where its base is 0. */
function zeroNote(quantity: { formula: string }, names: SchemeNames): string | undefined {
  const whenZero = readFormula(quantity.formula)?.whenZero;
  if (!whenZero) return undefined;
  const { figure, gives } = whenZero;
  const given = gives.type === 'number' ? names.value(exact.fromText(gives.text), unitOf(quantity)) : names.expressionWithin(gives);
  return names.phrases.whenZero(names.figure(figure), given);
}

/** A table of bands. */
export function bandRows(rule: BandsRule | ChangeRule, names: SchemeNames): RuleWords['rows'] {
  return [
    ...rule.bands.map((band, index) => ({ what: bandEdges(rule, index, names), points: names.pointsOf(band.points) })),
    { what: names.phrases.otherwise, points: names.pointsOf(rule.otherwise) },
  ];
}

/** A scored item's result, its numbers read. */
export interface Scored {
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

/** "= 0,85", or "≈ 0,8333" where the number is shown rounded. */
export const equals = (shown: string): string => (shown.startsWith('≈') ? shown : `= ${shown}`);

/** A number without a unit. */
export const number = (value: Rational, names: SchemeNames) => names.value(value, 'number');

/** The steps with the cut at the item's maximum or minimum, where there was one. */
export function withCut(steps: string[], before: Rational, { capped, final, names }: Scored): string[] {
  if (!capped) return steps;
  const { explain } = names.phrases;
  const says = exact.compare(before, final) > 0 ? explain.cappedMaximum : explain.cappedMinimum;
  return [...steps, says(names.points(before), names.points(final))];
}

/** "18 / 20 = 90%." */
export function measured(quantity: Quantity, value: Rational, { inputs, names }: Scored): string {
  const shown = names.value(value, unitOf(quantity));
  if ('ratio' in quantity) return `${names.declared(inputs[quantity.ratio[0] ?? ''])} / ${names.declared(inputs[quantity.ratio[1] ?? ''])} ${equals(shown)}.`;
  if ('formula' in quantity) {
    const formula = readFormula(quantity.formula);
    if (formula?.whenZero && Number(inputs[formula.whenZero.figure]) === 0) return zeroNote(quantity, names) ?? '';
    return `${withNumbers(formula?.main ?? quantity.formula, inputs, names)} ${equals(shown)}.`;
  }
  const name = names.quantity(quantity);
  return `${name.charAt(0).toLocaleUpperCase(names.language)}${name.slice(1)}: ${shown}.`;
}

/** An expression with its numbers put in. */
export const withNumbers = (expression: string | Expression, inputs: UsedInputs, names: SchemeNames): string =>
  names.expressionWithin(expression, (figure) => names.declared(inputs[figure]));

/** The band that took the value. */
export function bandStep(rule: BandsRule | ChangeRule, { band, names }: Scored): string {
  const { explain, otherwise } = names.phrases;
  if (typeof band !== 'number') return explain.inBand(otherwise, names.pointsOf(rule.otherwise));
  return explain.inBand(bandEdges(rule, band, names), names.pointsOf(rule.bands[band]?.points ?? '0'));
}

/** What each thing that was ticked is worth. */
export const pointsOfTicked = (rule: { checks: readonly Check[] }, { inputs }: Scored): Rational[] =>
  (inputs.answer?.checks ?? []).map((id) => exact.fromText(rule.checks.find((check) => check.id === id)?.points ?? '0'));

/** Steps that begin with a value, none where it was not reached. */
export const ofValue =
  <R>(steps: (rule: R, value: Rational, scored: Scored) => string[]): RuleWording<R>['explain'] =>
  (rule, scored) =>
    scored.value ? steps(rule, scored.value, scored) : [];
