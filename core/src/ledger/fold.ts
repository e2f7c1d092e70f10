import { emptyObject } from '../reading/raw.ts';
import { type SheetState, stateAfter } from '../round/sheet-states.ts';
import { type Cell, changeCell, layOver } from './cell.ts';
import { type Act, type Changes, type FoldedEntry, STAGES, type Stage, type Target, targetKey } from './entry.ts';
import { type Part, partAfter } from './part.ts';
import { moveCells, type Takeover, takeOver } from './takeover.ts';

/** One column a stage, by target; what departments have in hand; and what state the sheet is in. */
export interface Sheet {
  readonly columns: Readonly<Record<Stage, ReadonlyMap<string, Cell>>>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly state: SheetState;
  /** Of the last entry; 0 if there is none. */
  readonly seq: number;
}

/** A sheet whose maps are its own: the fold changes them in place. */
interface Folding extends Sheet {
  readonly columns: Readonly<Record<Stage, Map<string, Cell>>>;
  readonly parts: Map<string, Part>;
  state: SheetState;
  seq: number;
}

const eachStage = <T>(make: (stage: Stage) => T): Record<Stage, T> => Object.fromEntries(STAGES.map((stage) => [stage, make(stage)])) as Record<Stage, T>;

/** A sheet in which nothing was done yet. */
export const UNTOUCHED: Sheet = { columns: eachStage(() => new Map()), parts: new Map(), state: 'open', seq: 0 };

/** One more entry. What is only proposed changes parts alone, until it is accepted. */
function foldEntry(sheet: Folding, entry: FoldedEntry): void {
  sheet.seq = entry.seq;
  sheet.state = stateAfter(sheet.state, entry.act);
  const { target } = entry;
  if (!target) return;
  const column = sheet.columns[entry.stage];
  const key = targetKey(target);
  const part = partAfter(sheet.parts.get(key), column.get(key), { ...entry, target });
  if (part) sheet.parts.set(key, part);
  if (entry.standing !== 'effective') return;
  const changes = isVerdict(entry.act) ? pinnedChanges(sheet, entry.stage, target, entry.changes) : entry.changes;
  column.set(key, changeCell(column.get(key), target, changes, entry.seq));
}

/** A sheet after some more entries, in the order of their seq. Cells and parts that they do not touch stay the same objects. */
export function foldEntries(sheet: Sheet, entries: readonly FoldedEntry[]): Sheet {
  const folding: Folding = { ...sheet, columns: eachStage((stage) => new Map(sheet.columns[stage])), parts: new Map(sheet.parts) };
  for (const entry of entries) foldEntry(folding, entry);
  return folding;
}

/** A sheet after a change of edition: what stands there moves to its place in the new one, and what that does not take is gone. */
export const foldTakeover = (sheet: Sheet, takeover: Takeover): Sheet => ({
  ...sheet,
  columns: takeOver(sheet.columns, takeover),
  parts: moveCells(sheet.parts, takeover),
});

/**
 * The present sheet: the fold of a sheet's entries in the order of their seq. `takeovers`, in their order, are the changes of
 * edition with the seq after which each holds.
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

const isVerdict = (act: Act): boolean => act === 'appraise' || act === 'conclude';

/**
 * What a verdict brings to its stage: all that it saw of the target, with its own changes on it. So a claim that a body
 * changes later, by an extension, does not slip under a verdict. A justification stays the body's own.
 */
function pinnedChanges(sheet: Pick<Sheet, 'columns'>, stage: Stage, target: Target, changes: Changes): Changes {
  const { justification, ...seen } = fieldsAt(sheet, stage, target);
  return { ...seen, ...changes };
}

const NONE = emptyObject() as Record<string, never>;

/** The fields of a target as a stage sees them: each stage laid over the ones before. */
export function fieldsAt({ columns }: Pick<Sheet, 'columns'>, stage: Stage, target: Target): Cell['fields'] {
  const key = targetKey(target);
  const seen = STAGES.slice(0, STAGES.indexOf(stage) + 1).flatMap((each) => columns[each].get(key) ?? []);
  return seen.reduce<Cell | undefined>((below, cell) => (below ? layOver(below, cell) : cell), undefined)?.fields ?? NONE;
}
