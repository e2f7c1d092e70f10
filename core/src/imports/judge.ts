import type { ImportedValue, ReadRow } from './read-rows.ts';
import { sameImported } from './read-rows.ts';
import type { BatchRefusalCode } from './refusals.ts';
import { type BatchTarget, batchKey } from './targets.ts';

/**
 * The outcome of a row: new or later than the present value (`change`); equal to it (`same`); or left for a person to
 * choose, since it is earlier (`older`), of the same day with another value (`sameDay`), or would replace what the body
 * declared itself (`bodysOwn`).
 */
export const ROW_OUTCOMES = ['change', 'same', 'older', 'sameDay', 'bodysOwn'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Outcomes that are only written if chosen, with a reason. */
export const CHOSEN: ReadonlySet<RowOutcome> = new Set(['older', 'sameDay', 'bodysOwn']);

/** The present value of a figure or question. */
export interface CurrentFigure {
  readonly told: Omit<ImportedValue, 'source' | 'date'> & { readonly source: string | null; readonly date: string | null };
  /** Declared by the body itself, not imported. */
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
  /** Rows that the sheet or the calendar does not accept now. */
  readonly shut: readonly GateRefusal[];
}

/** Compares rows with the present values. `shut` gives the reason why a body's figure accepts nothing now; undefined if it does. */
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
  // A value without a day counts as earlier than any.
  if (date === null) return 'change';
  if (told.date > date) return 'change';
  if (told.date < date) return 'older';
  return sameImported(told, { ...before.told, source: source ?? told.source, date }) ? 'same' : 'sameDay';
}
