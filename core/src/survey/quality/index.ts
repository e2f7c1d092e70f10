export {
  AGREEMENTS,
  agreementByQuestion,
  type BackCheckAgreement,
  type BackCheckComparison,
  compareBackCheck,
  drawBackChecks,
  type QuestionAgreement,
  type TakenResponse,
} from './back-check.ts';
export {
  foldReviews,
  RESPONSE_DECISIONS,
  type ResponseDecision,
  type ResponseReview,
  type ReviewedCounts,
  type ReviewedResponse,
  reviewedResponses,
} from './decisions.ts';
export type { ResponseFacts } from './facts.ts';
export { type FoundFlags, flagResponses } from './flag-responses.ts';
export { type InterviewerFlag, QUALITY_FLAGS, type QualityFlag, type QualityFlagCode, type ResponseFlag } from './flags.ts';
export { DEFAULT_QUALITY, QUALITY_FORMAT, type QualityLimits, TAKEN_BY, type TakenBy } from './limits.ts';
export { readQualityLimits } from './read-limits.ts';
