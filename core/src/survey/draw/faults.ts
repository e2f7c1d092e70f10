import type { Details } from '../../words/texts.ts';
import { SEED_FAULT_CODES } from './seed.ts';

/** Why a draw cannot be held: the seed, or a design that does not fit the frame. */
export const DRAW_FAULT_CODES = [
  ...SEED_FAULT_CODES,
  'columnsDiffer',
  'stratumNotInFrame',
  'countMissing',
  'deviationMissing',
  'tooFewUnits',
  'minimaOverTotal',
  'totalOverFrame',
] as const;
export type DrawFaultCode = (typeof DRAW_FAULT_CODES)[number];

export interface DrawFault {
  readonly code: DrawFaultCode;
  readonly details: Details;
}
