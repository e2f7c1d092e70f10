import { readYaml } from '@parindex/core/reading/yaml';
import { expect, it } from 'vitest';
import { answersOf, itemsToHangOn } from './answers-of-item.ts';

const document = readYaml(`
domains:
  - code: "1"
    criteria:
      - { code: "1.1", title: { vi: "Có kế hoạch" }, rule: { kind: yesNo } }
      - { code: "1.2", title: { vi: "Mức đạt" }, rule: { kind: levels, levels: [{ id: a, title: { vi: "Tốt" }, points: 1 }, { id: b, points: 0 }] } }
      - { code: "1.3", title: { vi: "Theo kế hoạch" }, rule: { kind: branch, on: { item: "1.1" }, cases: [{ is: true, rule: { kind: yesNo } }], otherwise: notApplicable } }
      - { code: "1.4", title: { vi: "Cho điểm" }, rule: { kind: given } }
`).value;

it('[F2] a rule can hang on items that are answered by yes, no or a level, and on none that hang on it', () => {
  const offered = (index: number) => itemsToHangOn(document, ['domains', 0, 'criteria', index]).map(({ code }) => code);
  expect(offered(3)).toEqual(['1.1', '1.2', '1.3']);
  expect(offered(0)).toEqual(['1.2']);
  expect(offered(2)).toEqual(['1.1', '1.2']);
});

it('[F2] levels are answers by their names', () => {
  expect(answersOf({ kind: 'yesNo' }).map(({ is }) => is)).toEqual([true, false]);
  expect(answersOf({ kind: 'levels', levels: [{ id: 'a', title: { vi: 'Tốt' } }, { id: 'b' }] })).toEqual([
    { is: 'a', title: 'Tốt' },
    { is: 'b', title: '' },
  ]);
});
