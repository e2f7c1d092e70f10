/** "No opinion" is an answer, apart from none given. */
export interface NoOpinion {
  noOpinion: true;
}

/**
 * An answer in normal form: an option's id (single, scale), ids in the form's order (multiple), the option of each row (matrix), a number's shortest
 * text, a day (yyyy-mm-dd), a text in NFC. A question without a key was not answered.
 */
export type Answer = string | string[] | { rows: Record<string, string | NoOpinion> } | NoOpinion;

export type Answers = Record<string, Answer>;

export const isNoOpinion = (answer: Answer | undefined): answer is NoOpinion => typeof answer === 'object' && !Array.isArray(answer) && 'noOpinion' in answer;

export const ANSWER_FAULTS = [
  'missing',
  'rowMissing',
  'unknownQuestion',
  'notAsked',
  'wrongForm',
  'unknownOption',
  'noOpinionNotOffered',
  'tooManyChosen',
  'aloneWithOthers',
  'notANumber',
  'notWhole',
  'tooManyPlaces',
  'tooSmall',
  'tooLarge',
  'notADate',
  'tooEarly',
  'tooLate',
  'tooLong',
  'badCharacter',
] as const;
export type AnswerFaultCode = (typeof ANSWER_FAULTS)[number];

/** What is wrong with an answer, at its question and, in a matrix, its row. */
export interface AnswerFault {
  readonly question: string;
  readonly row?: string;
  readonly code: AnswerFaultCode;
  readonly details: Readonly<Record<string, string>>;
}
