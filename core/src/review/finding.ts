import type { PartStanding } from '../ledger/part.ts';
import type { NumberText } from '../quantity/number-text.ts';
import type { FractionText } from '../scoring/result.ts';
import type { Proof } from './proof.ts';

/** Without mending it the sheet cannot go out; it goes out with a justification; it is told, and people decide. The hardest first. */
export const SEVERITIES = ['mustMend', 'mustExplain', 'told'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Everything that the check before sending looks for, in the order in which equals are told. */
export const FINDING_CODES = [
  'unanswered',
  'incomplete',
  'notApproved',
  'partOverWhole',
  'divisionByZero',
  'percentOutOfRange',
  'dateOutsideYear',
  'figureFarFromPast',
  'notArisenRefused',
  'notArisenContradicted',
  'notArisenUnproven',
  'fullFromNothing',
  'lastYearDiffers',
  'justificationSaysNothing',
  'pointsWithoutProof',
  'pointsFarFromPast',
  'pastOverWhole',
  'notArisen',
  'sameJustification',
  'sourceWithoutDocument',
  'documentHint',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What the sentence of a finding needs; values as they were declared, days as yyyy-mm-dd. */
export interface DetailsOf extends Record<FindingCode, object> {
  /** As the item's explanation names them. */
  readonly unanswered: { readonly missing: readonly string[] };
  readonly incomplete: { readonly missing: readonly string[] };
  /** Whose hands it is in, by name; null: nothing was entered yet. */
  readonly notApproved: { readonly departments: readonly string[]; readonly standing: PartStanding | null };
  readonly partOverWhole: { readonly part: string; readonly partValue: NumberText; readonly whole: string; readonly wholeValue: NumberText };
  readonly divisionByZero: { readonly figures: readonly string[] };
  readonly percentOutOfRange: { readonly figure: string; readonly value: NumberText };
  readonly dateOutsideYear: { readonly figure: string; readonly value: string; readonly first: string; readonly last: string };
  readonly figureFarFromPast: { readonly figure: string; readonly now: NumberText; readonly before: NumberText; readonly difference: FractionText };
  /** Figures of 0 that find nothing. */
  readonly notArisenRefused: { readonly figures: readonly string[] };
  /** Figures above 0, beside which nothing can be said not to have arisen. */
  readonly notArisenContradicted: { readonly figures: readonly { readonly figure: string; readonly value: NumberText }[] };
  readonly notArisenUnproven: { readonly lacks: readonly Proof[] };
  readonly fullFromNothing: { readonly points: FractionText; readonly lacks: readonly Proof[] };
  readonly lastYearDiffers: { readonly figure: string; readonly now: NumberText; readonly before: NumberText };
  readonly justificationSaysNothing: { readonly text: string };
  readonly sameJustification: { readonly text: string; readonly items: readonly string[] };
  readonly pointsWithoutProof: { readonly points: FractionText };
  readonly sourceWithoutDocument: { readonly points: FractionText };
  readonly pointsFarFromPast: { readonly now: FractionText; readonly before: FractionText };
  readonly pastOverWhole: { readonly figure: string };
  /** Documents by their names, null where the reader does not see one; null of the ground: the edition does not say. */
  readonly notArisen: { readonly reason: string; readonly documents: readonly (string | null)[]; readonly legalBasis: string | null };
  /** A document by its name, and what does not fit in it, said already for the reader. */
  readonly documentHint: { readonly document: string; readonly name: string; readonly hint: string; readonly text: string };
}

/** Where a finding leads: to an item, to a figure within it. */
export interface Where {
  readonly item: string | null;
  readonly figure: string | null;
}

interface FindingBase {
  readonly severity: Severity;
  readonly where: Where;
  /** Codes of the items whose points hang on it, in the scheme's order. */
  readonly items: readonly string[];
  /** Points that are lost, or that rest on it; null where it says nothing of points. */
  readonly costs: FractionText | null;
}

/** One thing that the check before sending found. */
export type Finding = { readonly [C in FindingCode]: FindingBase & { readonly code: C; readonly details: DetailsOf[C] } }[FindingCode];
