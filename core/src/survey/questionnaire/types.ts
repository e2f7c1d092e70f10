import type { NumberText } from '../../quantity/number-text.ts';
import type { SchemeStatus } from '../../scheme/types.ts';
import type { Title } from '../../text/title.ts';

export const QUESTIONNAIRE_FORMAT = 'parindex-questionnaire/1';

export const QUESTION_KINDS = ['single', 'multiple', 'scale', 'matrix', 'number', 'date', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Of whom the questions ask; citizens are no group of an edition: what they answer becomes the estimate of all. */
export const ALL_RESPONDENTS = 'all';

export interface Option {
  id: string;
  title: Title;
}

/** A question is asked where every one of these holds: the earlier question has one of the answers named; `noOpinion` and `notAnswered` may be named too. */
export interface AskedWhen {
  question: string;
  is: string[];
}

/**
 * Which question of the edition's survey is fed. Options that the form words otherwise are mapped onto the edition's; those left out go by their own id.
 * The weights stand in the edition alone.
 */
export interface Tie {
  question: string;
  options?: Record<string, string>;
}

interface Asked {
  id: string;
  /** Left out where the tied question of the edition says it. */
  title: Title;
  hint?: Title;
  /** Whether the form may be sent without it; `noOpinion` is an answer. */
  required: boolean;
  /** Whether "no opinion" is offered, apart from the options. */
  noOpinion: boolean;
  when: AskedWhen[];
}

interface OfOptions extends Asked {
  options: Option[];
  /** Whether options are shown in an order of their own for each form. */
  shuffled: boolean;
}

export interface SingleQuestion extends OfOptions {
  kind: 'single';
  feeds?: Tie;
}

export interface MultipleQuestion extends OfOptions {
  kind: 'multiple';
  atMost?: NumberText;
  /** The option that excludes all others, as "none of these". */
  alone?: string;
}

/** Whole steps from the lowest to the highest; titles of some or all steps. Its options are the steps. */
export interface ScaleQuestion extends Asked {
  kind: 'scale';
  options: Option[];
  feeds?: Tie;
}

/** Rows that are judged by the same options; each row may feed a question of its own. */
export interface MatrixQuestion extends OfOptions {
  kind: 'matrix';
  rows: { id: string; title: Title; feeds?: Tie }[];
}

export interface NumberQuestion extends Asked {
  kind: 'number';
  least?: NumberText;
  most?: NumberText;
  places: NumberText;
  unit?: Title;
}

export interface DateQuestion extends Asked {
  kind: 'date';
  from?: string;
  to?: string;
}

export interface TextQuestion extends Asked {
  kind: 'text';
  /** Characters. */
  longest: NumberText;
}

export type Question = SingleQuestion | MultipleQuestion | ScaleQuestion | MatrixQuestion | NumberQuestion | DateQuestion | TextQuestion;

/** What is shown at a time, and saved together. */
export interface Page {
  id: string;
  title: Title;
  introduction?: Title;
  /** Whether its questions are shown in an order of their own for each form. */
  shuffled: boolean;
  questions: Question[];
}

/** Why personal data are asked, and for how long they are kept: said at the door of each form (Law 91/2025/QH15). */
export interface Consent {
  purpose: Title;
  /** Days after the survey's closing until contact data are erased. */
  keptDays: NumberText;
  /** What a respondent agrees to, where it is asked expressly. */
  agrees?: Title;
}

/** A form of the survey for one group of respondents, in normal form, with what it takes from its edition written out. */
export interface Questionnaire {
  format: typeof QUESTIONNAIRE_FORMAT;
  /** The edition that it stands beside. */
  scheme: string;
  /** A group of the edition's survey, or `all`. */
  group: string;
  title: Title;
  status: SchemeStatus;
  /** Whom the form asks about: "Ủy ban nhân dân tỉnh". */
  about?: Title;
  introduction?: Title;
  consent: Consent;
  note?: unknown;
  /** Seed of every order that is shuffled. */
  seed?: string;
  pages: Page[];
}
