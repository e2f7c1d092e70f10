import { inLanguage, type Language, quote } from '../../words/language.ts';
import { QUESTIONNAIRE_WORDS } from '../../words/questionnaire-words.ts';
import { NO_OPINION, NOT_ANSWERED } from '../questionnaire/check-form.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { AskedWhen, Question, Questionnaire } from '../questionnaire/types.ts';

/** One of several, as a sentence lists them: "A", "B" hoặc "C". */
const oneOf = (parts: readonly string[], or: string): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter((part) => part !== undefined && part !== '').join(or);

/**
 * What must hold for a question to be asked. Whoever reads on paper sees a question that was not asked as left blank, so where that counts, the conditions
 * of the question named come first.
 */
function conditionsOf(question: Question, byId: ReadonlyMap<string, Question>): AskedWhen[] {
  return question.when.flatMap((condition) => {
    const on = byId.get(condition.question);
    return condition.is.includes(NOT_ANSWERED) && on ? [...conditionsOf(on, byId), condition] : [condition];
  });
}

/** When a question is answered, in words: "Chỉ trả lời nếu Câu 3 chọn “Có”."; undefined where it always is. */
export function skipText(form: Questionnaire, question: Question, language: Language): string | undefined {
  if (question.when.length === 0) return undefined;
  const words = QUESTIONNAIRE_WORDS[language];
  const questions = questionsOf(form);
  const byId = new Map(questions.map((each) => [each.id, each]));
  const told = conditionsOf(question, byId).map(({ question: id, is }) => {
    const on = byId.get(id);
    const options = on && 'options' in on ? on.options : [];
    const titleOf = (answer: string) =>
      answer === NO_OPINION ? words.noOpinion : (inLanguage(options.find((option) => option.id === answer)?.title, language) ?? answer);
    const named = words.question(questions.findIndex((each) => each.id === id) + 1);
    const answers = is.filter((answer) => answer !== NOT_ANSWERED).map((answer) => quote(titleOf(answer)));
    return [
      ...(answers.length > 0 ? [words.chosen(named, oneOf(answers, words.or))] : []),
      ...(is.includes(NOT_ANSWERED) ? [words.leftBlank(named)] : []),
    ].join(words.or);
  });
  return words.onlyIf([...new Set(told)].join(words.and));
}
