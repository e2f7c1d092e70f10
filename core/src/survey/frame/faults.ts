import type { Details } from '../../words/texts.ts';

/** Everything that can be wrong with the lines of a frame. */
export const FRAME_FAULT_CODES = [
  'columnMissing',
  'columnTwice',
  'cellBeyond',
  'noLines',
  'empty',
  'formula',
  'controlCharacter',
  'notText',
  'tooLong',
  'notWhole',
  'negative',
  'tooLarge',
  'codeTwice',
  'stratumUnknown',
  'unitInTwoStrata',
  'clusterUnknown',
  'householdTwice',
  'householdsDiffer',
] as const;
export type FrameFaultCode = (typeof FRAME_FAULT_CODES)[number];

export interface FrameFault {
  readonly code: FrameFaultCode;
  /** The line of the file, from 1. */
  readonly line: number;
  /** The column as the head calls it; '' for the whole line. */
  readonly column: string;
  readonly details: Details;
}

/** Faults of a frame, in the order in which they were found; `more` were found beyond those listed. */
export interface FrameFaults {
  readonly faults: readonly FrameFault[];
  readonly more: number;
}

/** More faults than this are counted, not listed: whoever mends a file of a million lines does not read a million sentences. */
export const MOST_FRAME_FAULTS = 1_000;

/** Gathers the faults of a frame. */
export class FrameFaultList {
  readonly faults: FrameFault[] = [];
  #count = 0;

  add(code: FrameFaultCode, line: number, column: string, details: Details = {}): void {
    this.#count += 1;
    if (this.faults.length < MOST_FRAME_FAULTS) this.faults.push({ code, line, column, details });
  }

  get none(): boolean {
    return this.#count === 0;
  }

  get result(): FrameFaults {
    return { faults: this.faults, more: this.#count - this.faults.length };
  }
}
