import type { FractionText } from '../../scoring/result.ts';
import type { Answers } from '../answers/types.ts';

/** How a response came about, as far as its quality is judged by it; nothing of it says who answered. */
export interface ResponseFacts {
  readonly id: string;
  /** Which form was answered. */
  readonly form: string;
  readonly stratum: string;
  readonly answers: Answers;
  /** Ids of the questions that were shown. */
  readonly asked: ReadonlySet<string>;
  /** Whole seconds from the first page to the last; null where nobody measured, as on paper. */
  readonly durationSeconds: number | null;
  /** The same by page, where it was measured. */
  readonly perPageSeconds?: Readonly<Record<string, number>>;
  /** 0–23, by the clock of the place. */
  readonly startedHour: number | null;
  /** A hash that tells devices apart and nothing of them. */
  readonly device: string | null;
  /** A hash that tells places apart (coordinates rounded before they were hashed). */
  readonly place: string | null;
  /** Whole metres from the place that was assigned. */
  readonly metresAway: number | null;
  /** null: the respondent answered alone. */
  readonly interviewer: string | null;
  /** Mean weight of its tied answers (`scoreOfAnswers`). */
  readonly score: FractionText | null;
}
