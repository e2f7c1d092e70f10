import type { NumberText } from '../../quantity/number-text.ts';
import type { FractionText } from '../../scoring/result.ts';

/** Why a response is looked at again. */
export const RESPONSE_FLAGS = ['tooFast', 'straightLine', 'equalAnswers', 'sameDevice', 'samePlace', 'oddHour', 'farAway'] as const;
export const INTERVIEWER_FLAGS = ['interviewerEffect'] as const;
export const QUALITY_FLAGS = [...RESPONSE_FLAGS, ...INTERVIEWER_FLAGS] as const;
export type QualityFlagCode = (typeof QUALITY_FLAGS)[number];

/** What was too fast: the whole against the median of its form, the whole against its number of questions, or one page. */
export const TOO_FAST_BY = ['median', 'questions', 'page'] as const;

interface FlagDetails {
  tooFast: { readonly by: (typeof TOO_FAST_BY)[number]; readonly seconds: number; readonly limit: FractionText; readonly page: string | null };
  /** Runs of questions with the same options at which the same one was chosen. */
  straightLine: { readonly runs: readonly { readonly questions: readonly string[]; readonly option: string }[] };
  /** Others with the same answers; `alike` is the same of all of them. */
  equalAnswers: { readonly questions: number; readonly others: number; readonly alike: string };
  sameDevice: { readonly responses: number };
  samePlace: { readonly responses: number };
  oddHour: { readonly hour: number; readonly from: NumberText; readonly before: NumberText };
  farAway: { readonly metres: number; readonly limit: NumberText };
  interviewerEffect: {
    readonly responses: number;
    readonly mean: FractionText;
    readonly otherResponses: number;
    readonly otherMean: FractionText;
    /** The mean less that of the others. */
    readonly difference: FractionText;
    readonly limit: NumberText;
  };
}

export type DetailsOf<C extends QualityFlagCode> = FlagDetails[C];

/** A flag on one response. */
export type ResponseFlag = {
  [C in (typeof RESPONSE_FLAGS)[number]]: { readonly code: C; readonly response: string; readonly details: FlagDetails[C] };
}[(typeof RESPONSE_FLAGS)[number]];

/** The same beside the response that it is on. */
export type NotedFlag = { [C in ResponseFlag['code']]: Omit<Extract<ResponseFlag, { code: C }>, 'response'> }[ResponseFlag['code']];

/** A flag on what an interviewer brought of one form in one stratum. */
export interface InterviewerFlag {
  readonly code: 'interviewerEffect';
  readonly interviewer: string;
  readonly form: string;
  readonly stratum: string;
  readonly details: FlagDetails['interviewerEffect'];
}

export type QualityFlag = ResponseFlag | InterviewerFlag;
