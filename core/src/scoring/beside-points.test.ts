import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { maximaOfOthers, pastPoints } from './beside-points.ts';
import { ownItems } from './own-items.ts';
import { prepareScheme } from './prepared.ts';

const prepared = prepareScheme(readScheme(readYaml(readFileSync('schemes/province-2022/scheme.yaml', 'utf8')).value, new Faults()) as Scheme);
const own = ownItems(prepared, { notAsked: [] });

it('what others give stands beside the points of a body by source, and is not in them', () => {
  const { whole, domains } = maximaOfOthers(prepared, own);
  expect(whole).toEqual([
    { source: 'survey', maximum: '22/1' },
    { source: 'satisfaction', maximum: '10/1' },
  ]);
  expect(domains.flatMap(({ value }) => value.map(({ source }) => source)).filter((source) => source === 'satisfaction')).toHaveLength(1);
});

it('points of the year before are summed over a body’s own items that have them', () => {
  const [survey] = prepared.items.filter(({ source }) => source === 'survey');
  const before = { '1.1': '1.25', '1.2': '0.5', '2.1.1': '0.25', [survey?.item.code as string]: '1', 'không có': '3' };
  const { whole, domains } = pastPoints(prepared, own, before);
  expect(whole).toEqual({ points: '2/1', items: 3 });
  expect(domains.slice(0, 2).map(({ value }) => value)).toEqual([
    { points: '7/4', items: 2 },
    { points: '1/4', items: 1 },
  ]);
  expect(pastPoints(prepared, own, {}).whole).toEqual({ points: '0/1', items: 0 });
});
