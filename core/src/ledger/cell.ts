import { emptyObject } from '../reading/raw.ts';
import type { Changes, FieldValue, Target } from './entry.ts';

/** The values of a sheet for one item or figure at one stage. */
export interface Cell {
  readonly target: Target;
  readonly fields: Readonly<Record<string, Exclude<FieldValue, null>>>;
  /** The entry that last changed a field, even if it removed the value. */
  readonly seqs: Readonly<Record<string, number>>;
}

/** A cell under construction, changed in place. */
interface Laid {
  readonly target: Target;
  readonly fields: Record<string, Exclude<FieldValue, null>>;
  readonly seqs: Record<string, number>;
}

const begin = (cell: Cell | undefined, target: Target): Laid => ({
  target,
  fields: Object.assign(emptyObject(), cell?.fields) as Laid['fields'],
  seqs: Object.assign(emptyObject(), cell?.seqs) as unknown as Laid['seqs'],
});

/** Sets a field; null, or no value, removes it. */
function lay({ fields, seqs }: Laid, field: string, value: FieldValue | undefined, seq: number): void {
  if (value === null || value === undefined) delete fields[field];
  else fields[field] = value;
  seqs[field] = seq;
}

/** A cell with another laid over it, which overrides every field that it has a seq for. */
export function layOver(cell: Cell | undefined, { target, fields, seqs }: Cell): Cell {
  const laid = begin(cell, target);
  for (const field in seqs) lay(laid, field, fields[field], seqs[field] as number);
  return laid;
}

/** A cell after the changes of an entry. */
export function changeCell(cell: Cell | undefined, target: Target, changes: Changes, seq: number): Cell {
  const laid = begin(cell, target);
  for (const field in changes) lay(laid, field, changes[field], seq);
  return laid;
}
