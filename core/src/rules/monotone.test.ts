import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { fromFraction, type Rational } from '../quantity/rational.ts';
import { type JsonObject, resultOf } from '../testing/documents.ts';
import { BODY, declared, domain, item, scheme, snapshot } from '../testing/small-round.ts';

const FIGURES = [
  { id: 'n', type: 'number' },
  { id: 'part', type: 'amount' },
  { id: 'whole', type: 'amount' },
];

/** Points of one item under a rule, for a list of inputs of the one body. */
function pointsUnder(rule: JsonObject, inputs: readonly JsonObject[]): Rational[] {
  const whole = scheme({
    figures: FIGURES,
    survey: {
      places: 6,
      groups: [
        { id: 'g', weight: 2 },
        { id: 'h', weight: '0.5' },
      ],
      questions: [{ id: 'q' }, { id: 'r' }],
    },
    domains: [domain('1', [item('1.1', { maximum: '3', rule })])],
  });
  return inputs.map((input) => {
    const keyed = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, { [BODY]: value }]));
    return fromFraction(resultOf(snapshot(whole, keyed)).bodies[0]?.items[0]?.points ?? '');
  });
}

const rising = (values: readonly Rational[]) =>
  values.slice(1).forEach((value, index) => expect(exact.compare(value, values[index] as Rational)).toBeGreaterThanOrEqual(0));

const decimal = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low * 1000, max: high * 1000 }), fc.constantFrom('', '000000001'))
    .map(
      ([thousandths, more]) =>
        `${thousandths < 0 ? '-' : ''}${Math.trunc(Math.abs(thousandths) / 1000)}.${String(Math.abs(thousandths) % 1000).padStart(3, '0')}${more}`,
    );
const inOrder = (texts: readonly string[]) => texts.toSorted((a, b) => exact.compare(exact.fromText(a), exact.fromText(b)));
const few = (low: number, high: number) => fc.array(decimal(low, high), { minLength: 2, maxLength: 6 }).map(inOrder);
const RUNS = { numRuns: sized(15, 60) };

describe('[F12] more is never worse where the rule says so', () => {
  it.each<[string, JsonObject]>([
    [
      'bands of falling points',
      {
        kind: 'bands',
        of: { figure: 'n' },
        bands: [
          { from: 9, points: 3 },
          { above: '4.5', points: 2 },
          { from: '4.5', points: 1 },
          { above: -1, points: '0.5' },
        ],
        otherwise: 0,
      },
    ],
    ['a share of the target', { kind: 'proportional', of: { figure: 'n' }, target: 7 }],
    ['a share with a floor, rounded', { kind: 'proportional', of: { figure: 'n' }, target: 7, floor: 2, round: { places: 1, mode: 'halfEven' } }],
    ['points for each unit', { kind: 'perUnit', of: { figure: 'n' }, points: '0.4', free: 1 }],
    ['a formula', { kind: 'formula', expression: 'min(3, max(0, n / 3 - 0.5))' }],
    ['a formula as a quantity', { kind: 'bands', of: { formula: 'n * 2 + 1' }, bands: [{ from: 11, points: 3 }], otherwise: 0 }],
  ])('%s', (_what, rule) => {
    fc.assert(
      fc.property(few(-3, 12), (values) =>
        rising(
          pointsUnder(
            rule,
            values.map((n) => ({ figures: declared({ n }) })),
          ),
        ),
      ),
      RUNS,
    );
  });

  it('a part of the same whole, for every way of taking what is over', () => {
    for (const over of ['cap', 'allow']) {
      const rule = { kind: 'proportional', of: { ratio: ['part', 'whole'], whenNothing: 'zero', over }, target: '0.9' };
      fc.assert(
        fc.property(few(0, 12), decimal(1, 9), (parts, whole) =>
          rising(
            pointsUnder(
              rule,
              parts.map((part) => ({ figures: declared({ part, whole }) })),
            ),
          ),
        ),
        { numRuns: sized(8, 30) },
      );
    }
  });

  it('a larger whole of the same part is never better', () => {
    const rule = { kind: 'proportional', of: { ratio: ['part', 'whole'], whenNothing: 'zero', over: 'cap' } };
    fc.assert(
      fc.property(few(1, 12), decimal(0, 9), (wholes, part) =>
        rising(
          pointsUnder(
            rule,
            wholes.toReversed().map((whole) => ({ figures: declared({ part, whole }) })),
          ),
        ),
      ),
      RUNS,
    );
  });

  it('one more thing done, one more thing gone wrong', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const checks = ids.map((id, index) => ({ id, points: `${index / 2 + 0.5}` }));
    const answers = fc
      .shuffledSubarray(ids, { minLength: 4 })
      .map((order) => [0, 1, 2, 3, 4].map((length) => ({ sheets: { '1.1': { answer: { checks: order.slice(0, length) } } } })));
    fc.assert(
      fc.property(answers, fc.constantFrom('sum', 'worst'), (growing, combine) => {
        rising(pointsUnder({ kind: 'checks', checks }, growing));
        rising(pointsUnder({ kind: 'checks', checks, all: true }, growing));
        rising(pointsUnder({ kind: 'deduct', checks, combine }, growing.toReversed()));
      }),
      { numRuns: sized(5, 20) },
    );
  });

  it('[F70] a higher mean of one question of one group', () => {
    const means = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 5 })
      .map((list) => list.toSorted((a, b) => a - b).map((millionths) => (millionths === 1_000_000 ? '1' : `0.${String(millionths).padStart(6, '0')}`)));
    fc.assert(
      fc.property(means, fc.constantFrom('declared', 'answers'), (list, groupWeights) => {
        const rule = { kind: 'surveyMean', questions: [{ id: 'q', weight: 2 }, { id: 'r' }], groupWeights, belowMinimum: 'notAnswered' };
        const others = { h: { mean: '0.4', answers: 7 } };
        rising(
          pointsUnder(
            rule,
            list.map((mean) => ({ estimates: { q: { g: { mean, answers: 12 }, ...others }, r: others } })),
          ),
        );
      }),
      RUNS,
    );
  });
});
