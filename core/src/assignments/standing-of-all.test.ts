import { expect, it } from 'vitest';
import { standingOfAll } from './standing-of-all.ts';

it.each([
  [null, [], null],
  [null, [null, 'entered'], 'entered'],
  ['entered', ['returned', 'approved'], 'returned'],
  ['approved', ['passed', null], 'passed'],
  // Figures alone do not make an item approved.
  [null, ['approved', 'approved'], null],
  ['approved', ['approved', 'changed', null], 'changed'],
  ['reviewed', ['approved'], 'approved'],
  ['reviewed', ['reviewed', null], 'reviewed'],
] as const)('[F33] an item that stands at %s, its figures at %j, stands at %s in all', (own, figures, all) => {
  expect(standingOfAll(own, figures)).toBe(all);
});
