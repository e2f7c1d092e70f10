import type { NumberText } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Answer, FigureValue } from '../rules/inputs.ts';
import { plainKindOf } from '../rules/plain-kinds.ts';
import type { FoundPoints, Seeker } from '../rules/seek.ts';
import type { BodyInputs } from './body-inputs.ts';
import { estimatedItems } from './own-items.ts';
import { isBranch, type PreparedItem, type PreparedRule, type PreparedScheme } from './prepared.ts';
import type { FractionText, ItemResult } from './result.ts';
import { cut } from './score-item.ts';

/** The raised value of a figure, and the item's points then. */
export interface FigureStep {
  readonly more: NumberText;
  readonly wanted: NumberText;
  readonly points: FractionText;
}

/** What an item's next points want. */
export type NextPoints = {
  /** Other items that depend on the same figure or answer, in the scheme's order. */
  readonly alsoChanges: readonly string[];
} & (
  | {
      readonly kind: 'figure';
      readonly figure: string;
      readonly present: NumberText;
      /** The step of the figure: 1 for counts, otherwise its last decimal, at least the second. */
      readonly unit: NumberText;
      /** The smallest raise with any gain. */
      readonly next: FigureStep;
      /** The smallest raise to the item's maximum, if it is possible and `next` does not reach it. */
      readonly full: FigureStep | null;
      /** Each unit brings a little, without thresholds: then `full` is more informative than `next`. */
      readonly gradual: boolean;
    }
  /** Another answer; `upTo`: so many points may be given there. */
  | { readonly kind: 'option'; readonly option: boolean | string; readonly points: FractionText; readonly upTo: boolean }
  /** Things to be done besides those ticked. */
  | { readonly kind: 'checks'; readonly add: readonly string[]; readonly points: FractionText }
);

/**
 * What would bring the next points of a scored item: the smallest raise of the achieved figure, the next better answer,
 * or the remaining ticks. Each was tried in the rule and scored. Undefined if nothing reliable can be said: full points;
 * points given by a person, or decided by a survey, formula, date or condition; deductions and penalties; and gains that
 * need a smaller figure or another whole, as what was counted should not be counted again. A statistic is raised by what
 * is done as well, and its body declares it. @param result of the item, from the same inputs
 */
export function nextPoints(
  prepared: PreparedScheme,
  code: string,
  inputs: BodyInputs,
  { state, points, explanation }: Pick<ItemResult, 'state' | 'points' | 'explanation'>,
): NextPoints | undefined {
  const item = prepared.items.find((entry) => entry.item.code === code);
  if (!item || item.group === 'penalty' || estimatedItems(prepared).has(code)) return undefined;
  if (state !== 'scored' || explanation.condition !== null || explanation.because !== null) return undefined;
  const rule = ruleTaken(item, explanation.case);
  const present = exact.fromFraction(points);
  if (!rule || exact.compare(present, item.bounds.maximum) >= 0) return undefined;

  const pointsWith = (figures: BodyInputs['figures'], answer: Answer): Rational | undefined => {
    const outcome = rule.evaluate({ ...inputs, figures, answer });
    return outcome.says === 'points' && outcome.because === null ? cut(outcome.points, item.bounds) : undefined;
  };
  // One copy for all tries: some try dozens of values of one figure, and a scheme has hundreds of figures.
  let tried: Record<string, FigureValue> | undefined;
  const score = ({ figure, answer = {} }: { figure?: readonly [string, FigureValue]; answer?: Answer }): Rational | undefined => {
    if (!figure) return pointsWith(inputs.figures, answer);
    const [id, value] = figure;
    tried ??= { ...inputs.figures };
    tried[id] = value;
    const points = pointsWith(tried, answer);
    tried[id] = inputs.figures[id] as FigureValue;
    return points;
  };
  const seeker: Seeker = {
    prepared,
    item,
    inputs,
    present,
    score,
    measuredAgainst: measuredAgainst(prepared),
    value: explanation.value === null ? undefined : exact.fromFraction(explanation.value),
  };
  const found = plainKindOf(rule.rule).seeks(rule.rule, seeker, explanation.inputs.answer ?? {});
  return found && { ...found, alsoChanges: othersHangingOn(prepared, code, found) };
}

function ruleTaken({ rule }: PreparedItem, taken: number | 'otherwise' | null): PreparedRule | undefined {
  if (!isBranch(rule)) return rule;
  if (taken === null) return undefined;
  if (taken === 'otherwise') return rule.otherwise === 'notApplicable' ? undefined : rule.otherwise;
  return rule.cases[taken]?.rule;
}

/** Figures that others are compared with: wholes of ratios, and base figures of changes. */
function measuredAgainst({ items }: PreparedScheme): ReadonlySet<string> {
  const against = new Set<string>();
  for (const item of items) {
    for (const { rule } of rulesOf(item)) {
      if ('of' in rule && 'ratio' in rule.of) against.add(rule.of.ratio[1] as string);
      if ('against' in rule && rule.against !== 'previous') against.add(rule.against.figure);
    }
  }
  return against;
}

const rulesOf = ({ rule }: PreparedItem): PreparedRule[] =>
  isBranch(rule) ? [...rule.cases.map((entry) => entry.rule), rule.otherwise].filter((each) => each !== 'notApplicable') : [rule];

/** Other items that the same change would touch. */
const othersHangingOn = ({ items }: PreparedScheme, code: string, found: FoundPoints): string[] =>
  items
    .filter(({ item }) => item.code !== code)
    .filter((other) =>
      found.kind === 'figure' ? rulesOf(other).some(({ uses }) => uses.figures.includes(found.figure)) : isBranch(other.rule) && other.rule.item === code,
    )
    .map(({ item }) => item.code);
