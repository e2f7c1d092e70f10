import { Faults } from '../../reading/faults.ts';
import type { RawObject } from '../../reading/raw.ts';
import { readScheme } from '../../scheme/read.ts';
import { SCHEME_FORMAT } from '../../scheme/types.ts';
import { describeRule } from '../../words/describe-rule.ts';
import type { Language } from '../../words/language.ts';
import type { RuleWords } from '../../words/rule-wording.ts';
import { schemeNames } from '../../words/scheme-names.ts';
import type { ImportedPart } from './scheme-draft.ts';

/** The rule of an item as the product tells it, whatever else is wrong with the draft; undefined where it cannot be told alone. */
export function ruleInWords({ item, rule }: Pick<ImportedPart, 'item' | 'rule'>, language: Language): RuleWords | undefined {
  if (!item || !rule) return undefined;
  const title = { vi: '–' };
  const kind = item['minimum'] === undefined ? 'regular' : 'penalty';
  const ofDomain = (code: string, group: string, criterion: RawObject) => ({ code, title, group, criteria: [{ ...criterion, code: `${code}.1` }] });
  const alone = readScheme(
    {
      ...{ format: SCHEME_FORMAT, id: 'alone', title, status: 'official', groups: ['regular', 'penalty'].map((id) => ({ id, kind: id })) },
      figures: rule.figures.map(({ id, type, title: vi }) => ({ id, type, title: { vi } })),
      // A scheme has a regular domain, whatever the item's own is.
      domains: [ofDomain('1', kind, item), ofDomain('2', 'regular', { title, maximum: '1', source: 'appraised', rule: { kind: 'yesNo' } })],
    },
    new Faults(),
  );
  const [criterion] = alone?.domains[0]?.criteria ?? [];
  return alone && criterion && 'rule' in criterion ? describeRule(criterion, schemeNames(alone, language)) : undefined;
}
