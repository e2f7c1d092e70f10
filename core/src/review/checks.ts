import type { NumberText } from '../quantity/number-text.ts';
import type { FindingCode, Severity } from './finding.ts';

export const CHECKS_FORMAT = 'parindex-checks/1';

/** How far a figure may lie from last year's: it is far where it exceeds both, a share of last year's value and a plain difference. */
export interface Distance {
  readonly relative: NumberText;
  readonly absolute: NumberText;
}

/** Between which years a date may lie: so many before and after the one that is assessed. */
export interface DateSpan {
  readonly figure: string;
  readonly yearsBefore: NumberText;
  readonly yearsAfter: NumberText;
}

/** A figure of the year before, and the figure by which that year's body declared it. */
export interface LastYear {
  readonly figure: string;
  readonly of: string;
}

/** What an edition declares for the check before sending, in normal form (schemes/<edition>/checks.json). */
export interface SheetChecks {
  readonly format: typeof CHECKS_FORMAT;
  /** The edition's id. */
  readonly scheme: string;
  readonly note?: unknown;
  /** Where it is not each kind's own. */
  readonly severity: { readonly [C in FindingCode]?: Severity };
  /** Items that others answer, though they are appraised: none is missed before sending. */
  readonly notAsked: readonly string[];
  /** Besides the shares that the scheme itself refuses over their whole. */
  readonly partOfWhole: readonly { readonly part: string; readonly whole: string }[];
  /** Figures whose unit is percent of a whole. */
  readonly percentages: readonly string[];
  /** Dates that may lie outside the year. */
  readonly dates: readonly DateSpan[];
  /** Held against what was declared last year. */
  readonly lastYear: readonly LastYear[];
  readonly farFromPast: {
    readonly figures: Distance;
    /** As a share of the item's maximum. */
    readonly points: NumberText;
    readonly own: readonly (Distance & { readonly figure: string })[];
    readonly notCompared: readonly string[];
  };
}

/** The house's own thresholds: no decision is known that names any. */
export const HOUSE_DISTANCE: Distance = { relative: '0.5', absolute: '10' };
export const HOUSE_POINTS_DISTANCE: NumberText = '0.5';

/** What holds for an edition that declares nothing. */
export const defaultChecks = (scheme: string): SheetChecks => ({
  format: CHECKS_FORMAT,
  scheme,
  severity: {},
  notAsked: [],
  partOfWhole: [],
  percentages: [],
  dates: [],
  lastYear: [],
  farFromPast: { figures: HOUSE_DISTANCE, points: HOUSE_POINTS_DISTANCE, own: [], notCompared: [] },
});
