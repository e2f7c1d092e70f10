import { emptyObject } from '../reading/raw.ts';
import { type SheetState, stateAfter } from '../round/sheet-states.ts';
import { type Cell, changeCell, layOver } from './cell.ts';
import { type Changes, type FoldedEntry, isRemark, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import { type Part, partAfter } from './part.ts';
import { moveCells, type Takeover, takeOver } from './takeover.ts';

/** One column for each stage, by target; the parts assigned to departments; and the state of the sheet. */
export interface Sheet {
  readonly columns: Readonly<Record<Stage, ReadonlyMap<string, Cell>>>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly state: SheetState;
  /** Of the last entry; 0 if there is none. */
  readonly seq: number;
}

/** A sheet with its own maps, which the fold changes in place. */
interface Folding extends Sheet {
  readonly columns: Readonly<Record<Stage, Map<string, Cell>>>;
  readonly parts: Map<string, Part>;
  state: SheetState;
  seq: number;
}

const eachStage = <T>(make: (stage: Stage) => T): Record<Stage, T> => Object.fromEntries(STAGES.map((stage) => [stage, make(stage)])) as Record<Stage, T>;

/** A sheet without entries. */
export const UNTOUCHED: Sheet = { columns: eachStage(() => new Map()), parts: new Map(), state: 'open', seq: 0 };

/** Applies one entry. A proposal only changes parts until it is accepted; a remark changes nothing. */
function foldEntry(sheet: Folding, entry: FoldedEntry): void {
  sheet.seq = entry.seq;
  sheet.state = stateAfter(sheet.state, entry.act);
  const { target } = entry;
  if (!target) return;
  const column = sheet.columns[entry.stage];
  const key = targetKey(target);
  // Departments work at what is claimed; a verdict that waits for a second person is kept with the entries alone.
  const part = entry.stage === 'claimed' ? partAfter(sheet.parts.get(key), column.get(key), { ...entry, target }) : undefined;
  if (part) sheet.parts.set(key, part);
  if (entry.standing !== 'effective' || isRemark(entry.act)) return;
  const changes = entry.stage !== 'claimed' ? pinnedChanges(sheet, entry.stage, target, entry.changes) : entry.changes;
  column.set(key, changeCell(column.get(key), target, changes, entry.seq));
}

/** A sheet after further entries in the order of their seq. Untouched cells and parts stay the same objects. */
export function foldEntries(sheet: Sheet, entries: readonly FoldedEntry[]): Sheet {
  const folding: Folding = { ...sheet, columns: eachStage((stage) => new Map(sheet.columns[stage])), parts: new Map(sheet.parts) };
  for (const entry of entries) foldEntry(folding, entry);
  return folding;
}

/** A sheet after a change of edition: values move to their new codes, and what the new edition does not accept is dropped. */
export const foldTakeover = (sheet: Sheet, takeover: Takeover): Sheet => ({
  ...sheet,
  columns: takeOver(sheet.columns, takeover),
  parts: moveCells(sheet.parts, takeover),
});

/**
 * The present sheet: the fold of its entries in the order of their seq. `takeovers`, in order, are the changes of edition
 * with the seq after which each applies.
 */
export function foldSheet(entries: readonly FoldedEntry[], takeovers: readonly Takeover[] = []): Sheet {
  let sheet = UNTOUCHED;
  let folded = 0;
  for (const takeover of takeovers) {
    const before = entries.filter(({ seq }, index) => index >= folded && seq <= takeover.after);
    sheet = foldTakeover(foldEntries(sheet, before), takeover);
    folded += before.length;
  }
  return foldEntries(sheet, entries.slice(folded));
}

/**
 * What a verdict writes to its stage: everything that it saw of the target, with its own changes. So a claim changed
 * later, by an extension, does not alter a verdict. A justification remains the body's own.
 */
function pinnedChanges(sheet: Pick<Sheet, 'columns'>, stage: Stage, target: Target, changes: Changes): Changes {
  const { justification, ...seen } = fieldsAt(sheet, stage, target);
  return { ...seen, ...changes };
}

const NONE = emptyObject() as Record<string, never>;

/** The fields of a target at a stage: each stage laid over the earlier ones. */
export function fieldsAt({ columns }: Pick<Sheet, 'columns'>, stage: Stage, target: Target): Cell['fields'] {
  const key = targetKey(target);
  const seen = STAGES.slice(0, STAGES.indexOf(stage) + 1).flatMap((each) => columns[each].get(key) ?? []);
  return seen.reduce<Cell | undefined>((below, cell) => (below ? layOver(below, cell) : cell), undefined)?.fields ?? NONE;
}
