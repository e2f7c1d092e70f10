import type { Raw } from '../../reading/raw.ts';
import { applyChanges, type Change, inverse, valueAt } from './change.ts';
import { conflicts, rebase } from './rebase.ts';

/** Whose change stands where two authors are in conflict. */
export const STANDS = ['ours', 'theirs'] as const;
export type Stands = (typeof STANDS)[number];

/** Changes without one of them, as they would have been made had it never been, and what takes it back after all of them. */
function without(changes: readonly Change[], index: number): { readonly rest: Change[]; readonly back: Change[] } {
  const [before, one, after] = [changes.slice(0, index), changes.slice(index, index + 1), changes.slice(index + 1)];
  const undone = inverse(one);
  return { rest: [...before, ...rebase(after, undone, false)], back: rebase(undone, after) };
}

/** The changes with what each set replaces as it stands in the document; what has no place in it any more is left out. */
function fitted(document: Raw, changes: readonly Change[]): Change[] {
  let here = document;
  return changes.flatMap((change) => {
    const owner = valueAt(here, change.at.slice(0, -1));
    const isInList = change.change === 'insert' || change.change === 'move' || change.change === 'remove';
    if (typeof owner !== 'object' || owner === null || isInList !== Array.isArray(owner)) return [];
    const found = valueAt(here, change.at);
    if ((change.change === 'remove' || change.change === 'move') && found === undefined) return [];
    const own: Change = change.change === 'set' ? { ...change, before: found } : change.change === 'remove' ? { ...change, value: found as Raw } : change;
    here = applyChanges(here, [own]);
    return [own];
  });
}

/**
 * Our changes as they are done after theirs, both having been made for `base`, once it is said of each conflict whose change stands: where ours
 * does, theirs is taken back first. Conflicts of which nothing is said stand as theirs.
 * @param stands by the numbers of our change and theirs, "0 2"
 */
export function settle(base: Raw, ours: readonly Change[], theirs: readonly Change[], stands: ReadonlyMap<string, Stands>): Change[] {
  const found = conflicts(ours, theirs);
  const isOurs = (conflict: (typeof found)[number]) => stands.get(`${conflict.ours} ${conflict.theirs}`) === 'ours';
  const [given, taken] = [new Set(found.filter((each) => !isOurs(each)).map(({ ours: own }) => own)), new Set<number>()];
  // What theirs stands against in another place is given up there, so nothing of theirs has to go for it.
  for (const each of found) if (isOurs(each) && !given.has(each.ours)) taken.add(each.theirs);
  const down = (indexes: ReadonlySet<number>) => [...indexes].toSorted((one, other) => other - one);
  let own: readonly Change[] = ours;
  for (const index of down(given)) own = without(own, index).rest;
  let its: readonly Change[] = theirs;
  const back: Change[] = [];
  for (const index of down(taken)) {
    const parted = without(its, index);
    back.push(...parted.back);
    its = parted.rest;
  }
  return fitted(applyChanges(base, theirs), [...back, ...rebase(own, its)]);
}
