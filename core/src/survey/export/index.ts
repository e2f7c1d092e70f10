export { answeredQuestions } from './answered-questions.ts';
export { type AnsweredBody, codebookOf } from './codebook.ts';
export type { ResponseMode } from './columns.ts';
export { type ClosedResponse, type LineForm, responseLines } from './response-lines.ts';
