import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import { type Keys, valueAt } from './change.ts';

/** What is numbered in a scheme, from above. */
export const LEVELS = ['domain', 'criterion', 'subCriterion'] as const;
export type Level = (typeof LEVELS)[number];

const LISTS = ['domains', 'criteria', 'subCriteria'] as const;
const LEVEL_OF: Readonly<Record<(typeof LISTS)[number], Level>> = { domains: 'domain', criteria: 'criterion', subCriteria: 'subCriterion' };

/** What an item says and a criterion with parts may not. */
export const ITEM_ONLY = ['minimum', 'source', 'whenNotApplicable', 'notArisen', 'appliesTo', 'conditions', 'rule'] as const;

/** Lists of the document whose members are called by an id that others name, by their place. */
export const NAMED_LISTS = {
  figures: 'figure',
  groups: 'group',
  'survey/groups': 'surveyGroup',
  'survey/questions': 'question',
  'classes/list': 'class',
} as const;
export type Named = (typeof NAMED_LISTS)[keyof typeof NAMED_LISTS];

/** The level of the members of a list; undefined where it is no list of the tree. */
export function levelOfList(keys: Keys): Level | undefined {
  const names = keys.filter((_, index) => index % 2 === 0);
  const isTree = names.length > 0 && names.every((name, index) => name === LISTS[index]) && keys.length % 2 === 1;
  return isTree && keys.every((key, index) => index % 2 === 0 || typeof key === 'number') ? LEVEL_OF[names.at(-1) as (typeof LISTS)[number]] : undefined;
}

/** What the members of a list are called by, with what they are; undefined where they have no name that others use. */
export function nameOfMembers(keys: Keys): { readonly key: 'code' | 'id'; readonly what: Level | Named } | undefined {
  const level = levelOfList(keys);
  if (level) return { key: 'code', what: level };
  const what = (NAMED_LISTS as Readonly<Record<string, Named>>)[keys.join('/')];
  return what && { key: 'id', what };
}

const isMemberPlace = (keys: Keys): boolean => typeof keys.at(-1) === 'number';

/** The level of a part of the tree by its place; undefined for anything else. */
export const levelAt = (keys: Keys): Level | undefined => (isMemberPlace(keys) ? levelOfList(keys.slice(0, -1)) : undefined);

export interface PlacedPart {
  readonly keys: Keys;
  readonly level: Level;
  readonly part: RawObject;
}

const membersAt = (document: Raw, keys: Keys): { keys: Keys; part: RawObject }[] => {
  const list = valueAt(document, keys);
  return Array.isArray(list) ? list.flatMap((part, index) => (isObject(part) ? [{ keys: [...keys, index], part }] : [])) : [];
};

/** All domains, criteria and sub-criteria in the order of the text, as far as they can be told. */
export function partsOf(document: Raw, within: Keys = []): PlacedPart[] {
  const depth = within.length / 2;
  const [list, level] = [LISTS[depth], LEVELS[depth]];
  if (!list || !level) return [];
  return membersAt(document, [...within, list]).flatMap(({ keys, part }) => [{ keys, level, part }, ...partsOf(document, keys)]);
}

/** Whether a part is one that gets points: a sub-criterion, or a criterion without any. */
export const isItem = ({ level, part }: Pick<PlacedPart, 'level' | 'part'>): boolean =>
  level === 'subCriterion' || (level === 'criterion' && (part['subCriteria'] ?? null) === null);

export const codeOf = (part: RawObject): string | undefined => (typeof part['code'] === 'string' ? part['code'] : undefined);

/** Where the part with a code stands, the first of several; criteria and sub-criteria before domains, whose codes are a set of their own. */
export function placeOfCode(document: Raw, code: string): Keys | undefined {
  const parts = partsOf(document).filter(({ part }) => codeOf(part) === code);
  return (parts.find(({ level }) => level !== 'domain') ?? parts[0])?.keys;
}

export const startsWith = (keys: Keys, start: Keys): boolean => keys.length >= start.length && start.every((key, index) => keys[index] === key);

export const sameKeys = (one: Keys | undefined, other: Keys): boolean => one?.length === other.length && startsWith(one, other);
