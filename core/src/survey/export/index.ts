export { answeredQuestions } from './answered-questions.ts';
export { type AnsweredBody, codebookOf, type DescribedAnswers, type LeftOutBody } from './codebook.ts';
export { freeTexts, type ResponseMode } from './columns.ts';
export { type ClosedResponse, type LineForm, responseLines, responseTable } from './response-lines.ts';
export { spssSyntaxOf } from './spss-syntax.ts';
