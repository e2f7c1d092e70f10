import type { Changes, FieldValue, Target } from '@parindex/core/ledger/entry';
import type { WorkbookPreview } from './queries/workbooks.ts';

interface WorkbookEntry {
  readonly target: Target;
  readonly changes: Changes;
  /** The base of the entry: the workbook's state, or the present one if both versions were shown. */
  readonly base: number;
}

type Conflict = WorkbookPreview['conflicts'][number];

export const conflictKey = ({ target, field }: Pick<Conflict, 'target' | 'field'>): string => `${target.kind} ${target.id} ${field}`;

/** One entry for each item or figure: the workbook's changes, and the conflicts decided in its favour. */
export function entriesOf({ changes, conflicts, base, seq }: WorkbookPreview, isKept: (conflict: Conflict) => boolean): WorkbookEntry[] {
  if (base === null) return [];
  const kept = conflicts.filter(isKept);
  const wanted = [...changes.map((change) => ({ ...change, seen: base })), ...kept.map((conflict) => ({ ...conflict, seen: seq }))];
  return [...Map.groupBy(wanted, ({ target }) => `${target.kind} ${target.id}`).values()].map((group) => ({
    target: (group[0] as (typeof wanted)[number]).target,
    changes: Object.fromEntries(group.map(({ field, after }): [string, FieldValue] => [field, after])),
    base: Math.max(...group.map(({ seen }) => seen)),
  }));
}
