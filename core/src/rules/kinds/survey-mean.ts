import type { NumberText } from '../../quantity/number-text.ts';
import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { countFrom1, list, object, oneOf, positive, required, text, withDefault } from '../../reading/shape.ts';
import { figuresOnly } from '../asks.ts';
import { type Estimate, NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { checkUnique, type RuleKind, refuseInPenalty } from '../kind.ts';
import { seeksNothing } from '../seek.ts';
import { surveyMeanWords } from './survey-mean.words.ts';

export const GROUP_WEIGHTS = ['declared', 'answers'] as const;
export const BELOW_MINIMUM = ['notAnswered', 'notApplicable'] as const;

interface QuestionWeight {
  id: string;
  weight: NumberText;
}

/** The mean over respondent groups of the mean over questions, times the maximum. */
export interface SurveyMeanRule {
  kind: 'surveyMean';
  questions: QuestionWeight[];
  groupWeights: (typeof GROUP_WEIGHTS)[number];
  minimumAnswers: NumberText;
  belowMinimum: (typeof BELOW_MINIMUM)[number];
}

export const surveyMean: RuleKind<SurveyMeanRule> = {
  shape: object<SurveyMeanRule>({
    kind: required(oneOf(['surveyMean'])),
    questions: required(list(object<QuestionWeight>({ id: required(text), weight: withDefault(positive, () => '1') }), 1)),
    groupWeights: required(oneOf(GROUP_WEIGHTS)),
    minimumAnswers: withDefault(countFrom1, () => '1'),
    belowMinimum: required(oneOf(BELOW_MINIMUM)),
  }),
  check(rule, path, context) {
    refuseInPenalty(at(path, 'kind'), context);
    const ids = rule.questions?.map((question) => question?.id) ?? [];
    const pathOf = (index: number) => at(path, 'questions', index, 'id');
    checkUnique(ids, pathOf, context.faults);
    ids.forEach((id, index) => {
      if (id !== undefined && context.allQuestions && !context.questions.has(id)) context.faults.add('unknownId', pathOf(index), { found: id });
    });
  },
  takes: [],
  uses: ({ questions }, { asked }) => ({ ...NOTHING_USED, estimates: questions.map(({ id }) => ({ question: id, groups: asked.get(id) ?? [] })) }),
  compile(rule, { maximum }, { surveyGroups }) {
    const questions = rule.questions.map(({ id, weight }) => ({ id, weight: exact.fromText(weight) }));
    const minimum = exact.fromText(rule.minimumAnswers);
    const missing = questions.map(({ id }) => `estimates.${id}`);

    return ({ estimates }) => {
      let someGroup = false;
      const groups: { weight: Rational; value: Rational }[] = [];
      for (const group of surveyGroups) {
        const weighted = questions.flatMap(({ id, weight }) => {
          const estimate: Estimate | undefined = estimates[id]?.[group.id];
          return estimate ? [{ weight, value: exact.fromText(estimate.mean), answers: exact.fromText(estimate.answers) }] : [];
        });
        const [first] = weighted;
        if (!first) continue;
        someGroup = true;
        if (weighted.some(({ answers }) => exact.compare(answers, minimum) < 0)) continue;
        groups.push({ weight: rule.groupWeights === 'declared' ? group.weight : first.answers, value: exact.weightedMean(weighted) });
      }
      if (!someGroup) return notAnswered(missing);
      if (groups.length === 0)
        return rule.belowMinimum === 'notAnswered' ? notAnswered(missing, 'belowMinimum') : { says: 'notApplicable', because: 'belowMinimum' };
      const value = exact.weightedMean(groups);
      return points(exact.multiply(value, maximum), { value });
    };
  },
  asks: figuresOnly,
  seeks: seeksNothing,
  words: surveyMeanWords,
};
