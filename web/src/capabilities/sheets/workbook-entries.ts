import type { Changes, FieldValue, Target } from '@parindex/core/ledger/entry';
import type { WorkbookPreview } from './queries/workbooks.ts';

interface WorkbookEntry {
  readonly target: Target;
  readonly changes: Changes;
  /** What was seen of the target: the workbook's state, or today's where both versions stood side by side. */
  readonly base: number;
}

type Conflict = WorkbookPreview['conflicts'][number];

export const conflictKey = ({ target, field }: Pick<Conflict, 'target' | 'field'>): string => `${target.kind} ${target.id} ${field}`;

/** One entry for each item or figure: what the workbook changes, and of the conflicts those in which its own version is kept. */
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
