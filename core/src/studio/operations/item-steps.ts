import { isNumberText, type NumberText } from '../../quantity/number-text.ts';
import { isObject, NumberToken, type Raw, type RawObject } from '../../reading/raw.ts';
import { sumOf } from '../../scheme/complete.ts';
import { applyChanges, type Change, type Keys, valueAt } from './change.ts';
import { followNames } from './mentions.ts';
import type { Operation, Renamed } from './operation.ts';
import { codeOf, ITEM_ONLY, isItem, levelAt, partsOf } from './places.ts';
import { follow, namesTaken, refuse, refusedAsUsed, type Step, setKey } from './tree-steps.ts';

/** Puts changes after each other, each made for the document that those before have left. */
class Steps {
  #document: Raw;
  readonly changes: Change[] = [];
  constructor(document: Raw) {
    this.#document = document;
  }
  get document(): Raw {
    return this.#document;
  }
  take(changes: readonly Change[]): void {
    this.changes.push(...changes);
    this.#document = applyChanges(this.#document, changes);
  }
  set(at: Keys, value: Raw | undefined): void {
    this.take(setKey(this.#document, at, value));
  }
}

/** The item at a place, or nothing where another part stands there. */
function itemAt(document: Raw, at: Keys): RawObject | undefined {
  const [level, part] = [levelAt(at), valueAt(document, at)];
  return level && isObject(part) && isItem({ level, part }) ? part : undefined;
}

/** Forebears as they hold for a part of an item, or for several in one: points of the whole are no longer theirs. */
function lineageOfParts(items: readonly RawObject[]): Raw[] {
  const entries = items.flatMap(({ lineage }) => (Array.isArray(lineage) ? lineage.filter(isObject) : []));
  const first = entries.filter(
    (entry, index) => entries.findIndex((other) => other['edition'] === entry['edition'] && other['item'] === entry['item']) === index,
  );
  return first.map((entry) => (entry['comparable'] === 'no' ? entry : { ...entry, comparable: 'partly' }));
}

/** What the parts of a split item have from it, unless they say otherwise. */
const KEPT = ['source', 'whenNotApplicable', 'notArisen', 'appliesTo'] as const;

export function split(document: Raw, { at, parts, within }: Operation & { operation: 'split' }): Step {
  const item = itemAt(document, at);
  if (!item) return refuse('noItem', at);
  if (within && levelAt(at) !== 'criterion') return refuse('cannotStandThere', at);
  const codes = parts.map(codeOf);
  const missing = codes.indexOf(undefined);
  if (missing >= 0) return refuse('nameMissing', at, { found: String(missing + 1) });
  const taken = namesTaken(document, at.slice(0, -1)).filter((code) => within || code !== codeOf(item));
  const doubled = codes.find((code, index) => taken.includes(code as string) || codes.indexOf(code) !== index);
  if (doubled !== undefined) return refuse('nameTaken', at, { found: doubled });
  const used = within ? refusedAsUsed(document, at) : undefined;
  if (used) return used;

  const lineage = lineageOfParts([item]);
  const kept = Object.fromEntries(KEPT.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key] as Raw]])));
  const withLineage = lineage.length > 0 ? { lineage } : {};
  const made = parts.map((part): RawObject => ({ ...kept, ...withLineage, ...part }));
  const steps = new Steps(document);
  if (within) {
    const own = Object.fromEntries([...ITEM_ONLY].flatMap((key) => (item[key] === undefined ? [] : [[key, item[key] as Raw]])));
    for (const key of [...ITEM_ONLY, 'lineage']) steps.set([...at, key], undefined);
    steps.set(
      [...at, 'subCriteria'],
      made.map((part, index) => (index === 0 ? { ...own, ...part } : part)),
    );
    return { changes: steps.changes };
  }
  const [first = {}, ...others] = parts;
  const renamed: Renamed[] = [];
  if (codes[0] !== codeOf(item)) {
    const followed = follow(document, at, levelAt(at) ?? 'criterion', codeOf(item), codes[0] as string);
    if ('code' in followed) return followed;
    steps.take(followed.changes);
    renamed.push(...(followed.renamed ?? []));
  }
  for (const [key, value] of Object.entries({ ...withLineage, ...first })) if (key !== 'code') steps.set([...at, key], value ?? undefined);
  const [list, index] = [at.slice(0, -1), at.at(-1) as number];
  others.forEach((_, place) => {
    steps.take([{ change: 'insert', at: [...list, index + place + 1], value: made[place + 1] as RawObject }]);
  });
  return { changes: steps.changes, renamed };
}

const numberIn = (value: Raw | undefined): NumberText | undefined => {
  const text = value instanceof NumberToken ? value.text : value;
  return typeof text === 'string' && isNumberText(text) ? text : undefined;
};

export function merge(document: Raw, { at, others, value = {} }: Operation & { operation: 'merge' }): Step {
  const places = [at, ...others];
  const items = places.map((keys) => itemAt(document, keys));
  const strange = items.indexOf(undefined);
  if (strange >= 0) return refuse('noItem', places[strange] as Keys);
  if (new Set(places.map((keys) => JSON.stringify(keys))).size < places.length) return refuse('sameTwice', at);
  const merged = items as RawObject[];

  const steps = new Steps(document);
  const sums = (['maximum', 'minimum'] as const).flatMap((key) => {
    const sum = sumOf(merged.map((item) => numberIn(item[key])));
    return sum === undefined ? [] : [[key, new NumberToken(sum)] as const];
  });
  const lineage = lineageOfParts(merged);
  const { code, ...rest } = value;
  for (const [key, own] of Object.entries({ ...Object.fromEntries(sums), ...(lineage.length > 0 ? { lineage } : {}), ...rest }))
    steps.set([...at, key], own ?? undefined);
  const renamed: Renamed[] = [];
  let here = at;
  // From behind, so that the places before stay where they are.
  for (const keys of [...others].sort((one, other) => compareKeys(other, one))) {
    const used = refusedAsUsed(steps.document, keys);
    if (used) return used;
    steps.take([{ change: 'remove', at: keys, value: valueAt(steps.document, keys) as Raw }]);
    const [list, gone] = [keys.slice(0, -1), keys.at(-1) as number];
    here = here.map((key, place) =>
      place === list.length && typeof key === 'number' && key > gone && list.every((each, depth) => here[depth] === each) ? key - 1 : key,
    );
  }
  const from = codeOf(merged[0] as RawObject);
  if (typeof code === 'string' && code !== from) {
    if (namesTaken(steps.document, here.slice(0, -1)).includes(code)) return refuse('nameTaken', at, { found: code });
    const followed = follow(steps.document, here, levelAt(here) ?? 'criterion', from, code);
    if ('code' in followed) return followed;
    steps.take(followed.changes);
    renamed.push(...(followed.renamed ?? []));
  }
  return { changes: steps.changes, renamed };
}

/** The order of the text. */
function compareKeys(one: Keys, other: Keys): number {
  for (const [index, key] of one.entries()) {
    const beside = other[index];
    if (beside === undefined) return 1;
    if (key !== beside) return typeof key === 'number' && typeof beside === 'number' ? key - beside : String(key) < String(beside) ? -1 : 1;
  }
  return one.length - other.length;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const roman = (number: number): string => {
  const [value, letters] = ROMAN.find(([each]) => each <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
};

const ROMAN_CODE = /^[IVXLC]+$/;

export function renumber(document: Raw, { at = [] }: Operation & { operation: 'renumber' }): Step {
  const top = at.length > 0 ? valueAt(document, at) : undefined;
  if (at.length > 0 && !(levelAt(at) && isObject(top))) return refuse('noSuchPlace', at);
  if (isObject(top) && codeOf(top) === undefined) return refuse('nameMissing', at);
  const inside = partsOf(document, at);
  const isRoman = at.length === 0 && ROMAN_CODE.test(codeOf(inside[0]?.part ?? {}) ?? '');
  const fresh = new Map<string, string>(isObject(top) ? [[JSON.stringify(at), codeOf(top) as string]] : []);
  const numbered = inside.map(({ keys, part, level }) => {
    const place = (keys.at(-1) as number) + 1;
    const above = fresh.get(JSON.stringify(keys.slice(0, -2)));
    const code = above === undefined ? (isRoman ? roman(place) : String(place)) : `${above}.${place}`;
    fresh.set(JSON.stringify(keys), code);
    return { keys, level, from: codeOf(part), to: code };
  });
  const outside = partsOf(document)
    .filter(({ keys, level }) => level !== 'domain' && !fresh.has(JSON.stringify(keys)))
    .flatMap(({ part }) => codeOf(part) ?? []);
  const taken = numbered.find(({ to, level }) => level !== 'domain' && outside.includes(to));
  if (taken) return refuse('nameTaken', taken.keys, { found: taken.to });

  const changed = numbered.filter(({ from, to }) => from !== to);
  const first = new Map<string, string>();
  for (const { part, keys, level } of partsOf(document)) {
    const code = codeOf(part);
    if (level !== 'domain' && code !== undefined && !first.has(code)) first.set(code, fresh.get(JSON.stringify(keys)) ?? code);
  }
  const names = new Map([...first].filter(([from, to]) => from !== to));
  const steps = new Steps(document);
  for (const { keys, to } of changed) steps.set([...keys, 'code'], to);
  steps.take(followNames(steps.document, 'item', names));
  return { changes: steps.changes, renamed: [...names].map(([from, to]) => ({ what: 'item', from, to })) };
}
