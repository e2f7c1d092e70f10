import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { list, object, required, text, textMatching } from '../reading/shape.ts';
import { type PrintedRow, printedColumns, sourceIn } from './row-shape.ts';
import type { Level, Source } from './types.ts';

/** A row of `editions.csv`. */
interface EditionRow extends PrintedRow {
  decision: string;
  decided_on: string;
  source: string;
}

const rows = list(
  object<EditionRow>({ ...printedColumns, decision: required(text), decided_on: required(textMatching(/^20\d\d-\d\d-\d\d$/)), source: required(text) }),
);

/** From which year on a level is assessed by another edition of the scheme, as far as that is known. */
export interface EditionChange {
  readonly year: number;
  readonly level: Level;
  readonly decision: string;
  /** The day of the decision. */
  readonly on: string;
  readonly source: Source;
}

/** Reads from when editions hold (rows of `readCsv`), or says what is wrong: one a level and year. */
export function readEditionChanges(
  raw: Raw,
  found = new Faults(),
): { editions: readonly EditionChange[]; faults?: never } | { editions?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const drafts = (rows.read(raw, ROOT, faults) ?? []) as EditionRow[];
  if (!faults.none) return { faults };
  const seen = new Set<string>();
  drafts.forEach(({ year, level }, index) => {
    if (seen.has(`${level} ${year}`)) faults.add('duplicateId', at(ROOT, index, 'year'), { found: year });
    seen.add(`${level} ${year}`);
  });
  if (!faults.none) return { faults };
  return {
    editions: drafts.map((row) => ({
      year: Number(row.year),
      level: row.level,
      decision: row.decision,
      on: row.decided_on,
      source: sourceIn(row, row.source),
    })),
  };
}

/** Where the years of a series go over from one edition to another: figures on both sides are not by the same measure. The newest first. */
export const changesWithin = (editions: readonly EditionChange[], level: Level, years: readonly number[]): EditionChange[] =>
  editions
    .filter((edition) => edition.level === level && years.some((year) => year < edition.year) && years.some((year) => year >= edition.year))
    .toSorted((a, b) => b.year - a.year);
