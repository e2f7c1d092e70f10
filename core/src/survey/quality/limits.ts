import type { NumberText } from '../../quantity/number-text.ts';

export const QUALITY_FORMAT = 'parindex-survey-quality/1';

/** Of which responses a flag speaks: all, those that an interviewer took, or those of respondents who answered alone. */
export const TAKEN_BY = ['all', 'interviewer', 'respondent'] as const;
export type TakenBy = (typeof TAKEN_BY)[number];

/** From where on a response is looked at again, declared for a survey, in normal form. A flag is a reason to look, and decides nothing. */
export interface QualityLimits {
  readonly format: typeof QUALITY_FORMAT;
  readonly note?: unknown;
  readonly tooFast: {
    /** Below this share of the median time of its form … */
    readonly ofMedian: NumberText;
    /** … which is known from so many measured responses on; */
    readonly leastResponses: NumberText;
    /** or below so many seconds for each question asked; */
    readonly secondsPerQuestion: NumberText;
    /** of a page by itself where it asks so many questions. */
    readonly leastPageQuestions: NumberText;
  };
  readonly straightLine: { readonly leastQuestions: NumberText };
  readonly equalAnswers: {
    readonly leastQuestions: NumberText;
    /** Of the questions asked, how many have an answer: forms that are nearly empty are alike by themselves. */
    readonly answered: NumberText;
    /** How many different options they have to show: that two are satisfied with everything says nothing. */
    readonly leastOptions: NumberText;
  };
  readonly sameDevice: { readonly leastResponses: NumberText; readonly takenBy: TakenBy };
  /** Of one interviewer. */
  readonly samePlace: { readonly leastResponses: NumberText };
  /** Not begun from the first hour on and before the second. */
  readonly oddHour: { readonly from: NumberText; readonly before: NumberText; readonly takenBy: TakenBy };
  readonly farAway: { readonly metres: NumberText };
  readonly interviewerEffect: {
    /** How far the mean score of an interviewer may lie from that of the others of the same stratum and form. */
    readonly difference: NumberText;
    /** Responses that both sides need. */
    readonly leastResponses: NumberText;
  };
}

/** The house's own limits: no decision is known that names any. */
export const DEFAULT_QUALITY: QualityLimits = {
  format: QUALITY_FORMAT,
  tooFast: { ofMedian: '0.4', leastResponses: '10', secondsPerQuestion: '2', leastPageQuestions: '5' },
  straightLine: { leastQuestions: '6' },
  equalAnswers: { leastQuestions: '10', answered: '0.8', leastOptions: '2' },
  sameDevice: { leastResponses: '3', takenBy: 'respondent' },
  samePlace: { leastResponses: '3' },
  oddHour: { from: '6', before: '21', takenBy: 'interviewer' },
  farAway: { metres: '500' },
  interviewerEffect: { difference: '0.15', leastResponses: '10' },
};
