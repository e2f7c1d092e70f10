import { type Cell, changeCell, layOver } from './cell.ts';
import { type FieldValue, type FoldedEntry, type Target, targetKey } from './entry.ts';

/**
 * The state of a part assigned to a department: entered by its specialist, submitted to its leader, passed by the head of a division, returned,
 * approved by the department's leader (from then on it counts), changed by the body beside what was approved, reviewed by
 * the body.
 */
export const PART_STANDINGS = ['entered', 'submitted', 'passed', 'returned', 'approved', 'changed', 'reviewed'] as const;
export type PartStanding = (typeof PART_STANDINGS)[number];

/** Standings in which the approved values are part of the sheet. */
export const COUNTING: readonly PartStanding[] = ['approved', 'changed', 'reviewed'];

/** An item or figure assigned to a department: its fields are proposed and do not count yet. */
export interface Part extends Cell {
  readonly standing: PartStanding;
  /** The entry that led to this standing. */
  readonly seq: number;
}

/** Whether a part counts: approved by its leader and not returned since. */
export const counts = (part: Pick<Part, 'standing'> | undefined): boolean => part !== undefined && COUNTING.includes(part.standing);

const NOTHING: Pick<Cell, 'fields' | 'seqs'> = { fields: {}, seqs: {} };

/** A cell with its proposal laid over it; undefined if both are empty. */
const withProposal = (cell: Cell | undefined, part: Part | undefined): Cell | undefined =>
  part && Object.keys(part.seqs).length > 0 ? layOver(cell, part) : cell;

/** A column with the proposals of parts laid over it. */
export function withProposals(column: ReadonlyMap<string, Cell>, parts: Iterable<Part>): ReadonlyMap<string, Cell> {
  const laid = new Map(column);
  for (const part of parts) {
    const key = targetKey(part.target);
    const cell = withProposal(laid.get(key), part);
    if (cell) laid.set(key, cell);
  }
  return laid;
}

/** A part's proposal as the changes of the entry that accepts it; null removes a value. */
export const proposedChanges = ({ fields, seqs }: Cell): Record<string, FieldValue> =>
  Object.fromEntries(Object.keys(seqs).map((field) => [field, fields[field] ?? null]));

/** The changes that take what counted out of the sheet: every present field as null. */
export const takenOut = (cell: Cell | undefined): Record<string, FieldValue> =>
  Object.fromEntries(Object.keys(cell?.fields ?? {}).map((field) => [field, null]));

/**
 * A part after an entry on its target; undefined where it was never assigned to a department.
 * @param standing what counted before the entry
 */
export function partAfter(part: Part | undefined, standing: Cell | undefined, entry: FoldedEntry & { readonly target: Target }): Part | undefined {
  const { act, standing: effect, target, changes, seq } = entry;
  const kept = { target, fields: part?.fields ?? NOTHING.fields, seqs: part?.seqs ?? NOTHING.seqs };
  switch (act) {
    case 'propose':
      return { ...changeCell(part, target, changes, seq), standing: 'entered', seq };
    case 'submit':
      return { ...kept, standing: 'submitted', seq };
    case 'recall':
      return { ...kept, standing: 'entered', seq };
    case 'accept':
      if (effect === 'proposed') return { ...kept, standing: 'passed', seq };
      return { target, ...NOTHING, standing: counts(part) && Object.keys(changes).length === 0 ? 'reviewed' : 'approved', seq };
    case 'return': {
      if (effect === 'proposed') return { ...kept, standing: 'returned', seq };
      // What counted goes back to its author as a proposal, to be corrected.
      const all = withProposal(standing, part) ?? kept;
      const seqs = Object.fromEntries(Object.keys(all.fields).map((field) => [field, seq]));
      return { target, fields: all.fields, seqs, standing: 'returned', seq };
    }
    case 'declare':
      return part && counts(part) ? { ...part, standing: 'changed', seq } : part;
    default:
      return part;
  }
}
