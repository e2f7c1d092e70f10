// The trial of a questionnaire before its survey is opened: how it is shown, and what is kept of a form that was sent.
import { answerOf, askedQuestions } from './answers/asked.ts';
import { type Answers, isNoOpinion } from './answers/types.ts';
import { rowsOf } from './answers/validate.ts';
import type { Question, Questionnaire, TextQuestion } from './questionnaire/types.ts';

/** No question of a questionnaire is called so. */
const REMARK = 'pilot-remark';

const REMARK_QUESTION: TextQuestion = {
  id: REMARK,
  kind: 'text',
  title: { vi: 'Ông/bà thấy câu nào khó hiểu, khó trả lời?', en: 'Which questions are hard to understand or to answer?' },
  hint: {
    vi: 'Ghi số câu và lý do. Cơ quan chủ trì đọc góp ý này; xin không ghi họ tên.',
    en: 'Their numbers, and why. The agency that leads the survey reads this: please do not write your name.',
  },
  required: false,
  noOpinion: false,
  when: [],
  longest: '1000',
};

/** A questionnaire as it is tried: with a last page for remarks. */
export const triedForm = (questionnaire: Questionnaire): Questionnaire => ({
  ...questionnaire,
  pages: [...questionnaire.pages, { id: REMARK, title: { vi: 'Góp ý về phiếu', en: 'Remarks on the form' }, shuffled: false, questions: [REMARK_QUESTION] }],
});

/** What became of a question that was asked; left: without an answer, or a table with a line that has none. */
export const QUESTION_OUTCOMES = ['answered', 'left', 'noOpinion'] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** What is kept of a form that was sent in a pilot. */
export interface TriedAnswers {
  readonly outcomes: Readonly<Record<string, QuestionOutcome>>;
  readonly remark: string | null;
}

/** What a pilot is for, of a form that was sent: not what was answered. */
export function triedAnswers(form: Questionnaire, answers: Answers): TriedAnswers {
  const asked = askedQuestions(form, answers).filter(({ id }) => id !== REMARK);
  const remark = answerOf(answers, REMARK);
  return {
    outcomes: Object.fromEntries(asked.map((question) => [question.id, outcomeOf(question, answers)])),
    remark: typeof remark === 'string' ? remark : null,
  };
}

function outcomeOf(question: Question, answers: Answers): QuestionOutcome {
  const answer = answerOf(answers, question.id);
  if (answer === undefined) return 'left';
  if (isNoOpinion(answer)) return 'noOpinion';
  if (question.kind !== 'matrix') return 'answered';
  const rows = Object.values(rowsOf(answer));
  return rows.length < question.rows.length ? 'left' : rows.some(isNoOpinion) ? 'noOpinion' : 'answered';
}
