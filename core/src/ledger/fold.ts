import { emptyObject } from '../reading/raw.ts';
import { type Changes, type FieldValue, type FoldedEntry, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import type { Takeover } from './takeover.ts';

/** What stands in a sheet for one item or figure at one stage. */
export interface Cell {
  readonly target: Target;
  readonly fields: Readonly<Record<string, Exclude<FieldValue, null>>>;
  /** The entry that last changed a field, also where it took the value away. */
  readonly seqs: Readonly<Record<string, number>>;
}

/** One column a stage, by target; and whether the sheet is frozen. */
export interface Sheet {
  readonly columns: Readonly<Record<Stage, ReadonlyMap<string, Cell>>>;
  readonly frozen: boolean;
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
 * The present sheet: the fold of a sheet's entries in the order of their seq. Proposed entries change nothing until
 * they are accepted. `takeovers` are the changes of edition with the seq after which each holds.
 */
export function foldSheet(entries: readonly FoldedEntry[], takeovers: readonly Takeover[] = []): Sheet {
  const columns = Object.fromEntries(STAGES.map((stage) => [stage, new Map<string, Cell>()])) as Record<Stage, Map<string, Cell>>;
  let frozen = false;
  let seq = 0;
  for (const entry of entries) {
    seq = entry.seq;
    if (entry.act === 'freeze') frozen = true;
    else if (entry.act === 'reopen') frozen = false;
    if (entry.standing !== 'effective' || !entry.target) continue;
    const target = followTakeovers(entry.target, entry.edition, takeovers);
    if (!target) continue;
    const column = columns[entry.stage];
    const key = targetKey(target);
    column.set(key, changeCell(column.get(key), target, entry.changes, entry.seq));
  }
  return { columns, frozen, seq };
}

/** Where an entry of an older edition stands in the present one; undefined where the mapping drops it. */
function followTakeovers(target: Target, edition: string, takeovers: readonly Takeover[]): Target | undefined {
  let [here, now]: [Target | undefined, string] = [target, edition];
  for (const takeover of takeovers) {
    if (takeover.from !== now || !here) continue;
    const id: string | null | undefined = (here.kind === 'item' ? takeover.items : takeover.figures)[here.id];
    here = id === null || id === undefined ? undefined : { kind: here.kind, id };
    now = takeover.to;
  }
  return here;
}

/** The fields of a target as a stage sees them: each stage laid over the ones before. */
export function fieldsAt(sheet: Sheet, stage: Stage, target: Target): Cell['fields'] {
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
