import type { Cell } from './cell.ts';
import { type Changes, type FieldValue, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import type { Sheet } from './fold.ts';

/** A field that somebody else changed after what the writer saw. */
export interface Conflict {
  readonly field: string;
  /** The value the writer sent. */
  readonly yours: FieldValue;
  /** The present value; null if it was removed. */
  readonly theirs: FieldValue;
  /** The entry of the present value. */
  readonly seq: number;
}

/** Those of the named fields of a cell that an entry after `base` changed. */
const changedSince = (cell: Cell | undefined, fields: readonly string[], changes: Changes, base: number): Conflict[] =>
  fields.flatMap((field): Conflict[] => {
    const seq = cell?.seqs[field];
    if (seq === undefined || seq <= base) return [];
    return [{ field, yours: changes[field] ?? null, theirs: cell?.fields[field] ?? null, seq }];
  });

/** Fields of `changes` that an effective entry after `base` changed to another value. */
export const conflictsOf = (cell: Cell | undefined, changes: Changes, base: number): Conflict[] => changedSince(cell, Object.keys(changes), changes, base);

/** Everything of a target that was changed after `base`, at any stage and field: a verdict applies to all that was seen. */
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
