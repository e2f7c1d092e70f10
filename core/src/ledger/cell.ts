import { emptyObject } from '../reading/raw.ts';
import type { Changes, FieldValue, Target } from './entry.ts';

/** What stands in a sheet for one item or figure at one stage. */
export interface Cell {
  readonly target: Target;
  readonly fields: Readonly<Record<string, Exclude<FieldValue, null>>>;
  /** The entry that last changed a field, also where it took the value away. */
  readonly seqs: Readonly<Record<string, number>>;
}

/** A cell, or changes in the form of one: null, or no value, where a field is taken away. */
interface Layer extends Pick<Cell, 'target' | 'seqs'> {
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** A cell with another laid over it, which has the last word on every field that it has a seq for. */
export function layOver(cell: Cell | undefined, { target, fields, seqs }: Layer): Cell {
  const laid = Object.assign(emptyObject(), cell?.fields) as Record<string, Exclude<FieldValue, null>>;
  for (const field in seqs) {
    const value = fields[field];
    if (value === null || value === undefined) delete laid[field];
    else laid[field] = value;
  }
  return { target, fields: laid, seqs: Object.assign(emptyObject(), cell?.seqs, seqs) as unknown as Cell['seqs'] };
}

/** A cell with the changes of an entry on it. */
export const changeCell = (cell: Cell | undefined, target: Target, changes: Changes, seq: number): Cell =>
  layOver(cell, { target, fields: changes, seqs: Object.fromEntries(Object.keys(changes).map((field) => [field, seq])) });
