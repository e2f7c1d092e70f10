import { emptyObject, isObject, type Raw, type RawObject } from '../../reading/raw.ts';

/** Where a value stands in a document: keys of objects, places in lists. */
export type Keys = readonly (string | number)[];

/**
 * One change of a document, whole in itself: it can be sent, stored, undone. `at` is the place before the change; `to` is the place after it,
 * of what is moved from one place of a list to another.
 */
export type Change =
  | {
      readonly change: 'set';
      readonly at: Keys;
      /** Undefined: the key was, or is then, not there. */
      readonly before: Raw | undefined;
      readonly after: Raw | undefined;
      /** Where among the keys of its object it stands when it is not there on one side. */
      readonly order: number;
    }
  | { readonly change: 'insert' | 'remove'; readonly at: Keys; readonly value: Raw }
  | { readonly change: 'move'; readonly at: Keys; readonly to: Keys };

/** The value at a place; undefined where there is none. */
export function valueAt(document: Raw | undefined, keys: Keys): Raw | undefined {
  let here = document;
  for (const key of keys) {
    if (Array.isArray(here)) here = typeof key === 'number' ? here[key] : undefined;
    else here = isObject(here) && typeof key === 'string' && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

/** The document with another value at the place; all else is shared with the one before. */
function replaced(document: Raw, keys: Keys, make: (value: Raw) => Raw): Raw {
  const [key, ...rest] = keys;
  if (key === undefined) return make(document);
  if (Array.isArray(document)) return document.map((member, index) => (index === key ? replaced(member, rest, make) : member));
  const object = document as RawObject;
  const copy = Object.assign(emptyObject(), object);
  copy[key] = replaced(object[key] as Raw, rest, make);
  return copy;
}

const listAt = (document: Raw, keys: Keys, make: (list: Raw[], index: number) => Raw[]): Raw =>
  replaced(document, keys.slice(0, -1), (list) => make(list as Raw[], keys.at(-1) as number));

/** An object with a key set, taken away (undefined), or put among the others where it was not there. */
function withKey(object: RawObject, key: string, value: Raw | undefined, order: number): RawObject {
  const entries = Object.entries(object);
  const there = entries.findIndex(([each]) => each === key);
  if (value === undefined) entries.splice(there, there < 0 ? 0 : 1);
  else entries.splice(there < 0 ? order : there, there < 0 ? 0 : 1, [key, value]);
  const made = emptyObject();
  for (const [each, own] of entries) made[each] = own;
  return made;
}

function applyChange(document: Raw, change: Change): Raw {
  switch (change.change) {
    case 'set':
      return replaced(document, change.at.slice(0, -1), (object) => withKey(object as RawObject, change.at.at(-1) as string, change.after, change.order));
    case 'insert':
      return listAt(document, change.at, (list, index) => list.toSpliced(index, 0, change.value));
    case 'remove':
      return listAt(document, change.at, (list, index) => list.toSpliced(index, 1));
    case 'move': {
      const value = valueAt(document, change.at) as Raw;
      const without = listAt(document, change.at, (list, index) => list.toSpliced(index, 1));
      return listAt(without, change.to, (list, index) => list.toSpliced(index, 0, value));
    }
  }
}

/** The document after changes that were made for it. */
export const applyChanges = (document: Raw, changes: readonly Change[]): Raw => changes.reduce(applyChange, document);

function inverseOf(change: Change): Change {
  switch (change.change) {
    case 'set':
      return { ...change, before: change.after, after: change.before };
    case 'insert':
      return { ...change, change: 'remove' };
    case 'remove':
      return { ...change, change: 'insert' };
    case 'move':
      return { change: 'move', at: change.to, to: change.at };
  }
}

/** The changes that take back others. */
export const inverse = (changes: readonly Change[]): Change[] => changes.map(inverseOf).reverse();
