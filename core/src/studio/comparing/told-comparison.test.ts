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
});
