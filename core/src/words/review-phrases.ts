import type { PartStanding } from '../ledger/part.ts';

/** What the check before sending says, in one language. Figures stand in quotes, values are written for people already. */
export interface ReviewPhrases {
  unanswered(missing: string): string;
  incomplete(missing: string): string;
  notApproved(departments: string, standing: PartStanding | null): string;
  partOverWhole(part: string, partValue: string, whole: string, wholeValue: string): string;
  divisionByZero(figures: string): string;
  percentOutOfRange(figure: string, value: string): string;
  dateOutsideYear(figure: string, value: string, first: string, last: string): string;
  /** `difference` without its sign. */
  figureFarFromPast(figure: string, now: string, before: string, difference: string, more: boolean): string;
  pointsWithoutProof(points: string): string;
  pointsFarFromPast(now: string, before: string): string;
  pastOverWhole(figure: string): string;
  documentHint(name: string, text: string): string;
}
