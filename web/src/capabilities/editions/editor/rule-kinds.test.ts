import { isObject } from '@parindex/core/reading/raw';
import { RULE_KINDS } from '@parindex/core/rules/registry';
import { expect, it } from 'vitest';
import { freshRule, PLAIN_TOLD_KINDS, TOLD_KINDS, toldKind } from './rule-kinds.ts';

it('[F2] every kind of rule of the core has a form, and a new rule is of the kind that was chosen', () => {
  const made = TOLD_KINDS.map((kind) => freshRule(kind, undefined, '2'));
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(RULE_KINDS));
  expect(made.map(toldKind)).toEqual(TOLD_KINDS);
});

it('[F2] what a rule says goes on to hold as the rule of the first case, and again alone', () => {
  for (const kind of PLAIN_TOLD_KINDS) {
    const plain = freshRule(kind, undefined, '2');
    const branch = freshRule('branch', plain, '2');
    expect(branch).toMatchObject({ kind: 'branch', cases: [{ is: true, rule: plain }], otherwise: 'notApplicable' });
    const again = freshRule(kind, branch, '2');
    expect(isObject(again) && again['kind']).toBe(plain['kind']);
  }
});
