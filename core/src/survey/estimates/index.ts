export { absentText } from './absent-text.ts';
export { type Cell, chosenOptions, countAnswers } from './count-answers.ts';
export { answerTo, type CountedQuestion, countedQuestions, isMark, NOT_ANSWERED } from './counted-questions.ts';
export {
  type AbsentBecause,
  type AbsentEstimate,
  type BodySurvey,
  estimatesOf,
  type SmallEstimate,
  type SurveyEstimate,
} from './estimates-of.ts';
export { type CountedCell, type CountedPlace, type Counts, foldCounts } from './fold-counts.ts';
export type { CountedPart, OptionCounts, ProtectedPart, ProtectedParts } from './protected-counts.ts';
export type { WrittenEstimates } from './snapshot-estimates.ts';
export type { UsedEstimate } from './used-estimates.ts';
