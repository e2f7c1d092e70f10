import { type DocObject, isDocObject } from '../core/src/testing/random-document.ts';
import { KINDS, TESTED_KINDS, testedKind } from '../core/src/testing/random-rule.ts';
import { both, is } from '../core/src/testing/tested-kind.ts';

/** Settings of rules, quantities and items, each to be met in every state of an item. */
export const SETTINGS: readonly string[] = [
  ...KINDS.map((kind) => `rule ${kind}`),
  ...['regular', 'bonus', 'penalty'].map((kind) => `group ${kind}`),
  ...['reduceMaximum', 'fullPoints', 'zero', 'refused', 'left out'].map((policy) => `whenNotApplicable ${policy}`),
  ...both('appliesTo'),
  ...both('notArisen'),
  ...['0', '1', '2'].map((count) => `conditions ${count}`),
  ...Object.values(TESTED_KINDS).flatMap(({ settings }) => settings),
  ...['notApplicable', 'full', 'zero'].flatMap((nothing) => ['refuse', 'cap', 'allow'].map((over) => `ratio whenNothing ${nothing} over ${over}`)),
  ...['a rule', 'notApplicable'].map((what) => `branch otherwise ${what}`),
  ...['yesNo', 'levels', 'branch'].map((kind) => `branch on ${kind}`),
];

/** The settings of a rule; `kindOf` says the kind of an item's rule. */
export function settingsOfRule(rule: DocObject, kindOf: (code: string) => string): string[] {
  const own = testedKind(rule['kind'])?.settingsOf(rule) ?? [
    `branch otherwise ${isDocObject(rule['otherwise']) ? 'a rule' : 'notApplicable'}`,
    `branch on ${kindOf((rule['on'] as DocObject)['item'] as string)}`,
  ];
  return [`rule ${String(rule['kind'])}`, ...own];
}

/** The settings of an item besides its rule. */
export const settingsOfItem = (item: DocObject, group: string): string[] => [
  `group ${group}`,
  `whenNotApplicable ${item['whenNotApplicable'] ?? 'left out'}`,
  is('appliesTo', item, 'appliesTo'),
  is('notArisen', item, 'notArisen'),
  `conditions ${((item['conditions'] ?? []) as DocObject[]).length}`,
];
