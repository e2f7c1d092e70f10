import { expect, it } from 'vitest';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { NumberToken } from '../../reading/raw.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { scheme } from '../../testing/small-round.ts';
import { addCase } from './confirm.ts';
import { reachOf } from './reach.ts';

const counts = ['done', 'planned'].map((id) => ({ id, type: 'count' }));
const own = readScheme(readJson(JSON.stringify(scheme({ figures: counts }))).value, new Faults()) as Scheme;

it.each([
  // Beside 1000 there is no whole number by which it is 7: the other figure has to be small.
  { formula: 'done * planned', value: '7', figures: { done: '7', planned: '1' } },
  { formula: 'done / planned', value: '0.805', figures: { done: '805', planned: '1000' } },
  { formula: 'done * planned', value: '0.5', figures: undefined },
])('[F20] finds figures by which $formula is $value, whatever the others have to be', ({ formula, value, figures }) => {
  const reached = reachOf({ formula }, own)(exact.fromText(value))?.figures;
  expect(reached && Object.fromEntries(Object.entries(reached).map(([id, each]) => [id, each instanceof NumberToken ? each.text : each]))).toEqual(figures);
});

it('[F20] a case stands behind the last of its own item, not at the end of the file', () => {
  const cases = ['1.1', '1.2', '1.1', '1.3'].map((item) => ({ item }));
  expect(addCase(cases, { item: '1.1' })).toMatchObject([{ change: 'insert', at: [3] }]);
  expect(addCase(cases, { item: '1.4' })).toMatchObject([{ change: 'insert', at: [4] }]);
});
