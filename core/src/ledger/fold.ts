import { emptyObject } from '../reading/raw.ts';
import { type SheetState, stateAfter } from '../round/sheet-states.ts';
import { type Act, type Changes, type FieldValue, type FoldedEntry, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import { type Part, partAfter } from './part.ts';
import { moveCells, type Takeover, takeOver } from './takeover.ts';

/** What stands in a sheet for one item or figure at one stage. */
export interface Cell {
  readonly target: Target;
  readonly fields: Readonly<Record<string, Exclude<FieldValue, null>>>;
  /** The entry that last changed a field, also where it took the value away. */
  readonly seqs: Readonly<Record<string, number>>;
}

/** One column a stage, by target; what departments have in hand; and what state the sheet is in. */
export interface Sheet {
  readonly columns: Readonly<Record<Stage, ReadonlyMap<string, Cell>>>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly state: SheetState;
  /** Of the last entry; 0 where there is none. */
  readonly seq: number;
}

/** A cell with the changes of an entry on it. */
export function changeCell(cell: Cell | undefined, target: Target, changes: Changes, seq: number): Cell {
  const fields = Object.assign(emptyObject(), cell?.fields) as Record<string, Exclude<FieldValue, null>>;
  const seqs = Object.assign(emptyObject(), cell?.seqs) as unknown as Record<string, number>;
  for (const field in changes) {
    const value = changes[field];
    if (value === null || value === undefined) delete fields[field];
    else fields[field] = value;
    seqs[field] = seq;
  }
  return { target, fields, seqs };
}

/**
 * The present sheet: the fold of a sheet's entries in the order of their seq. Proposed entries change its parts alone, until
 * they are accepted. `takeovers`, in their order, are the changes of edition with the seq after which each holds: what
 * stood then moves to its place in the new edition, and what that one does not take is gone.
 */
export function foldSheet(entries: readonly FoldedEntry[], takeovers: readonly Takeover[] = []): Sheet {
  let columns = Object.fromEntries(STAGES.map((stage) => [stage, new Map<string, Cell>()])) as Record<Stage, Map<string, Cell>>;
  let parts = new Map<string, Part>();
  let state: SheetState = 'open';
  let seq = 0;
  let passed = 0;
  const passTakeovers = (before: number) => {
    for (let next = takeovers[passed]; next && next.after < before; next = takeovers[++passed]) {
      columns = takeOver(columns, next);
      parts = moveCells(parts, next);
    }
  };
  for (const entry of entries) {
    passTakeovers(entry.seq);
    seq = entry.seq;
    state = stateAfter(state, entry.act);
    const { target } = entry;
    if (!target) continue;
    const column = columns[entry.stage];
    const key = targetKey(target);
    const part = partAfter(parts.get(key), column.get(key), { ...entry, target });
    if (part) parts.set(key, part);
    if (entry.standing !== 'effective') continue;
    const changes = isVerdict(entry.act) ? pinnedChanges(columns, entry.stage, target, entry.changes) : entry.changes;
    column.set(key, changeCell(column.get(key), target, changes, entry.seq));
  }
  passTakeovers(Number.POSITIVE_INFINITY);
  return { columns, parts, state, seq };
}

const isVerdict = (act: Act): boolean => act === 'appraise' || act === 'conclude';

/**
 * What a verdict brings to its stage: all that it saw of the target, with its own changes on it. So a claim that a body
 * changes later, by an extension, does not slip under a verdict. A justification stays the body's own.
 */
export function pinnedChanges(columns: Sheet['columns'], stage: Stage, target: Target, changes: Changes): Changes {
  const { justification, ...seen } = fieldsAt({ columns }, stage, target);
  return { ...seen, ...changes };
}

/** The fields of a target as a stage sees them: each stage laid over the ones before. */
export function fieldsAt(sheet: Pick<Sheet, 'columns'>, stage: Stage, target: Target): Cell['fields'] {
  const fields = emptyObject() as Record<string, Exclude<FieldValue, null>>;
  for (const earlier of STAGES) {
    const cell = sheet.columns[earlier].get(targetKey(target));
    for (const field in cell?.seqs) {
      const value = cell.fields[field];
      if (value === undefined) delete fields[field];
      else fields[field] = value;
    }
    if (earlier === stage) break;
  }
  return fields;
}
