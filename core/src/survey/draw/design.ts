import type { NumberText } from '../../quantity/number-text.ts';
import type { Title } from '../../text/title.ts';
import type { FrameColumns, StratumColumn } from '../frame/types.ts';

export const DRAW_DESIGN_FORMAT = 'parindex-draw-design/1';

/** How units are chosen among those of one list: each sample with the same chance; at equal steps; at equal steps with chances in proportion to households. */
export const DRAW_METHODS = ['simple', 'systematic', 'pps'] as const;
export type DrawMethod = (typeof DRAW_METHODS)[number];

/** Stages that every frame has; others are named by the frame's column of their codes. */
export const CLUSTER = 'cluster';
export const HOUSEHOLD = 'household';

/** What is counted of a stratum: its units of the first stage, or its households. */
export const COUNTED_OF = ['units', 'households'] as const;
export type CountedOf = (typeof COUNTED_OF)[number];

/** A number that belongs to one stratum, named by its values in the order of the columns. */
export interface OfStratum {
  stratum: string[];
  value: NumberText;
}

/** How a total is shared out among strata; `minimum` goes to each first, as far as it has as many. */
export type Allocation =
  | { by: 'equal'; minimum: NumberText }
  | { by: 'proportional'; of: CountedOf; minimum: NumberText }
  /** By size times standard deviation (Neyman 1934): what varies more is asked more. */
  | { by: 'neyman'; of: CountedOf; minimum: NumberText; deviations: OfStratum[] };

/** How many units of the first stage are drawn. */
export type SampleSize =
  /** The same in each stratum, or as its own entry says. */
  | { kind: 'fixed'; count?: NumberText; counts: OfStratum[] }
  | { kind: 'total'; count: NumberText; allocation: Allocation }
  /** By margin of error: units of the last stage, shared out over first units by what each takes. */
  | { kind: 'yamane'; margin: NumberText; allocation: Allocation };

export interface Stage {
  /** `cluster`, `household`, or the frame's column of a unit above the cluster. */
  unit: string;
  method: DrawMethod;
  /** How many are taken in each unit drawn before; all where it has no more. Not said of the first stage, whose number is the sample's size. */
  take?: NumberText;
  /** How many stand ready to replace others, in order, in each list that is drawn from. */
  reserves: NumberText;
}

/** A draw as it is declared before it is held. */
export interface DrawDesign {
  format: typeof DRAW_DESIGN_FORMAT;
  title: Title;
  strata: StratumColumn[];
  size: SampleSize;
  stages: Stage[];
}

/** What a frame must tell for a design. */
export const frameColumns = ({ strata, stages }: Pick<DrawDesign, 'strata' | 'stages'>): FrameColumns => ({
  strata,
  upper: stages.map(({ unit }) => unit).filter((unit) => unit !== CLUSTER && unit !== HOUSEHOLD),
});
