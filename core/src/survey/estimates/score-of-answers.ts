import * as exact from '../../quantity/rational.ts';
import type { Scheme } from '../../scheme/types.ts';
import type { FractionText } from '../../scoring/result.ts';
import type { Answers } from '../answers/types.ts';
import { tiedOption } from '../questionnaire/check-ties.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { chosenOptions } from './count-answers.ts';
import { countedQuestions } from './counted-questions.ts';

/** The mean weight of one response's tied answers, by which responses are held against each other; null where it has none. Enters no estimate. */
export function scoreOfAnswers(scheme: Scheme, questionnaire: Questionnaire, answers: Answers, asked: ReadonlySet<string>): FractionText | null {
  const weights = new Map(scheme.survey.questions.map(({ id, options }) => [id, new Map(options?.map((option) => [option.id, option.weight]))]));
  const values = countedQuestions(questionnaire).flatMap((counted) => {
    const { feeds } = counted;
    if (!feeds || !asked.has(counted.question)) return [];
    return chosenOptions(counted, answers).flatMap((option) => {
      const fed = tiedOption(feeds, option);
      const weight = weights.get(feeds.question)?.get(fed);
      return weight === undefined ? [] : [exact.fromText(weight)];
    });
  });
  return values.length === 0 ? null : exact.toFraction(exact.divide(exact.sum(values), exact.integer(values.length)));
}
