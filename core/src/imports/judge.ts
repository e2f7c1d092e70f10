import type { ImportedValue, ReadRow } from './read-rows.ts';
import { sameImported } from './read-rows.ts';
import type { BatchRefusalCode } from './refusals.ts';
import { type BatchTarget, batchKey } from './targets.ts';

/**
 * What becomes of a row: it is new or later than what stands (`change`); says what stands already (`same`); or is left for
 * a person to choose, since it is earlier than what stands (`older`), of the same day and says something else
 * (`sameDay`), or would lie over what the body has declared itself (`bodysOwn`).
 */
export const ROW_OUTCOMES = ['change', 'same', 'older', 'sameDay', 'bodysOwn'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Outcomes that nobody writes but by choosing them, with a reason. */
export const CHOSEN: ReadonlySet<RowOutcome> = new Set(['older', 'sameDay', 'bodysOwn']);

/** What stands for a figure or question now. */
export interface CurrentFigure {
  readonly told: Omit<ImportedValue, 'source' | 'date'> & { readonly source: string | null; readonly date: string | null };
  /** Declared by the body itself, not brought from elsewhere. */
  readonly own: boolean;
}

export interface JudgedRow extends ReadRow {
  readonly outcome: RowOutcome;
  readonly before: CurrentFigure | undefined;
}

export interface GateRefusal {
  readonly line: number;
  readonly reason: BatchRefusalCode;
}

export interface JudgedRows {
  readonly rows: readonly JudgedRow[];
  /** Rows that the sheet or the calendar does not take now. */
  readonly shut: readonly GateRefusal[];
}

/** Holds what rows say against what stands. `shut` says why a body's figure takes nothing now; undefined where it does. */
export function judgeRows(
  said: readonly ReadRow[],
  standing: (key: string) => CurrentFigure | undefined,
  shut: (body: string, target: BatchTarget) => BatchRefusalCode | undefined,
): JudgedRows {
  const rows: JudgedRow[] = [];
  const refused: GateRefusal[] = [];
  for (const row of said) {
    const before = standing(batchKey(row.body, row.target));
    const outcome = outcomeOf(row.imported, before);
    const reason = outcome === 'same' ? undefined : shut(row.body, row.target);
    if (reason === undefined) rows.push({ ...row, outcome, before });
    else refused.push({ line: row.line, reason });
  }
  return { rows, shut: refused };
}

function outcomeOf(told: ImportedValue, before: CurrentFigure | undefined): RowOutcome {
  if (!before) return 'change';
  if (before.own) return before.told.value === told.value ? 'same' : 'bodysOwn';
  const { source, date } = before.told;
  // What was brought without its day, or lost it lawfully, is earlier than any.
  if (date === null) return 'change';
  if (told.date > date) return 'change';
  if (told.date < date) return 'older';
  return sameImported(told, { ...before.told, source: source ?? told.source, date }) ? 'same' : 'sameDay';
}
