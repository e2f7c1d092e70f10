import type { Change, Keys } from './change.ts';
import { inverse } from './change.ts';
import { sameKeys, startsWith } from './places.ts';

/** How two authors stand against each other: both wrote the same, one took away what the other wrote in, both moved the same. */
export const CONFLICTS = ['bothChanged', 'removedAndChanged', 'bothMoved'] as const;

export interface Conflict {
  readonly code: (typeof CONFLICTS)[number];
  /** The place in the document that both started from. */
  readonly at: Keys;
  /** Which of each one's changes. */
  readonly ours: number;
  readonly theirs: number;
}

/** Where a change takes something out of a list, and where it puts something in. */
interface Flow {
  readonly take: Keys | undefined;
  readonly put: Keys | undefined;
}

function flowOf(change: Change): Flow {
  switch (change.change) {
    case 'set':
      return { take: undefined, put: undefined };
    case 'insert':
      return { take: undefined, put: change.at };
    case 'remove':
      return { take: change.at, put: undefined };
    case 'move':
      return { take: change.at, put: change.to };
  }
}

/** Moves a place by one where something in a list before it came or went. `atIt`: whether a place just there moves too. */
function shifted(keys: Keys, beside: Keys, by: 1 | -1, atIt: boolean): Keys {
  const [list, index] = [beside.slice(0, -1), beside.at(-1) as number];
  const own = keys[list.length];
  if (typeof own !== 'number' || !startsWith(keys, list)) return keys;
  return own > index || (own === index && atIt) ? keys.with(list.length, own + by) : keys;
}

/** Where what stands at a place stands afterwards; undefined where it was taken out. */
function elementThrough(keys: Keys, { take, put }: Flow): Keys | undefined {
  if (take && startsWith(keys, take)) return put && [...put, ...keys.slice(take.length)];
  const left = take ? shifted(keys, take, -1, false) : keys;
  return put ? shifted(left, put, 1, true) : left;
}

/** Where what is to be put in at a place goes afterwards; `after`: behind what was put in just there. */
function gapThrough(keys: Keys, { take, put }: Flow, after: boolean): Keys | undefined {
  if (take && keys.length > take.length && startsWith(keys, take)) return put && [...put, ...keys.slice(take.length)];
  const left = take ? shifted(keys, take, -1, false) : keys;
  if (!put) return left;
  return shifted(left, put, 1, left.length > put.length || after);
}

/** How another's flow looks in the document without what stands at a place. */
function flowWithout({ take, put }: Flow, gone: Keys): Flow {
  const left = { take: gone, put: undefined };
  const ownTake = take && elementThrough(take, left);
  if (!put) return { take: ownTake, put };
  // `put` is a place of the document without `take`: there what is gone may stand elsewhere, or within it.
  const goneThere = take ? elementThrough(gone, { take, put: undefined }) : gone;
  return { take: ownTake, put: goneThere ? gapThrough(put, { take: goneThere, put: undefined }, false) : put };
}

/** A change as it is done after another one, which was made for the same document; undefined where it has been done. */
function over(change: Change, other: Change, after: boolean): Change | undefined {
  const flow = flowOf(other);
  switch (change.change) {
    case 'set': {
      const at = elementThrough(change.at, flow);
      if (!at) return undefined;
      return other.change === 'set' && sameKeys(other.at, change.at) ? { ...change, before: other.after } : { ...change, at };
    }
    case 'remove': {
      const at = elementThrough(change.at, flow);
      return at && { ...change, at };
    }
    case 'insert': {
      const at = gapThrough(change.at, flow, after);
      return at && { ...change, at };
    }
    case 'move': {
      const at = elementThrough(change.at, flow);
      const to = gapThrough(change.to, flowWithout(flow, change.at), after);
      return at && to && { change: 'move', at, to };
    }
  }
}

/** What a change touches of the document that its author started from; a place that came into being since is none. */
interface Touched {
  readonly kind: Change['change'];
  readonly at: Keys | undefined;
  /** The list into which something is put. */
  readonly into: Keys | undefined;
  readonly value: string | undefined;
}

function touchedBy(changes: readonly Change[]): Touched[] {
  return changes.map((change, index) => {
    const origin = (keys: Keys) => inverse(changes.slice(0, index)).reduce<Keys | undefined>((here, each) => here && elementThrough(here, flowOf(each)), keys);
    const list = change.change === 'insert' ? change.at.slice(0, -1) : undefined;
    const target = change.change === 'move' ? elementThrough(change.to.slice(0, -1), flowOf({ change: 'insert', at: change.at, value: null })) : list;
    return {
      kind: change.change,
      at: change.change === 'insert' ? undefined : origin(change.at),
      into: target && origin(target),
      value: change.change === 'set' ? JSON.stringify(change.after) : undefined,
    };
  });
}

const lies = (inside: Keys | undefined, within: Keys | undefined): boolean => inside !== undefined && within !== undefined && startsWith(inside, within);

function conflictOf(one: Touched, other: Touched): Conflict['code'] | undefined {
  for (const [own, its] of [
    [one, other],
    [other, one],
  ] as const) {
    if (own.kind === 'remove' && (lies(its.at, own.at) || lies(its.into, own.at)))
      if (!(its.kind === 'remove' && own.at && its.at && sameKeys(own.at, its.at))) return 'removedAndChanged';
    if (own.kind === 'set' && (lies(its.at, own.at) || lies(its.into, own.at)))
      if (!(its.kind === 'set' && its.value === own.value && own.at && its.at && sameKeys(own.at, its.at))) return 'bothChanged';
  }
  if (one.kind === 'move' && other.kind === 'move') {
    if (one.at && other.at && sameKeys(one.at, other.at)) return 'bothMoved';
    // Each was put into the other.
    if (lies(one.into, other.at) && lies(other.into, one.at)) return 'bothMoved';
  }
  return undefined;
}

/** Where two lists of changes that were made for one document cannot both stand: to be shown, and decided by a person. */
export function conflicts(ours: readonly Change[], theirs: readonly Change[]): Conflict[] {
  const [own, its] = [touchedBy(ours), touchedBy(theirs)];
  return own.flatMap((one, index) =>
    its.flatMap((other, place) => {
      const code = conflictOf(one, other);
      return code ? [{ code, at: one.at ?? other.at ?? [], ours: index, theirs: place }] : [];
    }),
  );
}

/**
 * Changes as they are done after others, which were made for the same document and are in no conflict with them. `goesAfter`: what both put in at
 * one place stands behind what the others put there.
 */
export function rebase(ours: readonly Change[], theirs: readonly Change[], goesAfter = true): Change[] {
  let others = theirs;
  return ours.flatMap((change) => {
    let own: Change | undefined = change;
    const next: Change[] = [];
    for (const other of others) {
      const its: Change | undefined = own ? over(other, own, !goesAfter) : other;
      if (its) next.push(its);
      own = own && over(own, other, goesAfter);
    }
    others = next;
    return own ? [own] : [];
  });
}

/** Where what stands at a place stands after changes; undefined where it was taken out. */
export const placeAfter = (keys: Keys, changes: readonly Change[]): Keys | undefined =>
  changes.reduce<Keys | undefined>((here, change) => here && elementThrough(here, flowOf(change)), keys);
