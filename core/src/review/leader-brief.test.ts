import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, fromFraction, subtract, sum } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { ownItems } from '../scoring/own-items.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import type { ItemResult } from '../scoring/result.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { leaderBrief } from './leader-brief.ts';

const CODES = ['1.1', '1.2', '1.3', '1.4', '1.5'];
const SURVEY = '1.6';
const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        survey: { questions: [{ id: 'hailong' }] },
        domains: [
          domain('1', [
            ...CODES.map((code) => item(code, { maximum: '2' })),
            item(SURVEY, { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;
const PREPARED = prepareScheme(SCHEME);
const OWN = ownItems(PREPARED, { notAsked: [] });

const result = (code: string, points: string, state: ItemResult['state'] = 'scored', maximum = '2/1') =>
  ({ code, state, points, maximum, explanation: {} }) as unknown as ItemResult;

describe('the brief for the leader', () => {
  it('lists what is lost, most first, of what is scored; what is not scored yet stands apart, and surveys are no part of it', () => {
    const results = [
      result('1.1', '2/1'),
      result('1.2', '1/3'),
      result('1.3', '0/1', 'notAnswered'),
      result('1.4', '0/1', 'notApplicable', '0/1'),
      result('1.5', '1/3'),
      result(SURVEY, '0/1', 'notAnswered', '1/1'),
    ];
    const brief = leaderBrief(PREPARED, OWN, results, { '1.1': '1.5', '1.2': '0.5' }, 2);
    expect(brief.losses).toEqual([
      { code: '1.2', lost: '5/3', points: '1/3', maximum: '2/1', before: '1/2' },
      { code: '1.5', lost: '5/3', points: '1/3', maximum: '2/1', before: null },
    ]);
    expect(brief.lost).toEqual({ items: 2, points: '10/3' });
    expect(brief.open).toBe('2/1');
    expect(brief.compared).toEqual({ items: 2, now: '7/3', before: '2/1' });
    expect(leaderBrief(PREPARED, OWN, results, {}, 2).compared).toBeNull();
  });

  it('loses no point and invents none: what is lost and what is claimed are the maximum together', () => {
    const points = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: CODES.length, maxLength: CODES.length });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 6 }), (quarters, most) => {
        const results = CODES.map((code, index) => result(code, `${quarters[index]}/4`));
        const { losses, lost } = leaderBrief(PREPARED, OWN, results, {}, most);
        const claimed = sum(results.map((one) => fromFraction(one.points)));
        expect(compare(add(claimed, fromFraction(lost.points)), fromFraction('10/1'))).toBe(0);
        expect(losses).toHaveLength(Math.min(most, lost.items));
        const sizes = losses.map((one) => fromFraction(one.lost));
        for (const [index, size] of sizes.slice(1).entries())
          expect(compare(subtract(sizes[index] as typeof size, size), fromFraction('0/1'))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
