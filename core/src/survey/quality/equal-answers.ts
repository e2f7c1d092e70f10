import * as exact from '../../quantity/rational.ts';
import { hashOf } from '../../reading/normal-form.ts';
import { chosenOptions, countedQuestions, isMark, NOT_ANSWERED } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ResponseFacts } from './facts.ts';
import type { DetailsOf } from './flags.ts';
import type { QualityLimits } from './limits.ts';

/**
 * Finds responses to one form with the same answers at every question that has options; numbers, days and texts may differ. Each response is hashed once, so
 * that many are held against each other in one walk.
 */
export function equalAnswersIn(questionnaire: Questionnaire, responses: readonly ResponseFacts[], limits: QualityLimits['equalAnswers']) {
  const counted = countedQuestions(questionnaire).filter(({ options }) => options.length > 0);
  const seen = new Map<string, { readonly alike: string; readonly questions: number }>();
  const times = new Map<string, number>();
  for (const { id, answers, asked } of responses) {
    const shown = counted.filter(({ question }) => asked.has(question)).map((question) => ({ id: question.id, chosen: chosenOptions(question, answers) }));
    const answered = shown.filter(({ chosen }) => chosen[0] !== NOT_ANSWERED);
    const options = new Set(answered.flatMap(({ chosen }) => chosen.filter((option) => !isMark(option))));
    const enough =
      answered.length >= Number(limits.leastQuestions) &&
      options.size >= Number(limits.leastOptions) &&
      exact.compare(exact.integer(answered.length), exact.multiply(exact.fromText(limits.answered), exact.integer(shown.length))) >= 0;
    if (!enough) continue;
    const alike = hashOf(answered.map((one) => [one.id, ...one.chosen]));
    seen.set(id, { alike, questions: answered.length });
    times.set(alike, (times.get(alike) ?? 0) + 1);
  }
  return ({ id }: ResponseFacts): DetailsOf<'equalAnswers'> | undefined => {
    const own = seen.get(id);
    const others = own === undefined ? 0 : (times.get(own.alike) as number) - 1;
    return own && others > 0 ? { questions: own.questions, others, alike: own.alike } : undefined;
  };
}
