import { expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import type { RawObject } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { domain, item, scheme } from '../../testing/small-round.ts';
import { casesByItem, isSameSituation } from './read-cases.ts';

it('[F20] cases stand by the code of their item, each with whether it comes out; what is no case is left aside', () => {
  const draft = scheme({ domains: [domain('1', [item('1.1', { maximum: '2' }), item('1.2')])] });
  const read = readScheme(readYaml(JSON.stringify(draft)).value, new Faults()) as Scheme;
  const { value } = readYaml(`
- { item: "1.1", answer: { yes: true }, expect: { points: "2" } }
- { item: "1.1", answer: { yes: false }, expect: { points: "1" } }
- nothing
- { item: "1.2", answer: { yes: false }, expect: { points: "0" } }
`);
  const told = [...casesByItem(value, read)].map(([code, cases]) => [code, cases.map(({ index, fails }) => [index, fails])]);
  expect(told).toEqual([
    [
      '1.1',
      [
        [0, false],
        [1, true],
      ],
    ],
    ['1.2', [[3, false]]],
  ]);
});

it('two cases are of one situation whatever they expect, and however their keys are ordered', () => {
  const [one, other, third] = readYaml(`
- { item: "1.1", figures: { a: 1, b: 2 }, expect: { points: "1" } }
- { expect: { points: "0" }, why: { vi: "Trang 3" }, figures: { b: 2, a: 1 }, item: "1.1" }
- { item: "1.1", figures: { a: 2, b: 1 }, expect: { points: "1" } }
`).value as [RawObject, RawObject, RawObject];
  expect([isSameSituation(one, other), isSameSituation(one, third)]).toEqual([true, false]);
});
