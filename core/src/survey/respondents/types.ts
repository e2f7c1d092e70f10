import type { InBoth } from '../../words/texts.ts';

/** What a list of respondents says of each, by its columns; the ordinal number is read over. */
export const RESPONDENT_COLUMNS = ['number', 'name', 'position', 'unit', 'group', 'phone', 'mail', 'address', 'note'] as const;
export type RespondentColumn = (typeof RESPONDENT_COLUMNS)[number];

/** A line of a unit's file, with its cells as texts. */
export interface RespondentRow {
  /** From 1, as a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The places, from 0, of cells that are formulas: what a program computed, nobody has written. */
  readonly formulas?: readonly number[];
}

export interface Respondent {
  readonly line: number;
  readonly name: string;
  readonly position: string | null;
  readonly unit: string | null;
  /** The id of a group of the edition's survey. */
  readonly group: string;
  /** E.164: "+84912345678". */
  readonly phone: string | null;
  /** In lower case. */
  readonly mail: string | null;
  /** Where a printed letter reaches them. */
  readonly address: string | null;
  readonly note: string | null;
}

/** A group of respondents that the round asks. */
export interface RespondentGroup {
  readonly id: string;
  readonly title: InBoth;
}
