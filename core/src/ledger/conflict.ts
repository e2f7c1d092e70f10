import type { Cell } from './cell.ts';
import { type Changes, type FieldValue, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import type { Sheet } from './fold.ts';

/** A field that somebody else changed after what the writer had seen. */
export interface Conflict {
  readonly field: string;
  /** What the writer wants. */
  readonly yours: FieldValue;
  /** What stands there now; null where it was taken away. */
  readonly theirs: FieldValue;
  /** The entry that brought it. */
  readonly seq: number;
}

/** Fields of a cell that an entry after `base` changed, of those named. */
const changedSince = (cell: Cell | undefined, fields: readonly string[], changes: Changes, base: number): Conflict[] =>
  fields.flatMap((field): Conflict[] => {
    const seq = cell?.seqs[field];
    if (seq === undefined || seq <= base) return [];
    return [{ field, yours: changes[field] ?? null, theirs: cell?.fields[field] ?? null, seq }];
  });

/** Fields of `changes` that an effective entry after `base` changed to something else. */
export const conflictsOf = (cell: Cell | undefined, changes: Changes, base: number): Conflict[] => changedSince(cell, Object.keys(changes), changes, base);

/** All that was changed of a target after `base`, in any stage and field: a verdict is given of the whole as it was seen. */
export const conflictsOfTarget = (
  { columns }: Pick<Sheet, 'columns'>,
  target: Target,
  changes: Changes,
  base: number,
): (Conflict & { readonly stage: Stage })[] =>
  STAGES.flatMap((stage) => {
    const cell = columns[stage].get(targetKey(target));
    return changedSince(cell, Object.keys(cell?.seqs ?? {}), changes, base).map((conflict) => ({ ...conflict, stage }));
  });
