import { isObject, type Raw, type RawObject } from '@parindex/core/reading/raw';
import type { FigureType } from '@parindex/core/rules/figure-type';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { mentionsIn } from '@parindex/core/studio/operations/mentions';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { searchKey } from '@parindex/core/text/search-key';
import { textIn } from './tree-rows.ts';

/** A figure that the draft declares. */
export interface DeclaredFigure {
  readonly at: Keys;
  readonly id: string;
  readonly title: string;
  readonly type: string;
}

const objectsAt = (document: Raw, ...keys: readonly string[]): readonly (readonly [RawObject, number])[] => {
  const list = valueAt(document, keys);
  return (Array.isArray(list) ? list : []).flatMap((each, index) => (isObject(each) ? [[each, index] as const] : []));
};

export const figuresIn = (document: Raw): DeclaredFigure[] =>
  objectsAt(document, 'figures').map(([figure, index]) => ({
    at: ['figures', index],
    id: textIn(figure, 'id'),
    title: textIn(figure, 'title', 'vi') || textIn(figure, 'id'),
    type: textIn(figure, 'type'),
  }));

/** The questions of the survey by their ids. */
export const questionsIn = (document: Raw): { readonly id: string; readonly title: string }[] =>
  objectsAt(document, 'survey', 'questions').map(([question]) => ({
    id: textIn(question, 'id'),
    title: textIn(question, 'title', 'vi') || textIn(question, 'id'),
  }));

/** By which items each figure is used. */
export function usersOfFigures(document: Raw): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { what, names, by } of mentionsIn(document)) {
    if (what !== 'figure') continue;
    for (const name of names) users.set(name, [...new Set([...(users.get(name) ?? []), by])]);
  }
  return users;
}

/** An id of letters and digits made of a title: "Số hồ sơ đúng hạn" as soHoSoDungHan; nobody has to see it. */
export function idOf(title: string, taken: ReadonlySet<string>): string {
  const words = searchKey(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  // Begins with a letter, and is none of the words of formulas, which are short.
  const start = /^[a-z]/.test(joined) && joined.length > 3 ? joined : `soLieu${joined}`;
  for (let next = 1; ; next += 1) {
    const id = next === 1 ? start : `${start}${next}`;
    if (!taken.has(id)) return id;
  }
}

/** Declares a figure at the end of the list. */
export function declareFigure(document: Raw, title: string, type: FigureType): { readonly id: string; readonly operation: Operation } {
  const figures = figuresIn(document);
  const id = idOf(title, new Set(figures.map((figure) => figure.id)));
  const there = valueAt(document, ['figures']);
  const index = Array.isArray(there) ? there.length : 0;
  return { id, operation: { operation: 'add', into: ['figures'], index, value: { id, type, title: { vi: title } } } };
}
