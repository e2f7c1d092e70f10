import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { SurveyMeanRule } from '../rules/kinds/survey-mean.ts';
import type { UsedInputs } from '../scoring/result.ts';
import type { SchemeNames } from './scheme-names.ts';

/** "= 0,85", or "≈ 0,8333" where the number is shown rounded. */
export const equals = (shown: string): string => (shown.startsWith('≈') ? shown : `= ${shown}`);

/** The mean of each group, who was left out, and how the groups come together. */
export function surveySteps(rule: SurveyMeanRule, inputs: UsedInputs, value: Rational, names: SchemeNames): string[] {
  const { phrases, scheme } = names;
  const shown = (rational: Rational) => names.value(rational, 'number');
  const minimum = exact.fromText(rule.minimumAnswers);
  const steps: string[] = [];
  const groups: { weight: Rational; value: Rational }[] = [];
  for (const { id, weight } of scheme.survey.groups) {
    const asked = rule.questions.flatMap((question) => {
      const estimate = inputs.estimates?.[question.id]?.[id];
      return estimate ? [{ weight: exact.fromText(question.weight), value: exact.fromText(estimate.mean), answers: exact.fromText(estimate.answers) }] : [];
    });
    const [first] = asked;
    if (!first) continue;
    if (asked.some(({ answers }) => exact.compare(answers, minimum) < 0)) {
      steps.push(phrases.explain.groupLeftOut(names.surveyGroup(id), rule.minimumAnswers));
      continue;
    }
    const mean = exact.weightedMean(asked);
    steps.push(phrases.explain.groupMean(names.surveyGroup(id), shown(mean), shown(first.answers)));
    groups.push({ weight: rule.groupWeights === 'declared' ? exact.fromText(weight) : first.answers, value: mean });
  }
  if (groups.length < 2) return steps;
  const products = groups.map((group) => `${shown(group.weight)} × ${shown(group.value).replace('≈ ', '')}`).join(' + ');
  return [...steps, `(${products}) / ${shown(exact.sum(groups.map(({ weight }) => weight)))} ${equals(shown(value))}.`];
}
