import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import type { Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { domain, item, scheme } from '../../testing/small-round.ts';
import { compareEditions } from './compare-editions.ts';
import { tellComparison } from './told-comparison.ts';

const own = (edition: string) =>
  readScheme(readYaml(readFileSync(new URL(`../../../../schemes/${edition}/scheme.yaml`, import.meta.url), 'utf8')).value, new Faults()) as Scheme;
const read = (domains: unknown[]) => readScheme(readJson(JSON.stringify(scheme({ domains } as never))).value as Raw, new Faults()) as Scheme;

describe('a comparison in words', () => {
  it.each(['vi', 'en'] as const)('[F3] tells each change once, under one domain, both sides of each difference (%s)', (language) => {
    const [older, newer] = [own('illustrative-before-2022'), own('province-2022')];
    const { added, removed, regrouped, changed, unchanged } = compareEditions(older, newer);
    const { counts, domains } = tellComparison(older, newer, language);
    const told = domains.flatMap(({ changes }) => changes);
    expect(told).toHaveLength(added.length + removed.length + regrouped.length + changed.length);
    expect(counts).toMatchObject({ added: added.length, removed: removed.length, changed: changed.length, unchanged: unchanged.length });
    const differences = told.flatMap((change) => change.differences);
    expect(differences).toHaveLength(changed.flatMap((each) => each.differences).length);
    // What differs in Vietnamese may read alike in English.
    if (language === 'vi')
      for (const { before, after } of differences.filter(({ difference }) => ['text', 'points', 'rule', 'moved', 'renumbered'].includes(difference)))
        expect(before).not.toEqual(after);
  });

  it('keeps what a dropped domain held under its own name, and says other points and evidence in words', () => {
    const older = read([domain('1', [item('1.1', { maximum: '1' })]), domain('2', [item('2.1', { title: { vi: 'Chỉ có ở bản trước' } })])]);
    const newer = read([domain('1', [item('1.1', { maximum: '1.5', guidance: { evidence: { vi: 'Báo cáo' } } })])]);
    const { domains, effect } = tellComparison(older, newer, 'vi');
    expect(domains.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([['changed'], ['removed']]);
    expect(domains[0]?.changes[0]?.differences).toEqual([
      { difference: 'points', before: ['1'], after: ['1,5'] },
      { difference: 'evidence', before: [], after: ['Báo cáo'] },
    ]);
    expect(effect.domains.map(({ difference }) => difference)).toEqual(['0.5', '-1']);
  });

  it('tells other numbers of a rule apart from another rule, and both rules in words', () => {
    const levels = (points: string, part = 'Một phần') => ({
      kind: 'levels',
      levels: [
        { id: 'full', title: { vi: 'Đầy đủ' }, points: '1' },
        { id: 'part', title: { vi: part }, points },
      ],
    });
    const [older, newer, named, other] = [levels('0.5'), levels('0.25'), levels('0.5', 'Một nửa'), { kind: 'given' }].map((rule) =>
      read([domain('1', [item('1.1', { maximum: '1', rule })])]),
    ) as [Scheme, Scheme, Scheme, Scheme];
    const differencesOf = (after: Scheme) =>
      tellComparison(older, after, 'vi').domains.flatMap(({ changes }) => changes.flatMap((change) => change.differences));
    const [thresholds] = differencesOf(newer);
    expect(thresholds?.difference).toBe('thresholds');
    expect(thresholds?.before.join(' ')).toContain('Một phần: 0,5 điểm');
    expect(thresholds?.after.join(' ')).toContain('Một phần: 0,25 điểm');
    for (const after of [named, other]) expect(differencesOf(after).map(({ difference }) => difference)).toEqual(['rule']);
  });

  it('tells what holds for the whole edition: of each part only the lines that the other does not have', () => {
    const schemeWith = (changes: object) => readScheme(readJson(JSON.stringify(scheme(changes as never))).value as Raw, new Faults()) as Scheme;
    const older = schemeWith({ title: { vi: 'Bộ tiêu chí minh họa' } });
    expect(tellComparison(older, older, 'vi').edition).toEqual([]);
    const newer = schemeWith({ title: { vi: 'Bộ tiêu chí minh họa, sửa đổi' }, rounding: { places: 3, mode: 'halfUp' } });
    const { edition } = tellComparison(older, newer, 'vi');
    expect(edition.map(({ part }) => part)).toEqual(['title', 'rounding']);
    expect(edition[0]).toMatchObject({ before: ['Bộ tiêu chí minh họa'], after: ['Bộ tiêu chí minh họa, sửa đổi'] });
    expect(edition[1]?.after.join(' ')).toContain('3');
  });
});
