import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import { RESERVED_WORDS } from '../../rules/expression/parse.ts';
import { type Change, type Keys, valueAt } from './change.ts';
import { followNames, type Mentioned, mentionedAs, mentionsIn } from './mentions.ts';
import type { Operation, Refusal, Renamed } from './operation.ts';
import { codeOf, ITEM_ONLY, isItem, type Level, levelAt, levelOfList, nameOfMembers, partsOf, sameKeys, startsWith } from './places.ts';

/** What a step does: changes one after another, or why it cannot be done. */
export type Step = { readonly changes: readonly Change[]; readonly renamed?: readonly Renamed[] } | Refusal;

export const refuse = (code: Refusal['code'], at: Keys, details: Refusal['details'] = {}): Refusal => ({ code, at, details });

const KEY_ORDER = [
  'id',
  'code',
  'type',
  'kind',
  'title',
  'group',
  'maximum',
  'minimum',
  'source',
  'whenNotApplicable',
  'notArisen',
  'appliesTo',
  'conditions',
  'rule',
  'guidance',
  'lineage',
  'criteria',
  'subCriteria',
];

/** Sets a key of an object that is there; a new key stands where such keys stand in the editions. */
export function setKey(document: Raw, at: Keys, after: Raw | undefined): Change[] {
  const [owner, key] = [valueAt(document, at.slice(0, -1)) as RawObject, at.at(-1) as string];
  const before = valueAt(document, at);
  if (before === undefined && after === undefined) return [];
  const names = Object.keys(owner);
  const rank = KEY_ORDER.indexOf(key);
  const last = names.findLastIndex((name) => rank >= 0 && KEY_ORDER.indexOf(name) >= 0 && KEY_ORDER.indexOf(name) < rank);
  const order = before !== undefined ? names.indexOf(key) : rank >= 0 && last >= 0 ? last + 1 : names.length;
  return [{ change: 'set', at, before, after, order }];
}

const isPlace = (document: Raw, at: Keys): boolean => typeof at.at(-1) === 'number' && valueAt(document, at) !== undefined;

/** The names of its kind that are taken. Criteria and sub-criteria have one set of codes. */
export function namesTaken(document: Raw, list: Keys): string[] {
  const name = nameOfMembers(list);
  if (!name) return [];
  if (name.key === 'code')
    return partsOf(document)
      .filter(({ level }) => (level === 'domain') === (name.what === 'domain'))
      .flatMap(({ part }) => codeOf(part) ?? []);
  const members = valueAt(document, list);
  return (Array.isArray(members) ? members : []).flatMap((member) => (isObject(member) && typeof member['id'] === 'string' ? [member['id']] : []));
}

const nameOf = (member: Raw | undefined, key: 'code' | 'id'): string | undefined => {
  const name = isObject(member) ? member[key] : undefined;
  return typeof name === 'string' ? name : undefined;
};

const FIGURE_ID = /^[A-Za-z][A-Za-z0-9_]*$/;

function refusedName(document: Raw, list: Keys, name: string): Refusal['code'] | undefined {
  const what = nameOfMembers(list)?.what;
  if (name.trim() === '') return 'badName';
  if (what === 'figure' && (!FIGURE_ID.test(name) || RESERVED_WORDS.includes(name))) return 'badName';
  if (what === 'surveyGroup' && name === 'all') return 'badName';
  return namesTaken(document, list).includes(name) ? 'nameTaken' : undefined;
}

/** Who names something, outside of a place. */
function usersOf(document: Raw, what: Mentioned, names: readonly string[], outside: Keys): string[] {
  const users = mentionsIn(document).filter(
    (mention) => mention.what === what && !startsWith(mention.at, outside) && mention.names.some((each) => names.includes(each)),
  );
  return [...new Set(users.map(({ by }) => by))];
}

/** Names that nothing bears any more once the part at a place is gone, with what they are named as elsewhere. */
function namesLost(document: Raw, at: Keys): { readonly what: Mentioned; readonly names: string[] } | undefined {
  const list = at.slice(0, -1);
  const name = nameOfMembers(list);
  if (!name) return undefined;
  if (name.key === 'code') {
    const items = partsOf(document).filter(isItem);
    const stay = items.filter(({ keys }) => !startsWith(keys, at)).map(({ part }) => codeOf(part));
    const go = items.filter(({ keys }) => startsWith(keys, at)).flatMap(({ part }) => codeOf(part) ?? []);
    return { what: 'item', names: go.filter((code) => !stay.includes(code)) };
  }
  const what = mentionedAs(name.what);
  const own = nameOf(valueAt(document, at), 'id');
  const again = namesTaken(document, list).filter((each) => each === own).length > 1;
  return what && own !== undefined && !again ? { what, names: [own] } : undefined;
}

/** Whether something would name what is gone. */
export function refusedAsUsed(document: Raw, at: Keys): Refusal | undefined {
  const lost = namesLost(document, at);
  const by = lost ? usersOf(document, lost.what, lost.names, at) : [];
  return by.length > 0 ? refuse('inUse', at, { by: by.join(', ') }) : undefined;
}

/** Whether a part may stand in a list of this level. */
function fits(level: Level, part: Raw): boolean {
  if (!isObject(part)) return false;
  const [criteria, subCriteria] = [part['criteria'] ?? null, part['subCriteria'] ?? null];
  if (level === 'domain') return subCriteria === null;
  return criteria === null && (level === 'criterion' || subCriteria === null);
}

/** Makes room for a first member: the list itself where there is none. */
function listFor(document: Raw, list: Keys): { readonly changes: readonly Change[]; readonly length: number } | Refusal {
  const members = valueAt(document, list) ?? null;
  if (Array.isArray(members)) return { changes: [], length: members.length };
  const owner = list.slice(0, -1);
  if (members !== null || typeof list.at(-1) !== 'string') return refuse('noSuchPlace', list);
  if (levelOfList(list) === 'subCriterion') {
    const criterion = valueAt(document, owner);
    if (isObject(criterion) && ITEM_ONLY.some((key) => (criterion[key] ?? null) !== null)) return refuse('splitFirst', owner);
  }
  const made = set(document, { operation: 'set', at: list, value: [] }, true);
  return 'code' in made ? made : { changes: made.changes, length: 0 };
}

export function add(document: Raw, { into, index, value }: Operation & { operation: 'add' }): Step {
  const room = listFor(document, into);
  if ('code' in room) return room;
  if (index > room.length) return refuse('noSuchPlace', [...into, index]);
  const level = levelOfList(into);
  if (level && !fits(level, value)) return refuse('cannotStandThere', into);
  const names = nameOfMembers(into);
  if (names && !isObject(value)) return refuse('notAnObject', into);
  const own = names && nameOf(value, names.key);
  const refused = own === undefined ? undefined : refusedName(document, into, own);
  if (refused) return refuse(refused, into, { found: own as string });
  const inside = level ? partsOf({ domains: [value] } as never).length : 0;
  const doubled = inside > 0 && level ? doubledInside(document, into, value as RawObject) : undefined;
  if (doubled !== undefined) return refuse('nameTaken', into, { found: doubled });
  return { changes: [...room.changes, { change: 'insert', at: [...into, index], value }] };
}

/** A code below a new part that is there already. */
function doubledInside(document: Raw, into: Keys, value: RawObject): string | undefined {
  const codes = (part: RawObject): string[] =>
    ['criteria', 'subCriteria'].flatMap((key) => {
      const parts = part[key];
      return (Array.isArray(parts) ? parts.filter(isObject) : []).flatMap((each) => [
        ...(codeOf(each) === undefined ? [] : [codeOf(each) as string]),
        ...codes(each),
      ]);
    });
  const own = levelOfList(into) === 'domain' ? [] : [codeOf(value)];
  const taken = [...namesTaken(document, ['domains', 0, 'criteria']), ...own];
  const inside = codes(value);
  return inside.find((code, index) => taken.includes(code) || inside.indexOf(code) !== index);
}

export function remove(document: Raw, { at }: Operation & { operation: 'remove' }): Step {
  const value = valueAt(document, at);
  if (!isPlace(document, at) || value === undefined) return refuse('noSuchPlace', at);
  return refusedAsUsed(document, at) ?? { changes: [{ change: 'remove', at, value }] };
}

export function move(document: Raw, { at, into, index }: Operation & { operation: 'move' }): Step {
  const value = valueAt(document, at);
  if (!isPlace(document, at) || value === undefined) return refuse('noSuchPlace', at);
  const list = at.slice(0, -1);
  const isSame = list.length === into.length && startsWith(into, list);
  const level = levelOfList(into);
  if (startsWith(into, at) || (!isSame && (!level || !levelAt(at) || !fits(level, value)))) return refuse('cannotStandThere', into);
  // An item that becomes a sub-criterion stays an item, and the other way round; a domain is of another shape.
  if (!isSame && (level === 'domain' || levelAt(at) === 'domain')) return refuse('cannotStandThere', into);
  const room = listFor(document, into);
  if ('code' in room) return room;
  if (index > room.length - (isSame ? 1 : 0)) return refuse('noSuchPlace', [...into, index]);
  const from = at.at(-1) as number;
  // Where the list stands once the part is out.
  const target = into.map((key, place) => (place === list.length && startsWith(into, list) && typeof key === 'number' && key > from ? key - 1 : key));
  const to = [...target, index];
  if (isSame && index === from) return { changes: [] };
  return { changes: [...room.changes, { change: 'move', at, to }] };
}

const STRUCTURE = ['domains', 'criteria', 'subCriteria'];

/** Writes, changes or takes away what stands under a key. `structure`: the lists of the tree too. */
export function set(document: Raw, { at, value: given }: Operation & { operation: 'set' }, structure = false): Step {
  const value = given ?? undefined;
  const key = at.at(-1);
  if (typeof key !== 'string') return refuse('noSuchPlace', at);
  const owner = at.slice(0, -1);
  const name = typeof owner.at(-1) === 'number' ? nameOfMembers(owner.slice(0, -1)) : undefined;
  if (name?.key === key && valueAt(document, at) !== undefined) return refuse('renameInstead', at);
  if (!structure && STRUCTURE.includes(key) && levelOfList(at)) return refuse('cannotStandThere', at);
  const parent = valueAt(document, owner);
  if (isObject(parent)) {
    if (value !== undefined && sameValue(parent[key], value)) return { changes: [] };
    return { changes: setKey(document, at, value) };
  }
  // Objects on the way to it are made with it.
  const last = owner.at(-1);
  if ((parent ?? null) !== null || typeof last !== 'string' || owner.length === 0) return refuse('noSuchPlace', at);
  if (value === undefined) return isWritable(document, owner) ? { changes: [] } : refuse('noSuchPlace', at);
  return set(document, { operation: 'set', at: owner, value: { [key]: value } }, structure);
}

const isWritable = (document: Raw, keys: Keys): boolean => {
  if (keys.length === 0) return isObject(document);
  const here = valueAt(document, keys) ?? null;
  return here === null ? typeof keys.at(-1) === 'string' && isWritable(document, keys.slice(0, -1)) : isObject(here);
};

const sameValue = (one: Raw | undefined, other: Raw): boolean => JSON.stringify(one) === JSON.stringify(other) && typeof one === typeof other;

export function rename(document: Raw, { at, to }: Operation & { operation: 'rename' }): Step {
  const list = at.slice(0, -1);
  const name = nameOfMembers(list);
  const member = valueAt(document, at);
  if (!isPlace(document, at) || !name || !isObject(member)) return refuse('noSuchPlace', at);
  const from = nameOf(member, name.key);
  if (from === to) return { changes: [] };
  const refused = refusedName(document, list, to);
  if (refused) return refuse(refused, at, { found: to });
  return follow(document, at, name.what, from, to);
}

/** Gives a name to what stands at a place; what names it follows, where it is the one that is meant. */
export function follow(document: Raw, at: Keys, what: Parameters<typeof mentionedAs>[0], from: string | undefined, to: string): Step {
  const key = nameOfMembers(at.slice(0, -1))?.key ?? 'code';
  const own = setKey(document, [...at, key], to);
  const named = mentionedAs(what);
  // Of a name that stands twice the first counts.
  if (from === undefined || !named || !sameKeys(firstOfName(document, at, key, from), at)) return { changes: own };
  return { changes: [...own, ...followNames(document, named, new Map([[from, to]]))], renamed: [{ what: named, from, to }] };
}

function firstOfName(document: Raw, at: Keys, key: 'code' | 'id', name: string): Keys | undefined {
  if (key === 'code') return partsOf(document).find(({ level, part }) => level !== 'domain' && codeOf(part) === name)?.keys;
  const list = at.slice(0, -1);
  const members = valueAt(document, list);
  const index = Array.isArray(members) ? members.findIndex((member) => nameOf(member, 'id') === name) : -1;
  return index < 0 ? undefined : [...list, index];
}
