import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import { type Item, itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { describeRule } from '../../words/describe-rule.ts';
import { ruleLines } from '../../words/describe-scheme.ts';
import { schemeNames } from '../../words/scheme-names.ts';
import { readRule } from './read-rule.ts';

const read = (edition: string): Scheme =>
  readScheme(readYaml(readFileSync(new URL(`../../../../schemes/${edition}/scheme.yaml`, import.meta.url), 'utf8')).value, new Faults()) as Scheme;

/** A rule but for what only its scheme knows: names of figures, of levels. */
const bare = (rule: unknown): unknown =>
  JSON.parse(JSON.stringify(rule, (key, value) => (['of', 'id', 'figure', 'expression', 'title'].includes(key) ? undefined : value)));

describe('[F8] the sentences by which a scheme’s rules are told', () => {
  it.each([
    { edition: 'province-2022', atLeast: 60 },
    { edition: 'department-illustrative', atLeast: 30 },
    { edition: 'commune-illustrative', atLeast: 24 },
    { edition: 'commune-nq57-2026', atLeast: 20 },
  ])('give back the rule, or none, never another: $edition', ({ edition, atLeast }) => {
    const scheme = read(edition);
    const names = schemeNames(scheme, 'vi');
    const wrong: string[] = [];
    let alike = 0;
    for (const item of itemsOfDomains(scheme.domains)) {
      const lines = ruleLines(describeRule(item, names)).map((text) => ({ text: text.trim() }));
      const draft = readRule(lines, { code: item.code, title: item.title.vi, maximum: mostOf(item), penalty: Number(item.maximum) === 0 });
      if (!draft) continue;
      if (JSON.stringify(bare(draft.rule)) === JSON.stringify(bare(item.rule))) alike += 1;
      else if (draft.doubts.length === 0) wrong.push(`${item.code} ${JSON.stringify(draft.rule)}`);
    }
    expect(wrong).toEqual([]);
    expect(alike).toBeGreaterThanOrEqual(atLeast);
  });
});

const mostOf = ({ maximum, minimum }: Item): string => (Number(maximum) === 0 ? (minimum ?? '0').replace('-', '') : maximum);
