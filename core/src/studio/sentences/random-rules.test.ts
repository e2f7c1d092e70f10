import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import type { Band } from '../../rules/band-table.ts';
import { isWhole } from '../../rules/quantity.ts';
import type { Rule } from '../../rules/registry.ts';
import { readScheme } from '../../scheme/read.ts';
import { itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { describeRule } from '../../words/describe-rule.ts';
import { ruleLines } from '../../words/describe-scheme.ts';
import { schemeNames } from '../../words/scheme-names.ts';
import { readRule } from './read-rule.ts';

const SCHEMES = 200;
/** Kinds whose sentences are read, where they say all. */
const READ = ['given', 'yesNo', 'levels', 'checks', 'bands', 'proportional', 'perUnit', 'deduct'];

/** Where only whole numbers come, "above 8" is "from 9". */
const whole = ({ from, above, points }: Band): Band => ({
  from: String(above === undefined ? Math.ceil(Number(from)) : Math.floor(Number(above)) + 1),
  points,
});

/** What a rule does, without what only its scheme knows: names of figures, ids, titles of levels. */
function effectOf(rule: Rule, isOfWhole: boolean): unknown {
  const plain =
    rule.kind === 'bands' && isOfWhole
      ? { ...rule, bands: rule.bands.map(whole) }
      : rule.kind === 'proportional' && rule.floor === undefined
        ? { ...rule, belowFloor: undefined }
        : rule;
  return JSON.parse(JSON.stringify(plain, (key, value) => (['of', 'id', 'figure', 'title'].includes(key) ? undefined : value)));
}

describe('[F8] the sentences of rules that were made up', () => {
  it('give back a rule with the same effect, or none, or a doubt', () => {
    const read = new Set<string>();
    for (let stream = 0; stream < SCHEMES; stream += 1) {
      const scheme = readScheme(readJson(textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 5), stream)).doc)).value, new Faults()) as Scheme;
      const names = schemeNames(scheme, 'vi');
      for (const item of itemsOfDomains(scheme.domains)) {
        const penalty = Number(item.maximum) === 0;
        const lines = ruleLines(describeRule(item, names)).map((text) => ({ text: text.trim() }));
        const maximum = penalty ? (item.minimum ?? '0').replace('-', '') : item.maximum;
        const draft = readRule(lines, { code: item.code, title: item.title.vi, maximum, penalty });
        if (!draft || draft.doubts.length > 0) continue;
        const isOfWhole = item.rule.kind === 'bands' && isWhole(item.rule.of, names.figureTypes) === true;
        expect(effectOf(draft.rule, isOfWhole), `stream ${stream}, item ${item.code}:\n${lines.map(({ text }) => text).join('\n')}`).toEqual(
          effectOf(item.rule, isOfWhole),
        );
        read.add(item.rule.kind);
      }
    }
    expect([...read].toSorted()).toEqual(READ.toSorted());
  });
});
