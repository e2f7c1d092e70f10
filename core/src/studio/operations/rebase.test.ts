import { expect, it } from 'vitest';
import type { Raw } from '../../reading/raw.ts';
import { applyChanges, type Change } from './change.ts';
import { conflicts, rebase } from './rebase.ts';

const LIST: Raw = ['a', 'b', 'c', 'd', 'e'];
const insert = (index: number, value: string): Change => ({ change: 'insert', at: [index], value });
const remove = (index: number): Change => ({ change: 'remove', at: [index], value: (LIST as string[])[index] as string });
const move = (from: number, to: number): Change => ({ change: 'move', at: [from], to: [to] });

/** What stands when ours comes after theirs, and when theirs comes after ours. */
const both = (ours: Change, theirs: Change): string[] => {
  expect(conflicts([ours], [theirs])).toEqual([]);
  const [one, other] = [
    applyChanges(applyChanges(LIST, [theirs]), rebase([ours], [theirs])),
    applyChanges(applyChanges(LIST, [ours]), rebase([theirs], [ours], false)),
  ];
  return [one, other].map((list) => (list as string[]).join(''));
};

it.each([
  { about: 'put in before what is taken', ours: insert(2, 'X'), theirs: remove(2), stands: 'abXde' },
  { about: 'put in just before', ours: insert(1, 'X'), theirs: remove(2), stands: 'aXbde' },
  { about: 'put in just behind', ours: insert(3, 'X'), theirs: remove(2), stands: 'abXde' },
  { about: 'both put in at one place', ours: insert(2, 'X'), theirs: insert(2, 'Y'), stands: 'abYXcde' },
  { about: 'both put in, one just behind', ours: insert(3, 'X'), theirs: insert(2, 'Y'), stands: 'abYcXde' },
  { about: 'both put in, one just before', ours: insert(1, 'X'), theirs: insert(2, 'Y'), stands: 'aXbYcde' },
  { about: 'both take the same', ours: remove(2), theirs: remove(2), stands: 'abde' },
  { about: 'taken beside each other', ours: remove(2), theirs: remove(3), stands: 'abe' },
  { about: 'moved to where something is put in', ours: move(0, 2), theirs: insert(3, 'Y'), stands: 'bcYade' },
  { about: 'moved over what is taken', ours: move(0, 3), theirs: remove(2), stands: 'bdae' },
  { about: 'both moved to one place', ours: move(0, 3), theirs: move(4, 3), stands: 'bceda' },
])('[F1] what two authors do in one list stands the same in either order: $about', ({ ours, theirs, stands }) =>
  expect(both(ours, theirs)).toEqual([stands, stands]),
);

it('[F1] each part put into the other is a conflict: neither has a place any more', () => {
  const ours: Change = { change: 'move', at: ['domains', 0], to: ['domains', 0, 'criteria', 0] };
  const theirs: Change = { change: 'move', at: ['domains', 1], to: ['domains', 0, 'criteria', 0] };
  expect(conflicts([ours], [theirs]).map(({ code }) => code)).toEqual(['bothMoved']);
});
