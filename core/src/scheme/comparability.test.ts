import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import type { Json, JsonObject } from '../testing/documents.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { comparabilityOf } from './comparability.ts';
import { readScheme } from './read.ts';
import { successorsOf } from './successors.ts';
import { itemsOfDomains, type Scheme } from './types.ts';

const read = (changes: JsonObject): Scheme => readScheme(readJson(JSON.stringify(scheme(changes))).value as Raw, new Faults()) as Scheme;
const lineage = (...entries: [string, string, string][]): Json => entries.map(([edition, code, comparable]) => ({ edition, item: code, comparable }));
const flagsOf = (now: Scheme, before: Scheme | null) => [...comparabilityOf(now, before)].map(([code, { flag, why }]) => [code, flag, why]);

const before = read({ id: 'truoc', domains: [domain('1', [item('1.1'), item('1.2'), item('1.3')])] });

describe('[F75] whether an item can be compared with the year before', () => {
  it('by what changed under the same code, where the edition declares nothing', () => {
    const now = read({
      id: 'nay',
      domains: [
        domain('1', [
          item('1.1'),
          item('1.2', { title: { vi: 'Tiêu chí 1.2, tên khác' } }),
          item('1.3', { rule: { kind: 'yesNo', yes: 0.5, no: 0.1 } }),
          item('1.4'),
        ]),
      ],
    });
    expect(flagsOf(now, before)).toEqual([
      ['1.1', 'comparable', []],
      ['1.2', 'partly', ['text']],
      ['1.3', 'not', ['rule']],
      ['1.4', 'not', ['new']],
    ]);
  });

  it('as the edition declares it, else not at all: no code that happens to be the same, no two forebears', () => {
    const now = read({
      id: 'nay',
      domains: [
        domain('1', [
          item('1.1'),
          item('1.2', { lineage: lineage(['truoc', '1.1', 'yes']) }),
          item('1.3', { lineage: lineage(['truoc', '1.3', 'no']) }),
          item('1.4', { lineage: lineage(['truoc', '1.1', 'partly'], ['truoc', '1.2', 'partly']) }),
          item('1.5', { lineage: lineage(['truoc', '1.2', 'partly']) }),
        ]),
      ],
    });
    const found = comparabilityOf(now, before);
    expect([...found].map(([code, { flag, why, forebear }]) => [code, flag, why[0], forebear?.code])).toEqual([
      ['1.1', 'not', 'new', undefined],
      ['1.2', 'comparable', 'moved', '1.1'],
      ['1.3', 'not', 'declared', '1.3'],
      ['1.4', 'not', 'merged', undefined],
      ['1.5', 'partly', 'declared', '1.2'],
    ]);
  });

  it('with reserve where the edition of the year before is not known', () => {
    expect(flagsOf(before, null)).toEqual(['1.1', '1.2', '1.3'].map((code) => [code, 'partly', ['editionUnknown']]));
  });

  it('an edition with itself is comparable throughout; one maximum that moves is named there alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 8 }), fc.integer({ min: 2, max: 9 }), (count, place, maximum) => {
        const items = (moved?: number) =>
          Array.from({ length: count }, (_, at) => item(`1.${at + 1}`, at === moved ? { maximum, rule: { kind: 'yesNo', yes: maximum } } : {}));
        const plain = read({ domains: [domain('1', items())] });
        const moved = place % count;
        const other = read({ domains: [domain('1', items(moved))] });
        expect(new Set([...comparabilityOf(plain, plain).values()].map(({ flag }) => flag))).toEqual(new Set(['comparable']));
        const odd = flagsOf(other, plain).filter(([, flag]) => flag !== 'comparable');
        expect(odd).toEqual([[itemsOfDomains(other.domains)[moved]?.code, 'partly', ['points']]]);
      }),
    );
  });
});

describe('[F4] where items go when an edition takes over', () => {
  it('as the new edition declares it, else under their code and title; to none where a person has to say it', () => {
    const now = read({
      id: 'nay',
      domains: [
        domain('1', [
          item('1.1'),
          item('1.2', { title: { vi: 'Nội dung khác hẳn' } }),
          item('1.9', { title: { vi: 'Tên mới' }, lineage: lineage(['truoc', '1.3', 'no']) }),
        ]),
      ],
    });
    expect([...successorsOf(before, now)]).toEqual([
      ['1.1', '1.1'],
      ['1.3', '1.9'],
    ]);
    const divided = read({
      id: 'nay',
      domains: [
        domain('1', [
          item('1.1', { lineage: lineage(['truoc', '1.1', 'partly']) }),
          item('1.4', { lineage: lineage(['truoc', '1.1', 'partly']) }),
          item('1.5', { lineage: lineage(['truoc', '1.2', 'partly'], ['truoc', '1.3', 'partly']) }),
        ]),
      ],
    });
    expect([...successorsOf(before, divided)]).toEqual(['1.1', '1.2', '1.3'].map((code) => [code, null]));
  });
});
