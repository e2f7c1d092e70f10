import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import type { CheckedDraft, PointsOfPart } from '@parindex/core/studio/checking/check-draft';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { codeOf, type Level, partsOf, startsWith } from '@parindex/core/studio/operations/places';

/** A part of the tree as a row of it. */
export interface TreeRow {
  /** Its place as one text, by which rows are told apart. */
  readonly key: string;
  readonly keys: Keys;
  readonly level: Level;
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  /** As written; of a part that is divided, else, what those below add up to; null: none that can be read. */
  readonly points: string | null;
  readonly over: string | null;
  readonly missing: string | null;
  /** How many just below have no points. */
  readonly open: number;
  /** How many faults lie in the part itself, or, while it is closed, below it. */
  readonly faults: number;
  readonly isDivided: boolean;
  readonly isOpen: boolean;
  readonly place: number;
  readonly siblings: number;
}

export const keyOf = (keys: Keys): string => keys.join('/');

/** What is written under a key as a text; a number as it is written. */
export function textIn(part: Raw | undefined, ...keys: readonly string[]): string {
  const value = valueAt(part, keys);
  return value instanceof NumberToken ? value.text : typeof value === 'string' ? value : '';
}

/** The keys of the lists in which parts stand below parts. */
export const listBelow = (level: Level): 'criteria' | 'subCriteria' | undefined =>
  level === 'domain' ? 'criteria' : level === 'criterion' ? 'subCriteria' : undefined;

export const isDivided = (level: Level, part: RawObject): boolean => {
  const list = listBelow(level);
  return list !== undefined && Array.isArray(part[list]);
};

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** The rows of the tree that are seen, those below closed parts left out. */
export function treeRows(document: Raw, checked: Pick<CheckedDraft, 'faults' | 'points'>, closed: ReadonlySet<string>): TreeRow[] {
  const levels = new Map<string, PointsOfPart>(checked.points.map((each) => [keyOf(each.keys), each]));
  const parts = partsOf(document);
  const faultsOf = new Map<string, number>();
  for (const { keys } of checked.faults) {
    const inner = parts.findLast((part) => startsWith(keys, part.keys));
    if (inner) faultsOf.set(keyOf(inner.keys), (faultsOf.get(keyOf(inner.keys)) ?? 0) + 1);
  }
  const isHidden = (keys: Keys) => [2, 4].some((length) => keys.length > length && closed.has(keyOf(keys.slice(0, length))));
  return parts
    .filter(({ keys }) => !isHidden(keys))
    .map(({ keys, level, part }): TreeRow => {
      const key = keyOf(keys);
      const own = levels.get(key);
      const divided = isDivided(level, part);
      const isOpen = divided && !closed.has(key);
      const written = textIn(part, 'maximum') || textIn(part, 'minimum');
      const siblings = valueAt(document, keys.slice(0, -1));
      const below = isOpen || !divided ? [] : parts.filter((each) => each.keys.length > keys.length && startsWith(each.keys, keys));
      return {
        ...{ key, keys, level, depth: keys.length / 2, code: codeOf(part) ?? '', title: isObject(part['title']) ? textIn(part, 'title', 'vi') : '' },
        points: isNumber(written) ? written : divided ? (own?.sum ?? null) : null,
        ...{ over: own?.over ?? null, missing: own?.missing ?? null, open: divided ? (own?.open ?? 0) : 0 },
        faults: (faultsOf.get(key) ?? 0) + below.reduce((sum, each) => sum + (faultsOf.get(keyOf(each.keys)) ?? 0), 0),
        ...{ isDivided: divided, isOpen, place: (keys.at(-1) as number) + 1, siblings: Array.isArray(siblings) ? siblings.length : 1 },
      };
    });
}
