import { NO_OPINION, NOT_ANSWERED } from '../questionnaire/check-form.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Question, Questionnaire } from '../questionnaire/types.ts';
import { type Answer, type Answers, isNoOpinion } from './types.ts';

/** The answer to a question; undefined where there is none, whatever the question's id is called. */
export const answerOf = (answers: Answers, question: string): Answer | undefined => (Object.hasOwn(answers, question) ? answers[question] : undefined);

/** What conditions see of an answer: ids of options, or that there is no opinion or no answer. */
const seen = (answer: Answer | undefined): string[] => {
  if (answer === undefined) return [NOT_ANSWERED];
  if (isNoOpinion(answer)) return [NO_OPINION];
  return typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
};

/** The questions that answers so far lead to, in the form's order: a question that is not asked itself counts as not answered for those that hang on it. */
export function askedQuestions(questionnaire: Questionnaire, answers: Answers): Question[] {
  const asked = new Set<string>();
  return questionsOf(questionnaire).filter((question) => {
    const holds = question.when.every(
      (condition) => asked.has(condition.question) && seen(answerOf(answers, condition.question)).some((answer) => condition.is.includes(answer)),
    );
    if (holds) asked.add(question.id);
    return holds;
  });
}

/** Answers without those to questions that the others do not lead to: what a form that was gone through backwards leaves behind. */
export function withoutUnasked(questionnaire: Questionnaire, answers: Answers): Answers {
  const asked = new Set(askedQuestions(questionnaire, answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}
