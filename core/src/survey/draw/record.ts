import type { NumberText } from '../../quantity/number-text.ts';
import { hashOf } from '../../reading/normal-form.ts';
import type { DrawDesign } from './design.ts';

export const DRAW_FORMAT = 'parindex-draw/1';

/** A unit that was drawn, at any stage; those of a stage below follow it. */
export interface DrawnUnit {
  /** The stage's unit, as the design calls it. */
  unit: string;
  stratum: string[];
  /** The codes of the units above and its own, from the first stage down. */
  path: string[];
  name?: string;
  /** From 1, in the list that it was drawn from; reserves by themselves. */
  order: NumberText;
  /** Whether it stands ready to replace another of its list. */
  reserve: boolean;
  /** Whether it is in the sample: neither a reserve nor in a unit that is one. */
  sample: boolean;
  /** The chance to be in the sample (of a reserve too: the one that it had), as a fraction "n/d": in its list, once the units above are drawn. */
  probability: string;
  /** The same over all stages. */
  overall: string;
}

/** A stratum as it was drawn from. */
export interface DrawnStratum {
  stratum: string[];
  /** Units of the first stage, and their households. */
  units: NumberText;
  households: NumberText;
  /** How many units of the first stage were drawn. */
  drawn: NumberText;
}

/** A unit that has fewer units within it than were to be taken. */
export interface ShortUnit {
  path: string[];
  wanted: NumberText;
  has: NumberText;
}

/** A draw that was held: whoever has the frame works it out again. */
export interface DrawRecord {
  format: typeof DRAW_FORMAT;
  /** The hash of the frame. */
  frame: string;
  design: DrawDesign;
  designHash: string;
  seed: string;
  strata: DrawnStratum[];
  units: DrawnUnit[];
  short: ShortUnit[];
  /** SHA-256 over all the rest, in hex. */
  hash: string;
}

/** The hash of a record: over its RFC 8785 text without the hash itself. */
export const hashOfDraw = ({ hash: _, ...rest }: Omit<DrawRecord, 'hash'> & { readonly hash?: string }): string => hashOf(rest);
