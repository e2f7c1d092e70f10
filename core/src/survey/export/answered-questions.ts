import { inLanguage, type Language } from '../../words/language.ts';
import { countedQuestions } from '../estimates/counted-questions.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Question, QuestionKind, Questionnaire } from '../questionnaire/types.ts';
import { columnTitle } from './response-lines.ts';

/** A question as counts of it are read. */
interface AnsweredQuestion {
  /** Of a row of a matrix "matrix.row". */
  readonly id: string;
  readonly title: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly id: string; readonly title: string }[];
}

/** What a form counts, in its words and its order. */
export function answeredQuestions(form: Questionnaire, language: Language): AnsweredQuestion[] {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  return countedQuestions(form).map(({ id, question, row, kind }) => {
    const asked = questions.get(question) as Question;
    const rows = asked.kind === 'matrix' ? asked.rows.filter((each) => each.id === row) : [];
    const options = 'options' in asked ? asked.options : [];
    return {
      ...{ id, kind, title: columnTitle([asked.title, ...rows.map(({ title }) => title)], language) },
      options: options.map((option) => ({ id: option.id, title: inLanguage(option.title, language) ?? option.id })),
    };
  });
}
