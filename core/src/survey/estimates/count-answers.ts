import type { Answers } from '../answers/types.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { ANSWERED, answerTo, type CountedQuestion, countedQuestions, NO_OPINION, NOT_ANSWERED, NOT_ASKED } from './counted-questions.ts';

/** One thing that a response adds to: a question of the form (a row as "matrix.row"), and an option or what stands in its place. */
export interface Cell {
  readonly question: string;
  readonly option: string;
}

/** The options chosen at one counted question, or what stands in their place: of a question that was asked always something. */
export function chosenOptions(counted: CountedQuestion, answers: Answers): string[] {
  const answer = answerTo(counted, answers);
  if (answer === undefined) return [NOT_ANSWERED];
  if (Array.isArray(answer)) return answer.length > 0 ? [ANSWERED, ...answer] : [NOT_ANSWERED];
  if (typeof answer === 'object') return ['noOpinion' in answer ? NO_OPINION : NOT_ANSWERED];
  return [counted.options.length > 0 ? answer : ANSWERED];
}

/**
 * What one response adds to the counts of its form. What stands under a question that was not asked (an answer given before an earlier one was
 * changed) does not count. @param answers checked against the form @param asked ids of the questions that were shown
 */
export const countAnswers = (questionnaire: Questionnaire, answers: Answers, asked: ReadonlySet<string>): Cell[] =>
  countedQuestions(questionnaire).flatMap((counted) => {
    const options = asked.has(counted.question) ? chosenOptions(counted, answers) : [NOT_ASKED];
    return options.map((option) => ({ question: counted.id, option }));
  });
