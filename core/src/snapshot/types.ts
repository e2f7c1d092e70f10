import type { NumberText } from '../quantity/number-text.ts';
import type { Answer, Estimate } from '../rules/inputs.ts';
import type { Scheme } from '../scheme/types.ts';

export const SNAPSHOT_FORMAT = 'parindex-snapshot/1';
export const SNAPSHOT_LINES_FORMAT = 'parindex-snapshot-lines/1';
/** `claimedNotApplicable`: the body says that nothing arose, and nobody has confirmed it; the others are decided. */
export const SHEET_STATES = ['notApplicable', 'notAccepted', 'claimedNotApplicable'] as const;
/** That an item's figures find nothing (a whole of 0 under `whenNothing: notApplicable`) is the body's word, which nobody has confirmed. */
export const NOTHING_FOUND = ['claimed'] as const;
export const ADMISSIONS = ['admitted', 'notAdmitted'] as const;

export interface Body {
  /** Identity for ever. */
  id: string;
  /** That year's label; codes pass from body to body. */
  code: string | null;
  name: string;
  type?: string;
  block: string | null;
  ranked: boolean;
  admission: { state: (typeof ADMISSIONS)[number]; reason?: string };
}

export interface Exclusion {
  body: string;
  item: string;
  legalBasis: string;
}

export interface DeclaredFigure {
  /** A shortest number text, a date or a truth, by the figure's type. */
  value: string | boolean;
  source?: string;
  date?: string;
  vintage?: string;
}

export interface SheetEntry {
  answer?: Answer;
  state?: (typeof SHEET_STATES)[number];
  reason?: string;
  whenNothing?: (typeof NOTHING_FOUND)[number];
}

export interface PreviousBody {
  figures: Record<string, DeclaredFigure>;
  items: Record<string, NumberText>;
}

export type BodyFigures = Record<string, DeclaredFigure>;
export type BodySheet = Record<string, SheetEntry>;
export type BodyEstimates = Record<string, Record<string, Estimate>>;

export interface Round {
  id: string;
  year: NumberText;
}

/** Everything that decides a round's numbers, in normal form. */
export interface Snapshot {
  format: typeof SNAPSHOT_FORMAT;
  scheme: Scheme;
  round: Round;
  bodies: Body[];
  exclusions: Exclusion[];
  figures: Record<string, BodyFigures>;
  sheets: Record<string, BodySheet>;
  estimates: Record<string, BodyEstimates>;
  previous?: { round: string; bodies: Record<string, PreviousBody> };
}

/** All of one body: what a line of a large round holds. */
export interface BodyData {
  body: Body;
  figures: BodyFigures | undefined;
  sheet: BodySheet | undefined;
  estimates: BodyEstimates | undefined;
  previous: PreviousBody | undefined;
}
