import type { BodyKind } from '../bodies/types.ts';
import type { NumberText } from '../quantity/number-text.ts';

export const LEVELS = ['province', 'ministry'] as const satisfies readonly BodyKind[];
export type Level = (typeof LEVELS)[number];

/** found: printed in the source. derived: reckoned from other printed figures. conflict: sources disagree. */
export const FIGURE_STATUSES = ['found', 'derived', 'conflict'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

export const AGGREGATE_KINDS = ['mean', 'regionMean'] as const;
export type AggregateKind = (typeof AGGREGATE_KINDS)[number];

/** Where a figure was read. The address becomes a link only by `linkOf`. */
export interface Source {
  readonly title: string;
  readonly url: string | undefined;
}

interface Printed {
  readonly year: number;
  readonly level: Level;
  /** As it was called where it was printed. */
  readonly name: string;
  /** Exactly as printed: "90" stays apart from "90.00". */
  readonly index: NumberText;
  readonly status: FigureStatus;
  readonly note: string | undefined;
  readonly source: Source;
}

/** The index of one body in one year, from one source. */
export interface PublishedFigure extends Printed {
  /** Id in the registry of bodies. */
  readonly body: string;
  /** What another source prints for the same body and year. */
  readonly rival: NumberText | undefined;
  readonly rank: number | undefined;
  /** The rank was reckoned or inferred, not printed. */
  readonly rankDerived: boolean;
}

/** The mean of a level, or of the provinces of one region, in one year, from one source. */
export interface PublishedMean extends Printed {
  readonly kind: AggregateKind;
}

export interface PublishedHistory {
  readonly figures: readonly PublishedFigure[];
  /** Every year from the first with a figure to the last. */
  readonly years: readonly number[];
}

/** The day on which a body must have been there to have an index of the year. */
export const lastDayOf = (year: number): string => `${year}-12-31`;
