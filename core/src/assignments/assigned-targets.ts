import { type Target, targetKey } from '../ledger/entry.ts';
import { figuresOf } from '../scoring/affected-items.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';

/** An item or figure assigned to a department, by its id. */
export interface Given {
  readonly target: Target;
  readonly to: string;
}

/** The departments that a target is assigned to, by id. */
export type AssignedTargets = ReadonlyMap<string, ReadonlySet<string>>;

/** A part of a sheet as far as counting goes: an item or figure in a department's hand. */
interface HeldPart {
  /** It was given as such, and did not merely come with an item. */
  readonly byItself: boolean;
}

/**
 * Whether an item is assigned, by its parts: itself, or a figure of it that was given as such. A figure that came with
 * another item makes no item assigned. Lists, standings and counts of assigned items go by this.
 */
export const isItemAssigned = (partsOfItem: readonly HeldPart[]): boolean => partsOfItem.some(({ byItself }) => byItself);

/** Whether an item is assigned to the reader. */
export const isItemMine = (partsOfItem: readonly (HeldPart & { readonly mine: boolean })[]): boolean => isItemAssigned(partsOfItem.filter(({ mine }) => mine));

/**
 * The departments by target: what was assigned to them, and with an item the figures it is computed from, unless such a
 * figure is assigned to somebody itself. A figure of two items can be assigned to two departments.
 */
export function assignedTargets(scheme: PreparedScheme, given: readonly Given[]): AssignedTargets {
  const holders = new Map<string, Set<string>>();
  const add = (target: Target, to: string) => {
    const key = targetKey(target);
    holders.set(key, (holders.get(key) ?? new Set()).add(to));
  };
  const figures = new Set(given.flatMap(({ target }) => (target.kind === 'figure' ? [target.id] : [])));
  for (const { target, to } of given) {
    add(target, to);
    if (target.kind === 'item') for (const id of figuresOf(scheme, target.id)) if (!figures.has(id)) add({ kind: 'figure', id }, to);
  }
  return holders;
}
