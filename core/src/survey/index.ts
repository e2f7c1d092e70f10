// What the survey offers to server, workspace and command line.
export { answerOf, askedQuestions, withoutUnasked } from './answers/asked.ts';
export { answersFromFields, fieldName, NO_OPINION_VALUE } from './answers/from-fields.ts';
export { type Answer, type AnswerFault, type AnswerFaultCode, type Answers, isNoOpinion } from './answers/types.ts';
export { type JudgedAnswers, judgeAnswers, rowsOf } from './answers/validate.ts';
export { checkFed } from './questionnaire/check-fed.ts';
export { pagesInOrder } from './questionnaire/order.ts';
export { questionsOf } from './questionnaire/placed-questions.ts';
export { readQuestionnaire } from './questionnaire/read.ts';
export * from './questionnaire/types.ts';
