import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { codeOf, type Level, levelAt, partsOf } from '@parindex/core/studio/operations/places';
import { isDivided, listBelow, textIn } from './tree-rows.ts';

/** Acts on a place of the tree. */
export const TREE_ACTS = ['up', 'down', 'indent', 'outdent', 'addBeside', 'addBelow', 'split', 'divide', 'merge', 'renumber', 'remove'] as const;
export type TreeAct = (typeof TREE_ACTS)[number];

export interface TreeActWords {
  readonly newTitle: string;
  newPart(title: string): string;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'];

const codesOf = (document: Raw, isDomain: boolean): Set<string> =>
  new Set(
    partsOf(document)
      .filter(({ level }) => (level === 'domain') === isDomain)
      .flatMap(({ part }) => codeOf(part) ?? []),
  );

/** The next code that is free in a list: of domains as the others are written, else below the code of the part above. */
export function freeCode(document: Raw, list: Keys, also: readonly string[] = []): string {
  const isDomain = list.length === 1;
  const taken = codesOf(document, isDomain);
  for (const code of also) taken.add(code);
  const members = valueAt(document, list);
  const count = Array.isArray(members) ? members.length : 0;
  const above = valueAt(document, list.slice(0, -1));
  const start = !isDomain && isObject(above) && codeOf(above) !== undefined ? `${codeOf(above)}.` : '';
  const first = Array.isArray(members) && isObject(members[0]) ? codeOf(members[0]) : undefined;
  const isRoman = isDomain && first !== undefined && ROMAN.includes(first);
  for (let number = count + 1; ; number += 1) {
    const code = isRoman ? (ROMAN[number - 1] ?? String(number)) : `${start}${number}`;
    if (!taken.has(code)) return code;
  }
}

/** A new part of a level; an item has a source, as most have. */
export const newPart = (level: Level, code: string, title: string): RawObject =>
  level === 'domain' ? { code, title: { vi: title }, criteria: [] } : { code, title: { vi: title }, source: 'appraised' };

const LEVEL_BELOW: Readonly<Record<'criteria' | 'subCriteria', Level>> = { criteria: 'criterion', subCriteria: 'subCriterion' };

/** An act as operations, with where the part stands afterwards where it is a new one; undefined where the act makes no sense there. */
export interface DoneInTree {
  readonly operations: readonly Operation[];
  readonly open?: Keys;
}

export function addDomain(document: Raw, words: TreeActWords): DoneInTree {
  const domains = valueAt(document, ['domains']);
  const index = Array.isArray(domains) ? domains.length : 0;
  const value = newPart('domain', freeCode(document, ['domains']), words.newTitle);
  return { operations: [{ operation: 'add', into: ['domains'], index, value }], open: ['domains', index] };
}

/** What an act does at a place; undefined where it cannot be done there. */
export function treeAct(document: Raw, at: Keys, act: TreeAct, words: TreeActWords): DoneInTree | undefined {
  const [part, level] = [valueAt(document, at), levelAt(at)];
  if (!isObject(part) || !level) return undefined;
  const [list, index] = [at.slice(0, -1), at.at(-1) as number];
  const members = valueAt(document, list);
  const count = Array.isArray(members) ? members.length : 0;
  const move = (into: Keys, to: number): DoneInTree => ({ operations: [{ operation: 'move', at, into, index: to }] });
  switch (act) {
    case 'up': {
      if (index > 0) return move(list, index - 1);
      // The first goes to the end of the part before its own.
      const owner = at.slice(0, -2);
      if (level === 'domain' || (owner.at(-1) as number) === 0) return undefined;
      const into = [...owner.with(-1, (owner.at(-1) as number) - 1), list.at(-1) as string];
      const there = valueAt(document, into);
      return Array.isArray(there) ? move(into, there.length) : undefined;
    }
    case 'down': {
      if (index < count - 1) return move(list, index + 1);
      const owner = at.slice(0, -2);
      if (level === 'domain') return undefined;
      const into = [...owner.with(-1, (owner.at(-1) as number) + 1), list.at(-1) as string];
      return Array.isArray(valueAt(document, into)) ? move(into, 0) : undefined;
    }
    case 'indent': {
      if (level !== 'criterion' || index === 0 || isDivided(level, part)) return undefined;
      const into = [...list, index - 1, 'subCriteria'];
      const there = valueAt(document, into);
      return move(into, Array.isArray(there) ? there.length : 0);
    }
    case 'outdent': {
      if (level !== 'subCriterion') return undefined;
      const owner = at.slice(0, -2);
      return move(owner.slice(0, -1), (owner.at(-1) as number) + 1);
    }
    case 'addBeside': {
      const value = newPart(level, freeCode(document, list), words.newTitle);
      return { operations: [{ operation: 'add', into: list, index: index + 1, value }], open: [...list, index + 1] };
    }
    case 'addBelow': {
      const below = listBelow(level);
      if (!below || (level === 'criterion' && !isDivided(level, part) && part['rule'] !== undefined)) return undefined;
      const into = [...at, below];
      const there = valueAt(document, into);
      const place = Array.isArray(there) ? there.length : 0;
      const own: RawObject = newPart(LEVEL_BELOW[below], freeCode(document, into), words.newTitle);
      // What is said of an item goes with the first of its parts.
      const clears: Operation[] =
        level === 'criterion' && !isDivided(level, part)
          ? ['source', 'minimum', 'whenNotApplicable', 'notArisen', 'appliesTo', 'conditions']
              .filter((key) => part[key] !== undefined)
              .map((key) => ({ operation: 'set', at: [...at, key] }) as const)
          : [];
      return { operations: [...clears, { operation: 'add', into, index: place, value: own }], open: [...into, place] };
    }
    case 'split':
    case 'divide': {
      if (level === 'domain' || isDivided(level, part) || (act === 'divide' && level !== 'criterion')) return undefined;
      const title = textIn(part, 'title', 'vi') || words.newTitle;
      const into = act === 'divide' ? [...at, 'subCriteria'] : list;
      const first = act === 'divide' ? freeCode(document, into) : (codeOf(part) ?? freeCode(document, list));
      const second = freeCode(document, into, [first]);
      const maximum = textIn(part, 'maximum');
      // Divided, the first has the points of the whole until somebody shares them.
      const points: RawObject = act === 'divide' && maximum !== '' ? { maximum: new NumberToken(maximum) } : {};
      const parts: RawObject[] = [
        { code: first, title: { vi: title }, ...points },
        { code: second, title: { vi: words.newPart(title) } },
      ];
      return { operations: [{ operation: 'split', at, parts, within: act === 'divide' }], open: act === 'divide' ? [...into, 0] : at };
    }
    case 'merge': {
      if (level === 'domain' || index >= count - 1) return undefined;
      return { operations: [{ operation: 'merge', at, others: [[...list, index + 1]] }] };
    }
    case 'renumber':
      return isDivided(level, part) ? { operations: [{ operation: 'renumber', at }] } : undefined;
    case 'remove':
      return { operations: [{ operation: 'remove', at }] };
  }
}

/** Where a part that is let go over another one lands: before or after it, or below it at the end. */
export function dropped(document: Raw, at: Keys, over: Keys, where: 'before' | 'after' | 'below'): DoneInTree | undefined {
  const [level, target] = [levelAt(at), levelAt(over)];
  const there = valueAt(document, over);
  if (!level || !target || !isObject(there) || over.join('/').startsWith(`${at.join('/')}/`) || at.join('/') === over.join('/')) return undefined;
  const below = listBelow(target);
  if (where === 'below') {
    if (!below || level === 'domain' || (target === 'domain') !== (below === 'criteria')) return undefined;
    const into = [...over, below];
    const members = valueAt(document, into);
    const isSame = at.slice(0, -1).join('/') === into.join('/');
    return { operations: [{ operation: 'move', at, into, index: (Array.isArray(members) ? members.length : 0) - (isSame ? 1 : 0) }] };
  }
  const into = over.slice(0, -1);
  const isSame = at.slice(0, -1).join('/') === into.join('/');
  const gap = (over.at(-1) as number) + (where === 'after' ? 1 : 0);
  return { operations: [{ operation: 'move', at, into, index: isSame && (at.at(-1) as number) < gap ? gap - 1 : gap }] };
}
