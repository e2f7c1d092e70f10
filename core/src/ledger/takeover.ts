import type { Cell } from './cell.ts';
import { STAGES, type Stage, type Target, targetKey } from './entry.ts';

/** The code of each item and figure in a later edition; null, or missing: it has none. */
export interface TakeoverMapping {
  readonly items: Readonly<Record<string, string | null>>;
  readonly figures: Readonly<Record<string, string | null>>;
}

/** Fields that the new edition does not accept: the body must declare them again. */
export interface DroppedFields {
  readonly stage: Stage;
  /** In the new edition. */
  readonly target: Target;
  readonly fields: readonly string[];
}

/** A later edition that took over in mid-round, in relation to one sheet. */
export interface Takeover extends TakeoverMapping {
  readonly from: string;
  readonly to: string;
  /** The sheet's last entry at that time: the mapping applies to all up to this one. */
  readonly after: number;
  readonly dropped: readonly DroppedFields[];
}

type Columns = Readonly<Record<Stage, ReadonlyMap<string, Cell>>>;

/** A target of the old edition under its new code; undefined if it has none. */
export function movedTarget({ kind, id }: Target, mapping: TakeoverMapping): Target | undefined {
  const places = kind === 'item' ? mapping.items : mapping.figures;
  const moved = Object.hasOwn(places, id) ? places[id] : undefined;
  return typeof moved === 'string' ? { kind, id: moved } : undefined;
}

/** Cells under their new codes, without those that have none. */
export const moveCells = <C extends Cell>(column: ReadonlyMap<string, C>, mapping: TakeoverMapping): Map<string, C> =>
  new Map(
    [...column.values()].flatMap((cell): [string, C][] => {
      const target = movedTarget(cell.target, mapping);
      return target ? [[targetKey(target), { ...cell, target }]] : [];
    }),
  );

/** Every column with its cells at their new places. */
export const moveColumns = (columns: Columns, mapping: TakeoverMapping): Record<Stage, Map<string, Cell>> =>
  Object.fromEntries(STAGES.map((stage) => [stage, moveCells(columns[stage], mapping)])) as Record<Stage, Map<string, Cell>>;

/** A cell without some fields, as if never written; undefined if none is left. */
export function withoutFields(cell: Cell, fields: readonly string[]): Cell | undefined {
  const keep = <T>(all: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([field]) => !fields.includes(field)));
  const seqs = keep(cell.seqs);
  return Object.keys(seqs).length === 0 ? undefined : { target: cell.target, fields: keep(cell.fields), seqs };
}

/** The columns of a sheet after a takeover: moved, and without what was dropped. */
export function takeOver(columns: Columns, takeover: Takeover): Record<Stage, Map<string, Cell>> {
  const moved = moveColumns(columns, takeover);
  for (const { stage, target, fields } of takeover.dropped) {
    const key = targetKey(target);
    const cell = moved[stage].get(key);
    if (!cell) continue;
    const left = withoutFields(cell, fields);
    if (left) moved[stage].set(key, left);
    else moved[stage].delete(key);
  }
  return moved;
}
