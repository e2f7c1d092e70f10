export { absentText } from './absent-text.ts';
export { type Cell, chosenOptions, countAnswers } from './count-answers.ts';
export { ANSWERED, answerTo, type CountedQuestion, countedQuestions, isMark, NO_OPINION, NOT_ANSWERED, NOT_ASKED } from './counted-questions.ts';
export {
  ABSENT_BECAUSE,
  type AbsentBecause,
  type AbsentEstimate,
  type BodySurvey,
  estimatesOf,
  type SmallEstimate,
  type SurveyEstimate,
} from './estimates-of.ts';
export { type CountedCell, type CountedPlace, type Counts, countsOf, foldCounts } from './fold-counts.ts';
export { type CountedPart, type OptionCounts, type ProtectedPart, type ProtectedParts, protectedCounts, protectedParts } from './protected-counts.ts';
export { scoreOfAnswers } from './score-of-answers.ts';
export { snapshotEstimates, type WrittenEstimates } from './snapshot-estimates.ts';
export { type UsedEstimate, usedEstimates } from './used-estimates.ts';
