import type { Cell } from './cell.ts';
import type { Changes, FieldValue } from './entry.ts';

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

/** Fields of `changes` that an effective entry after `base` changed to something else. */
export function conflictsOf(cell: Cell | undefined, changes: Changes, base: number): Conflict[] {
  return Object.keys(changes).flatMap((field): Conflict[] => {
    const seq = cell?.seqs[field];
    if (seq === undefined || seq <= base) return [];
    return [{ field, yours: changes[field] as FieldValue, theirs: cell?.fields[field] ?? null, seq }];
  });
}
