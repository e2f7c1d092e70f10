import { type PlainRule, plainKindOf } from '../rules/plain-kinds.ts';
import type { Rule } from '../rules/registry.ts';
import type { Item } from '../scheme/types.ts';
import { plainRulesOf } from '../snapshot/answers.ts';
import { inLanguage } from './language.ts';
import { type RuleWords, words } from './rule-wording.ts';
import type { SchemeNames } from './scheme-names.ts';

/** Says an item's rule in words, as a reader of the decision would find it. */
export function describeRule(item: Item, names: SchemeNames, rule: Rule = item.rule): RuleWords {
  const { phrases } = names;
  if (rule.kind !== 'branch') return describePlain(rule, item, names);
  const named = names.item(rule.on.item);
  const title = named ? phrases.quote(inLanguage(named.title, names.language) ?? '') : '';
  const cases = rule.cases.map(({ is, rule: own }) => ({
    when: phrases.rule.branchCase(phrases.quote(answerName(is, named, names))),
    rule: describePlain(own, item, names),
  }));
  const otherwise = rule.otherwise === 'notApplicable' ? words(phrases.rule.branchNotApplicable) : describePlain(rule.otherwise, item, names);
  return words(phrases.rule.branch(rule.on.item, title), { cases: [...cases, { when: phrases.rule.branchOtherwise, rule: otherwise }] });
}

/** What an answer that a branch compares is called: yes, no, or the level's title. */
export function answerName(answer: boolean | string, named: Item | undefined, { phrases, language }: SchemeNames): string {
  if (typeof answer === 'boolean') return answer ? phrases.yes : phrases.no;
  const rules = named?.rule.kind === 'branch' ? [...named.rule.cases.map((entry) => entry.rule), named.rule.otherwise] : [named?.rule];
  for (const rule of rules) {
    if (typeof rule === 'object' && rule.kind === 'levels') {
      const level = rule.levels.find(({ id }) => id === answer);
      if (level) return inLanguage(level.title, language) ?? level.id;
    }
  }
  return answer;
}

/** What a thing that is ticked is called; under a branch the first rule that has it says so. */
export function checkName(id: string, item: Item | undefined, { language }: SchemeNames): string {
  const rules = item ? plainRulesOf(item.rule) : [];
  const checks = rules.flatMap((rule) => ('checks' in rule ? rule.checks : []));
  return inLanguage(checks.find((check) => check.id === id)?.title, language) ?? id;
}

const describePlain = (rule: PlainRule, item: Item, names: SchemeNames): RuleWords => plainKindOf(rule).words.describe(rule, item, names);
