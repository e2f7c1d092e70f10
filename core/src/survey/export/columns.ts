import type { Title } from '../../text/title.ts';
import { type CountedQuestion, countedQuestions } from '../estimates/counted-questions.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Option, Question, Questionnaire } from '../questionnaire/types.ts';

/** What stands before the answers in each line; no id of a question begins with this sign. */
export const ABOUT_COLUMNS = ['_id', '_body', '_mode', '_minutes', '_setAside'] as const;
export type AboutColumn = (typeof ABOUT_COLUMNS)[number];

/** How a form was filled in. */
export const RESPONSE_MODES = ['online', 'interview', 'paper'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** In the place of an answer that a paper form does not give: more was crossed than may be, or nobody can read it. It counts as not answered (decision 0153). */
export const INVALID = '#invalid';

/** One column of a file of answers. */
export interface AnswerColumn {
  /** The question's id; of a row of a matrix "matrix.row", of an option where several may be chosen "question.option". */
  readonly name: string;
  readonly counted: CountedQuestion;
  /** The option that is told of as chosen or not; null where the cell holds the answer. */
  readonly option: string | null;
  /** The question's words, then those of its row or option. */
  readonly titles: readonly Title[];
  /** What the cell may hold; none where a number or a day is asked. */
  readonly options: readonly Option[];
  readonly noOpinion: boolean;
  /** Whether only some are asked. */
  readonly conditional: boolean;
}

function columnsOf(counted: CountedQuestion, question: Question): AnswerColumn[] {
  const shared = { name: counted.id, counted, option: null, titles: [question.title], noOpinion: question.noOpinion, conditional: question.when.length > 0 };
  switch (question.kind) {
    case 'single':
    case 'scale':
      return [{ ...shared, options: question.options }];
    case 'number':
    case 'date':
      return [{ ...shared, options: [] }];
    case 'matrix':
      return question.rows
        .filter(({ id }) => id === counted.row)
        .map(({ title }) => ({ ...shared, titles: [question.title, title], options: question.options }));
    case 'multiple':
      return question.options.map(({ id, title }) => ({ ...shared, name: `${counted.id}.${id}`, option: id, titles: [question.title, title], options: [] }));
    case 'text':
      return [];
  }
}

/** The columns of the answers to a form, in its order. What is written freely has none: it may tell who wrote it. */
export function answerColumns(form: Questionnaire): AnswerColumn[] {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  return countedQuestions(form).flatMap((counted) => columnsOf(counted, questions.get(counted.question) as Question));
}

/** The questions that are answered freely, whose answers are left out. */
export const freeTexts = (form: Questionnaire): Question[] => questionsOf(form).filter(({ kind }) => kind === 'text');
