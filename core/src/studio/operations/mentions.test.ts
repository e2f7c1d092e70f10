import { expect, it } from 'vitest';
import { readYaml } from '../../reading/yaml.ts';
import { applyOperation } from './apply.ts';
import { mentionsIn } from './mentions.ts';

const { value: draft } = readYaml(`
survey:
  groups: [{ id: people }, { id: officials }]
  questions: [{ id: q1, groups: [people, officials] }, { id: q2, groups: [officials] }]
figures: [{ id: done }, { id: planned }, { id: lastDay }, { id: target }]
domains:
  - code: "1"
    group: regular
    criteria:
      - { code: "1.1", rule: { kind: bands, of: { ratio: [done, planned] } } }
      - { code: "1.2", rule: { kind: bands, of: { days: [lastDay, target] } } }
      - { code: "1.3", rule: { kind: proportional, of: { formula: "done * 2 + planned" } } }
      - { code: "1.4", rule: { kind: perUnit, of: { estimate: q2 } } }
      - { code: "1.5", rule: { kind: change, of: { figure: done }, against: { figure: target } } }
      - { code: "1.6", rule: { kind: formula, expression: "min(done, planned)" } }
      - { code: "1.7", rule: { kind: surveyMean, questions: [{ id: q1 }, { id: q2 }] } }
      - { code: "1.8", rule: { kind: branch, on: { item: "1.1" }, cases: [{ is: true, rule: { kind: bands, of: { figure: planned } } }], otherwise: { kind: perUnit, of: { figure: done } } } }
`);

it('[F1] everything that a draft names is found at its place', () => {
  expect(
    mentionsIn(draft)
      .map(({ what, by, at, names }) => `${by} ${at.slice(4).join('/')} ${what}: ${names.join(', ')}`)
      .toSorted(),
  ).toEqual(
    [
      '1  group: regular',
      '1.1 rule/of/ratio figure: done, planned',
      '1.2 rule/of/days figure: lastDay, target',
      '1.3 rule/of/formula figure: done, planned',
      '1.4 rule/of/estimate question: q2',
      '1.5 rule/of/figure figure: done',
      '1.5 rule/against/figure figure: target',
      '1.7 rule/questions/0/id question: q1',
      '1.7 rule/questions/1/id question: q2',
      '1.6 rule/expression figure: min, done, planned',
      '1.8 rule/on/item item: 1.1',
      '1.8 rule/cases/0/rule/of/figure figure: planned',
      '1.8 rule/otherwise/of/figure figure: done',
      'q1  surveyGroup: people, officials',
      'q2  surveyGroup: officials',
    ].toSorted(),
  );
});

it.each([
  { about: 'a figure', at: ['figures', 0], to: 'completed', left: /\bdone\b/ },
  { about: 'a question', at: ['survey', 'questions', 1], to: 'q9', left: /"q2"/ },
  { about: 'an item', at: ['domains', 0, 'criteria', 0], to: '1.10', left: /"1\.1"/ },
  { about: 'a group of those asked', at: ['survey', 'groups', 1], to: 'staff', left: /officials/ },
])('[F1] whatever names $about follows its new name', ({ at, to, left }) => {
  const applied = applyOperation(draft, { operation: 'rename', at, to });
  if ('refusal' in applied) throw new Error(applied.refusal.code);
  expect(JSON.stringify(applied.document)).not.toMatch(left);
});

it('[F1] "all" stays the word for everyone who was asked: no group bears it', () => {
  expect(applyOperation(draft, { operation: 'rename', at: ['survey', 'groups', 1], to: 'all' })).toMatchObject({ refusal: { code: 'badName' } });
});
