import { describe, expect, it } from 'vitest';
import { readJson } from '../reading/json.ts';
import { readYaml } from '../reading/yaml.ts';
import { compute, computeDocument, type Json, type JsonObject, resultOf } from '../testing/documents.ts';
import { HOSTILE } from '../testing/hostile-names.ts';
import { body, declared, domain, item, scheme, snapshot } from '../testing/small-round.ts';

describe('ids, codes and names of all sorts are only names', () => {
  it.each([...HOSTILE, 'a\u0000b', '‮đảo', 'x'.repeat(10_000), '$&', '%s', '<script>'])('%j as body, item, condition, level, block, class and group', (name) => {
    const ofScheme = scheme({
      groups: [{ id: name, kind: 'regular' }],
      classes: { list: [{ id: name, from: 0 }] },
      survey: { groups: [{ id: name, weight: 1 }], questions: [{ id: name }] },
      domains: [
        domain(name, [
          item(name, { rule: { kind: 'levels', levels: [{ id: name, points: '0.5' }] }, conditions: [{ id: name, when: false, points: 0 }] }),
          item('1.2', {
            rule: {
              kind: 'branch',
              on: { item: name },
              cases: [{ is: name, rule: { kind: 'checks', checks: [{ id: name, points: '0.25' }] } }],
              otherwise: 'notApplicable',
            },
          }),
          item('1.3', { rule: { kind: 'surveyMean', questions: [{ id: name }], groupWeights: 'answers', belowMinimum: 'notAnswered' } }),
        ]),
      ],
    });
    const own = (value: Json): JsonObject => Object.fromEntries([[name, value]]);
    const result = resultOf(
      snapshot(ofScheme, {
        bodies: [body(name, { block: name, code: name })],
        sheets: own(
          Object.fromEntries([
            [name, { answer: { level: name, conditions: own(true) } }],
            ['1.2', { answer: { checks: [name] } }],
          ]),
        ),
        estimates: own(own(own({ mean: '0.75', answers: 4 }))),
        previous: { round: name, bodies: own({ items: own('1') }) },
      }),
    );
    expect(result.bodies[0]).toMatchObject({ id: name, block: name, points: '3/2', class: name, rank: 1 });
    expect(Object.keys(result.summary.blocks)).toEqual([name]);
    expect(result.bodies[0]?.items[0]?.explanation.inputs.answer?.conditions).toEqual(own(true));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('a body that is not there is not found through names of the language', () => {
    const result = resultOf(snapshot(scheme(), { bodies: [body('__proto__'), body('constructor'), body('toString')] }));
    expect(result.bodies.map(({ items }) => items[0]?.state)).toEqual(['notAnswered', 'notAnswered', 'notAnswered']);
  });
});

describe('size and depth', () => {
  it('a chain of ten thousand branches, named backwards and forwards', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, index) =>
      item(`b${index}`, {
        rule: {
          kind: 'branch',
          on: { item: index === 0 ? 'end' : `b${index - 1}` },
          cases: [{ is: true, rule: { kind: 'yesNo' } }],
          otherwise: 'notApplicable',
        },
      }),
    );
    const sheet = Object.fromEntries([
      ...chain.map(({ code }) => [code as string, { answer: { yes: true } }]),
      ['end', { answer: { yes: true } }],
    ]) as JsonObject;
    for (const order of [chain, chain.toReversed()]) {
      const result = resultOf(snapshot(scheme({ domains: [domain('1', [...order, item('end')])] }), { bodies: [body('a')], sheets: { a: sheet } }));
      expect(result.bodies[0]?.index?.exact).toBe('100/1');
    }
  });

  it('a cycle of two thousand branches is found at each of them', () => {
    const chain = Array.from({ length: 2_000 }, (_, index) =>
      item(`b${index}`, {
        rule: { kind: 'branch', on: { item: `b${(index + 1) % 2_000}` }, cases: [{ is: true, rule: { kind: 'yesNo' } }], otherwise: 'notApplicable' },
      }),
    );
    const { faults } = compute(snapshot(scheme({ domains: [domain('1', chain)] })));
    expect(faults.filter((fault) => fault.startsWith('cycle '))).toHaveLength(2_000);
  });

  it('thousands of faults are listed', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => item(`i${index}`, { maximum: null, source: 'x', rule: { kind: 'x' }, odd: 1 }));
    expect(compute(snapshot(scheme({ domains: [domain('1', items)] }))).faults).toHaveLength(20_000);
  });

  it('sums of the largest and smallest numbers stay exact', () => {
    const items = ['999999999999.999999999999', '0.000000000001', '999999999999.999999999999'].map((maximum, index) =>
      item(`i${index}`, { maximum, rule: { kind: 'given' } }),
    );
    const sheet = Object.fromEntries(items.map(({ code, maximum }) => [code as string, { answer: { points: maximum as Json } }])) as JsonObject;
    const result = resultOf(snapshot(scheme({ domains: [domain('1', items)] }), { bodies: [body('a')], sheets: { a: sheet } }));
    expect(result.bodies[0]?.points).toBe('1999999999999999999999999/1000000000000');
    expect(result.bodies[0]?.index?.exact).toBe('100/1');
  });

  it('a maximum that is longer than a number text is still read back from the normal form', () => {
    const items = Array.from({ length: 3 }, (_, index) => item(`i${index}`, { maximum: '999999999999' }));
    const { result, faults } = compute(snapshot(scheme({ domains: [domain('1', items)] }), { bodies: [] }));
    expect(faults).toEqual([]);
    expect(result?.summary.all.count).toBe(0);
  });

  it('a formula that multiplies giants', () => {
    const giant = Array.from({ length: 100 }, () => 'n').join(' * ');
    const result = resultOf(
      snapshot(scheme({ figures: [{ id: 'n', type: 'number' }], domains: [domain('1', [item('1.1', { rule: { kind: 'formula', expression: giant } })])] }), {
        bodies: [body('a')],
        figures: { a: declared({ n: '-999999999999.999999999999' }) },
      }),
    );
    expect(result.bodies[0]?.items[0]).toMatchObject({ points: '1/1', explanation: { capped: true } });
  });

  it('documents nested or repeated beyond reason are unreadable or refused', () => {
    const deep = (depth: number) =>
      JSON.stringify(snapshot(scheme({ title: { vi: 'x' } }))).replace('"vi":"x"', `"vi":"x","en":${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(computeDocument(readJson(deep(150))).faults).toEqual(['wrongType /scheme/title/en']);
    expect(() => readJson(deep(100_000))).toThrow('tooDeep');
    expect(() => readYaml(`a: ${'{b: '.repeat(5_000)}1${'}'.repeat(5_000)}`)).toThrow();
  });

  it('free content as deep as can be read is kept and hashed', () => {
    const guidance = JSON.parse(`${'['.repeat(180)}1${']'.repeat(180)}`) as Json;
    expect(compute(snapshot(scheme({ domains: [domain('1', [item('1.1', { guidance })])] }))).faults).toEqual([]);
  });
});
