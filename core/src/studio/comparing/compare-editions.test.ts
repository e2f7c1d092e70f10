import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import type { Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { sumOf } from '../../scheme/complete.ts';
import { placesOf } from '../../scheme/placed-parts.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import type { Json, JsonObject } from '../../testing/documents.ts';
import { domain, item, scheme } from '../../testing/small-round.ts';
import { type Comparison, compareEditions } from './compare-editions.ts';

const EDITIONS = ['illustrative-before-2022', 'province-2022', 'ministry-2023', 'department-illustrative', 'commune-illustrative', 'commune-nq57-2026'];
const editions = new Map(
  EDITIONS.map((edition) => [
    edition,
    readScheme(readYaml(readFileSync(new URL(`../../../../schemes/${edition}/scheme.yaml`, import.meta.url), 'utf8')).value, new Faults()) as Scheme,
  ]),
);
const own = (edition: string): Scheme => editions.get(edition) as Scheme;
const read = (changes: JsonObject): Scheme => readScheme(readJson(JSON.stringify(scheme(changes))).value as Raw, new Faults()) as Scheme;
const from = (...codes: string[]): { lineage: Json } => ({ lineage: codes.map((code) => ({ edition: 'truoc', item: code, comparable: 'partly' })) });
const titled = (vi: string) => ({ title: { vi } });

const codesOf = ({ added, removed, regrouped, changed, unchanged }: Comparison) => ({
  before: [...removed, ...regrouped.flatMap(({ before }) => before), ...[...changed, ...unchanged].map(({ before }) => before)].map(({ code }) => code),
  after: [...added, ...regrouped.flatMap(({ after }) => after), ...[...changed, ...unchanged].map(({ after }) => after)].map(({ code }) => code),
});

function expectWhole(older: Scheme, newer: Scheme) {
  const comparison = compareEditions(older, newer);
  const { before, after } = codesOf(comparison);
  expect(before.toSorted()).toEqual(
    placesOf(older)
      .map(({ code }) => code)
      .toSorted(),
  );
  expect(after.toSorted()).toEqual(
    placesOf(newer)
      .map(({ code }) => code)
      .toSorted(),
  );
  const { domains, sources, total } = comparison.effect;
  for (const parts of [domains, sources]) expect(sumOf(parts.map(({ difference }) => difference))).toBe(total.difference);
}

describe('[F3] two editions compared part by part', () => {
  it.each(EDITIONS)('%s with itself: nothing differs', (edition) => {
    const { added, removed, regrouped, changed, unchanged, effect } = compareEditions(own(edition), own(edition));
    expect([added, removed, regrouped, changed]).toEqual([[], [], [], []]);
    expect(unchanged).toHaveLength(placesOf(own(edition)).length);
    expect(effect.total.difference).toBe('0');
  });

  it.each(EDITIONS.flatMap((older) => EDITIONS.map((newer) => ({ older, newer }))))(
    'each part of both stands in one place, and the effects add up: $older, $newer',
    ({ older, newer }) => expectWhole(own(older), own(newer)),
  );

  it('tells an item divided, items joined, and others rearranged, as the newer edition declares them', () => {
    const older = read({
      id: 'truoc',
      domains: [
        domain(
          '1',
          ['1.1', '1.2', '1.3', '1.4', '1.5'].map((code) => item(code, titled(`Cũ ${code}`))),
        ),
      ],
    });
    const newer = read({
      id: 'nay',
      domains: [
        domain('1', [
          item('1.1', { ...titled('Một'), ...from('1.1') }),
          item('1.2', { ...titled('Hai'), ...from('1.1') }),
          item('1.3', { ...titled('Ba'), ...from('1.2', '1.3') }),
          item('1.4', { ...titled('Bốn'), ...from('1.4', '1.5') }),
          item('1.5', { ...titled('Năm'), ...from('1.5') }),
        ]),
      ],
    });
    const told = compareEditions(older, newer).regrouped.map(({ kind, before, after }) => [
      kind,
      before.map(({ code }) => code),
      after.map(({ code }) => code),
    ]);
    expect(told).toEqual([
      ['split', ['1.1'], ['1.1', '1.2']],
      ['merged', ['1.2', '1.3'], ['1.3']],
      ['rearranged', ['1.4', '1.5'], ['1.4', '1.5']],
    ]);
    expectWhole(older, newer);
  });

  it('tells what of an item is other: its number, place, words, points, rule, evidence', () => {
    const older = read({
      domains: [
        domain('1', [item('1.1', titled('Ban hành kế hoạch')), item('1.2', titled('Báo cáo định kỳ')), item('1.3', titled('Kiểm tra cải cách hành chính'))]),
        domain('2', [item('2.1', titled('Rà soát văn bản'))]),
      ],
    });
    const newer = read({
      domains: [
        domain('1', [item('1.1', titled('Báo cáo định kỳ')), item('1.2', { ...titled('Ban hành kế hoạch'), rule: { kind: 'yesNo', yes: 0.5, no: 0.1 } })]),
        domain('2', [
          item('2.1', { ...titled('Rà soát văn bản'), guidance: { evidence: { vi: 'Kế hoạch' } } }),
          item('2.2', titled('Kiểm tra công tác cải cách hành chính')),
        ]),
      ],
    });
    const { changed, added, removed } = compareEditions(older, newer);
    expect([added, removed]).toEqual([[], []]);
    expect(changed.map(({ before, after, differences, by }) => [before.code, after.code, differences, by])).toEqual([
      ['1.2', '1.1', ['renumbered'], 'title'],
      ['1.1', '1.2', ['renumbered', 'rule'], 'title'],
      ['2.1', '2.1', ['evidence'], 'code'],
      ['1.3', '2.2', ['moved', 'text'], 'likeTitle'],
    ]);
  });

  it('whatever items stand in two editions, each has one place, and the effects add up', () => {
    const items = fc.array(fc.record({ word: fc.constantFrom('a', 'b', 'c', 'd e', 'd f'), maximum: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    const edition = (id: string, some: readonly { word: string; maximum: number }[]) =>
      read({
        id,
        domains: [
          domain(
            '1',
            some.map(({ word, maximum }, at) => item(`1.${at + 1}`, { ...titled(`Nội dung ${word}`), maximum, rule: { kind: 'yesNo' } })),
          ),
        ],
      });
    fc.assert(fc.property(items, items, (one, other) => expectWhole(edition('truoc', one), edition('nay', other))));
  });
});
