import type { Answer, Answers } from '../answers/types.ts';
import type { Question, QuestionKind, Questionnaire, Tie } from '../questionnaire/types.ts';

/** What stands in the place of an option where none was chosen. No option of a form begins so. */
export const NO_OPINION = '#noOpinion';
export const NOT_ANSWERED = '#notAnswered';
export const NOT_ASKED = '#notAsked';
/** That something was answered where there is no option, or where several may be chosen: of how many the options are a part. */
export const ANSWERED = '#answered';

export const isMark = (option: string): boolean => option.startsWith('#');

/** A question that is counted by itself: each row of a matrix is one. */
export interface CountedQuestion {
  /** The question's id; of a row "matrix.row". */
  readonly id: string;
  readonly question: string;
  readonly row: string | null;
  readonly page: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** In the form's order; none where a number, a day or a text is asked. */
  readonly options: readonly string[];
  readonly feeds: Tie | undefined;
}

const idsOf = (options: readonly { readonly id: string }[]) => options.map(({ id }) => id);

function countedOf(question: Question, page: string): CountedQuestion[] {
  const { id, kind, required } = question;
  const whole = { id, question: id, row: null, page, kind, required, feeds: undefined };
  switch (question.kind) {
    case 'single':
    case 'scale':
      return [{ ...whole, options: idsOf(question.options), feeds: question.feeds }];
    case 'multiple':
      return [{ ...whole, options: idsOf(question.options) }];
    case 'matrix': {
      const options = idsOf(question.options);
      return question.rows.map((row) => ({ ...whole, id: `${id}.${row.id}`, row: row.id, options, feeds: row.feeds }));
    }
    case 'number':
    case 'date':
    case 'text':
      return [{ ...whole, options: [] }];
  }
}

/** Everything that a form counts, in its order. */
export const countedQuestions = ({ pages }: Questionnaire): CountedQuestion[] =>
  pages.flatMap((page) => page.questions.flatMap((question) => countedOf(question, page.id)));

/** What was answered to a counted question; undefined where nothing was. */
export function answerTo({ question, row }: CountedQuestion, answers: Answers): Answer | undefined {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  if (row === null || typeof answer !== 'object' || !('rows' in answer)) return answer;
  return Object.hasOwn(answer.rows, row) ? answer.rows[row] : undefined;
}
