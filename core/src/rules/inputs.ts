import type { NumberText } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';

/** The keys of an answer that rules take (conditions are asked of every item alike). */
export const ANSWER_KEYS = ['points', 'yes', 'level', 'checks'] as const;
export type AnswerKey = (typeof ANSWER_KEYS)[number];

export interface Answer {
  points?: NumberText;
  yes?: boolean;
  level?: string;
  checks?: string[];
  conditions?: Record<string, boolean>;
}

/** A declared figure: as it stands in normal form, and as a number, a day's number or a truth. */
export interface FigureValue {
  readonly text: string | boolean;
  readonly value: Rational | number | boolean;
}
export type FigureValues = Readonly<Record<string, FigureValue>>;

export interface Estimate {
  readonly mean: NumberText;
  readonly answers: NumberText;
}
/** question → group → estimate */
export type Estimates = Readonly<Record<string, Readonly<Record<string, Estimate>>>>;

/** Everything of one body that a rule may look at. */
export interface Inputs {
  readonly figures: FigureValues;
  /** Undefined where the round before does not know the body. */
  readonly previous: FigureValues | undefined;
  readonly estimates: Estimates;
  readonly answer: Answer;
}

/** What a rule looks at, known from the scheme alone. */
export interface Uses {
  /** In the order of the rule's text. */
  readonly figures: readonly string[];
  readonly previous: readonly string[];
  readonly estimates: readonly { readonly question: string; readonly groups: readonly string[] }[];
  readonly answer: readonly AnswerKey[];
}

export const NOTHING_USED: Uses = { figures: [], previous: [], estimates: [], answer: [] };

export const BECAUSE = ['type', 'excluded', 'sheet', 'claimed', 'refused', 'whenNothing', 'whenNoPrevious', 'belowMinimum', 'branch'] as const;
export type Because = (typeof BECAUSE)[number];

/** What a rule says of one body's inputs. Points are as the rule gives them, before any cut. */
export type Outcome =
  | {
      readonly says: 'points';
      readonly points: Rational;
      readonly value: Rational | null;
      readonly band: number | string | null;
      readonly because: Because | null;
    }
  | { readonly says: 'notApplicable'; readonly because: Because }
  | { readonly says: 'notAnswered'; readonly missing: readonly string[]; readonly because: Because | null }
  | ComputingFault;

/** A fault that shows only when the figures are put in. */
export type ComputingFault =
  | { readonly says: 'fault'; readonly code: 'overWhole'; readonly figure: string; readonly previous: boolean }
  | { readonly says: 'fault'; readonly code: 'divisionByZero' };

export const points = (given: Rational, more: { value?: Rational; band?: number | string; because?: Because } = {}): Outcome => ({
  says: 'points',
  points: given,
  value: more.value ?? null,
  band: more.band ?? null,
  because: more.because ?? null,
});

export const notAnswered = (missing: readonly string[], because: Because | null = null): Outcome => ({ says: 'notAnswered', missing, because });
