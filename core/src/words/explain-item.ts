import * as exact from '../quantity/rational.ts';
import { type PlainRule, plainKindOf } from '../rules/plain-kinds.ts';
import type { Item } from '../scheme/types.ts';
import type { Explanation, ItemResult, UsedInputs } from '../scoring/result.ts';
import { type AnswerWords, answerWords, takenRule } from './answer-words.ts';
import { answerName } from './describe-rule.ts';
import { inLanguage } from './language.ts';
import type { Scored } from './rule-wording.ts';
import type { SchemeNames } from './scheme-names.ts';

/** Why an item has its points, in words; made from the explanation alone, nothing is scored anew. */
export interface ItemWords {
  readonly inputs: readonly AnswerWords[];
  /** The steps from the inputs to the points, with their numbers. */
  readonly steps: readonly string[];
  readonly missing: readonly string[];
  readonly verdict: string;
}

/** Explains one item's result in words. */
export function explainItem(item: Item, result: ItemResult, names: SchemeNames): ItemWords {
  const { phrases } = names;
  const { explanation } = result;
  const rule = takenRule(item, explanation.case);
  return {
    inputs: inputWords(item, explanation, names),
    steps: [
      ...stateSteps(item, result, names),
      ...(result.state === 'scored' && rule && explanation.because === null ? arithmetic(rule, item, result, names) : []),
      ...lastSteps(item, result, names),
    ],
    missing: explanation.missing.map((missing) => phrases.explain.missing(missingWords(missing, item, names))),
    verdict: phrases.explain.verdict(names.points(exact.fromFraction(result.points)), names.points(exact.fromFraction(result.maximum))),
  };
}

/** The steps of a scored item; its numbers are read here, and told by its kind. */
function arithmetic(rule: PlainRule, item: Item, { explanation, points }: ItemResult, names: SchemeNames): string[] {
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
  return plainKindOf(rule).words.explain(rule, scored);
}

/** What comes before any arithmetic: a state that leaves none, the case of a branch, a reason. */
function stateSteps(item: Item, { state, explanation }: ItemResult, names: SchemeNames): string[] {
  const { phrases } = names;
  const steps: string[] = [];
  if (state === 'notAccepted' || state === 'notApplicable') steps.push(`${phrases.state[state]}.`);
  if (explanation.case !== null) {
    const on = explanation.inputs.on;
    const named = item.rule.kind === 'branch' ? names.item(item.rule.on.item) : undefined;
    steps.push(on === undefined || explanation.case === 'otherwise' ? phrases.explain.caseOtherwise : phrases.explain.case(answerName(on, named, names)));
  }
  if (explanation.because) steps.push(phrases.because[explanation.because]);
  return steps;
}

/** What comes after it: a condition that sets the points, a maximum that is taken off. */
function lastSteps(item: Item, { state, maximum, explanation }: ItemResult, names: SchemeNames): string[] {
  const { phrases } = names;
  const condition = explanation.condition === null ? undefined : item.conditions.find(({ id }) => id === explanation.condition);
  const title = condition && phrases.quote(inLanguage(condition.title, names.language) ?? condition.id);
  return [
    ...(condition && title ? [phrases.explain.conditionSets(title, condition.when ? phrases.yes : phrases.no, names.pointsOf(condition.points))] : []),
    ...(state === 'notApplicable' && exact.isZero(exact.fromFraction(maximum)) ? [phrases.explain.leavesMaximum] : []),
  ];
}

/** What an item waits for, as it stands within a sentence. */
export function missingWords(missing: string, item: Item, names: SchemeNames): string {
  const { explain, quote } = names.phrases;
  if (missing.startsWith('item.')) return explain.missingItem(missing.slice('item.'.length));
  if (missing.startsWith('estimates.')) return explain.missingEstimate(names.question(missing.slice('estimates.'.length)));
  if (missing.startsWith('answer.conditions.')) {
    const id = missing.slice('answer.conditions.'.length);
    return explain.missingCondition(quote(inLanguage(item.conditions.find((condition) => condition.id === id)?.title, names.language) ?? id));
  }
  return missing.startsWith('answer.') ? explain.missingAnswer : names.figure(missing);
}

const RESERVED = ['on', 'estimates', 'previous', 'answer'];

type Inputs = ItemWords['inputs'];

/** Everything that went into the points, each with its value. */
function inputWords(item: Item, { case: taken, inputs }: Explanation, names: SchemeNames): Inputs {
  return [
    ...Object.keys(inputs)
      .filter((id) => !RESERVED.includes(id))
      .map((id) => ({ what: names.figureTitle(id), value: names.declared(inputs[id]) })),
    ...Object.entries(inputs.previous ?? {}).map(([id, value]) => ({
      what: names.phrases.input.previous(names.figureTitle(id)),
      value: names.declared(value),
    })),
    ...estimateWords(inputs.estimates ?? {}, names),
    ...answerWords(item, taken, inputs.answer ?? {}, names),
  ];
}

const estimateWords = (estimates: NonNullable<UsedInputs['estimates']>, names: SchemeNames): Inputs =>
  Object.entries(estimates).flatMap(([question, groups]) =>
    Object.entries(groups).map(([group, { mean, answers }]) => ({
      what: group === 'all' ? names.questionTitle(question) : `${names.questionTitle(question)} – ${names.surveyGroup(group)}`,
      value: names.phrases.input.estimate(names.declared(mean), names.declared(answers)),
    })),
  );
