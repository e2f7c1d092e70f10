import { inLanguage, type Language } from '../../words/language.ts';
import { chosenOptions, isMark, NOT_ANSWERED } from '../estimates/index.ts';
import { answerColumns } from '../export/columns.ts';
import { MISSING_NAMES } from '../export/export-words.ts';
import { columnTitle } from '../export/response-lines.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { askedQuestions } from './asked.ts';
import type { Answers } from './types.ts';

/** What was asked, and what was answered. */
export interface AnswerInWords {
  readonly question: string;
  /** null: nothing. */
  readonly answer: string | null;
}

/** A form for whoever reads it: each question that was asked, with its answer. What is written freely is left out: it may tell who wrote it. */
export function answersInWords(form: Questionnaire, answers: Answers, language: Language): AnswerInWords[] {
  const asked = new Set(askedQuestions(form, answers).map(({ id }) => id));
  const options = new Map(questionsOf(form).map((question) => [question.id, 'options' in question ? question.options : []]));
  // Where several may be chosen, each option is a column: the first stands for its question.
  const columns = answerColumns(form).filter(({ counted, option }) => asked.has(counted.question) && (option === null || option === counted.options[0]));
  return columns.map(({ counted, option, titles }) => {
    const question = columnTitle(option === null ? titles : titles.slice(0, 1), language);
    const given = chosenOptions(counted, answers);
    if (given[0] === NOT_ANSWERED) return { question, answer: null };
    if (given[0] === '#noOpinion') return { question, answer: MISSING_NAMES[language]['#noOpinion'] };
    if (counted.options.length === 0) return { question, answer: String(answers[counted.question]) };
    const words = given.filter((id) => !isMark(id)).map((id) => inLanguage(options.get(counted.question)?.find((one) => one.id === id)?.title, language) ?? id);
    return { question, answer: words.join('; ') };
  });
}
