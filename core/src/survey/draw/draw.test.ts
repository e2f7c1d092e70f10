import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as exact from '../../quantity/rational.ts';
import { canonicalText, hashOf } from '../../reading/normal-form.ts';
import { COMMUNE_COLUMNS, COMMUNE_ROWS, communeFrame, frameOf } from '../frame/testing/small-frame.ts';
import { allocate } from './allocation.ts';
import { DRAW_METHODS } from './design.ts';
import { drawSample } from './draw.ts';
import { DrawNumbers } from './generator.ts';
import { yamane } from './sample-size.ts';
import { seedFault } from './seed.ts';
import { inclusion, select, selectReserves } from './select.ts';
import { designOf, faultsOf, recordOf } from './testing/designs.ts';

const STRATA = [{ column: 'Khu vực' }];
const THREE_STAGES = [
  { unit: 'Mã xã', method: 'pps', reserves: 1 },
  { unit: 'cluster', method: 'systematic', take: 2, reserves: 1 },
  { unit: 'household', method: 'simple', take: 5, reserves: 2 },
];
const design = (parts: object = {}) => designOf({ strata: STRATA, stages: THREE_STAGES, ...parts });
const numbers = (purpose = 'thử') => new DrawNumbers({ seed: '40718', design: 'd', frame: 'f' }, [purpose]);

describe('[F55] numbers of a draw', () => {
  it('are SHA-256 in counter mode over seed, design, frame and purpose, as anybody can work out', () => {
    // Worked out apart, with hashlib and json of Python.
    const key = hashOf(['parindex-draw-numbers/1', '40718', 'd', 'f', ['thử']]);
    expect(key).toBe('9c3551312c4b7c967da2f718f9370223aa6babe159eecb3aabaae4d36bb08e71');
    expect(numbers().below(10n ** 6n)).toBe(101_883n);
    const three = numbers();
    expect([three.below(100n), three.below(100n), three.below(100n)]).toEqual([83n, 42n, 77n]);
  });
  it('are below their bound, and others for another seed, design, frame or purpose', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 70n }), fc.string({ unit: 'grapheme' }), (bound, seed) => {
        const number = new DrawNumbers({ seed: seed.toWellFormed(), design: 'd', frame: 'f' }, []).below(bound);
        return number >= 0n && number < bound;
      }),
    );
    const key = { seed: 's', design: 'd', frame: 'f' };
    const firsts = [key, { ...key, seed: 't' }, { ...key, design: 'e' }, { ...key, frame: 'g' }].map((each) => new DrawNumbers(each, ['p']).below(2n ** 200n));
    expect(new Set([...firsts, new DrawNumbers(key, ['q']).below(2n ** 200n)]).size).toBe(5);
  });
  it('refuse a seed that two people could type differently', () => {
    expect(
      ['40718', 'Quay số mở thưởng 15/06/2026: 40718 22093', '', '  ', ' 1', '1\n2', 'a\u200Bb', 'é'.normalize('NFD'), 'x'.repeat(201)].map(seedFault),
    ).toEqual([undefined, undefined, 'seedEmpty', 'seedEmpty', 'seedPadded', 'seedControl', 'seedControl', 'seedNotNfc', 'seedTooLong']);
  });
});

describe('[F55] the size of a sample and how it is shared out', () => {
  it('follows Yamane, rounded up and exact', () => {
    // 10,000 at 5 percent: 10,000 / 26 = 384.6; 400 at 5 percent: 400 / 2 = 200 exactly.
    expect([yamane(10_000, '0.05'), yamane(400, '0.05'), yamane(1, '0.05'), yamane(26_000_000, '0.01'), yamane(0, '0.05')]).toEqual([385, 200, 1, 9997, 0]);
  });

  const share = fc
    .record({ weight: fc.nat(50), least: fc.nat(5), more: fc.nat(20) })
    .map(({ weight, least, more }) => ({ weight: exact.integer(weight), least, most: least + more }));

  it('adds up to the total, gives nobody less than the least or more than the most, and stays by the weights where it can', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), fc.nat(1_000), (shares, portion) => {
        const [least, most] = (['least', 'most'] as const).map((of) => shares.reduce((sum, each) => sum + each[of], 0)) as [number, number];
        const total = least + (portion % (most - least + 1));
        const given = allocate(total, shares);
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(total);
        for (const [index, { least, most }] of shares.entries()) {
          expect(given[index]).toBeGreaterThanOrEqual(least);
          expect(given[index]).toBeLessThanOrEqual(most);
        }
        // Of two that are held at no bound, the heavier does not get less by more than the one that rounding moves.
        for (const [a, first] of shares.entries())
          for (const [b, second] of shares.entries()) {
            const isFree = (index: number) =>
              (given[index] as number) > (shares[index]?.least as number) && (given[index] as number) < (shares[index]?.most as number);
            if (isFree(a) && isFree(b) && exact.compare(first.weight, second.weight) >= 0)
              expect(given[a] as number).toBeGreaterThanOrEqual((given[b] as number) - 1);
          }
      }),
    );
  });
  it('shares out by largest remainders, what a stratum does not have to the others', () => {
    const shares = (...of: [number, number, number][]) => of.map(([weight, least, most]) => ({ weight: exact.integer(weight), least, most }));
    expect(allocate(10, shares([1, 0, 99], [1, 0, 99], [1, 0, 99]))).toEqual([4, 3, 3]);
    expect(allocate(10, shares([53, 0, 99], [24, 0, 99], [23, 0, 99]))).toEqual([5, 3, 2]);
    expect(allocate(10, shares([90, 0, 4], [5, 0, 99], [5, 0, 99]))).toEqual([4, 3, 3]);
    expect(allocate(10, shares([90, 0, 99], [5, 2, 99], [5, 2, 99]))).toEqual([6, 2, 2]);
  });
  it('gives more to strata that vary more (Neyman), and tells what does not fit the frame', () => {
    const size = (deviations: object[], count = 6) => ({
      kind: 'total',
      count,
      allocation: { by: 'neyman', of: 'households', minimum: 1, deviations },
    });
    const stages = [{ unit: 'Mã xã', method: 'simple' }];
    const fitting = [
      { stratum: ['đô thị'], value: '0.9' },
      { stratum: ['nông thôn'], value: 0.1 },
    ];
    expect(recordOf(communeFrame(), design({ stages, size: size(fitting) })).strata).toEqual([
      { stratum: ['nông thôn'], units: '5', households: '3908', drawn: '3' },
      { stratum: ['đô thị'], units: '3', households: '1133', drawn: '3' },
    ]);
    const refused = (parts: object, seed = 'x') => {
      const drawn = drawSample(communeFrame(), design({ stages, ...parts }), seed);
      return 'faults' in drawn ? drawn.faults.map(({ code, details }) => [code, ...Object.values(details)].join(' ')) : [];
    };
    expect(refused({ size: size([{ stratum: ['hải đảo'], value: 1 }], 9) }, '')).toEqual([
      'seedEmpty',
      'stratumNotInFrame hải đảo',
      'deviationMissing nông thôn',
      'deviationMissing đô thị',
      'totalOverFrame 9 8',
    ]);
    expect(refused({ size: { kind: 'fixed', count: 4 } })).toEqual(['tooFewUnits đô thị 4 3']);
    expect(refused({ size: { kind: 'fixed', counts: [{ stratum: ['đô thị'], value: 1 }] } })).toEqual(['countMissing nông thôn']);
    expect(refused({ size: { kind: 'total', count: 3, allocation: { by: 'equal', minimum: 2 } } })).toEqual(['minimaOverTotal 3 4']);
    expect(refused({ strata: [] })).toEqual(['columnsDiffer Khu vực, Mã xã Mã xã']);
  });
  it('takes from a margin of error as many units of the first stage as their last units need', () => {
    // 5,041 households at 20 percent: 24.9, so 25; each commune takes 2 × 5: three communes.
    const { strata, units } = recordOf(
      communeFrame(),
      design({ size: { kind: 'yamane', margin: '0.2', allocation: { by: 'proportional', of: 'households', minimum: 1 } } }),
    );
    expect(strata.map(({ drawn }) => drawn)).toEqual(['2', '1']);
    expect(units.filter(({ unit, sample }) => unit === 'household' && sample)).toHaveLength(30);
  });
});

describe('[F55] a declared design', () => {
  it('tells all its faults at once, each with its path', () => {
    expect(
      faultsOf({
        strata: [{ column: 'Vùng', values: ['a', 'a'] }, { column: 'vùng' }, { column: 'Số hộ' }],
        size: {
          kind: 'fixed',
          counts: [
            { stratum: ['a'], value: -1 },
            { stratum: ['c', 'x', 'y'], value: 1 },
          ],
        },
        stages: [
          { unit: 'cluster', method: 'simple', take: 3 },
          { unit: 'xã', method: 'lottery' },
          { unit: 'household', method: 'pps', take: 1.5, reserves: -1 },
        ],
      }).toSorted(),
    ).toEqual(
      [
        'duplicateId /strata/0/values/1',
        'duplicateId /strata/1/column',
        'notAllowedHere /strata/2/column',
        'outOfRange /size/counts/0/value',
        'wrongType /size/counts/0/stratum',
        'unknownId /size/counts/1/stratum/0',
        'notAllowedHere /stages/0/take',
        'unknownValue /stages/1/method',
        'notAllowedHere /stages/1/unit',
        'missingKey /stages/1/take',
        'notAllowedHere /stages/2/unit',
        'notAllowedHere /stages/2/method',
        'outOfRange /stages/2/take',
        'outOfRange /stages/2/reserves',
        'missingKey /stages/2/take',
      ].toSorted(),
    );
    expect(faultsOf({ size: { kind: 'fixed' } })).toEqual(['missingKey /size/count']);
    expect(faultsOf({ size: { kind: 'yamane', margin: 0, allocation: { by: 'equal' } } })).toEqual(['outOfRange /size/margin']);
  });
});

describe('[F55] a draw', () => {
  it('comes out the same whatever the order of the lines, and otherwise by another seed', () => {
    const record = recordOf(communeFrame(), design());
    fc.assert(
      fc.property(fc.shuffledSubarray(COMMUNE_ROWS, { minLength: COMMUNE_ROWS.length }), (rows) => {
        expect(canonicalText(recordOf(frameOf(rows, COMMUNE_COLUMNS), design()))).toBe(canonicalText(record));
      }),
      { numRuns: 10 },
    );
    expect(recordOf(communeFrame(), design(), 'khác').units).not.toEqual(record.units);
    expect(recordOf(communeFrame(), design({ title: { vi: 'Tên khác' } })).units).not.toEqual(record.units);
  });

  it('names each unit once, with the units above it, its order, and whether it is a reserve', () => {
    const { units } = recordOf(communeFrame(), design());
    expect(new Set(units.map(({ path }) => path.join('/'))).size).toBe(units.length);
    for (const area of ['đô thị', 'nông thôn']) {
      const communes = units.filter(({ unit, stratum }) => unit === 'Mã xã' && stratum[0] === area);
      expect(communes.map(({ order, reserve, sample }) => [order, reserve, sample])).toEqual([
        ['1', false, true],
        ['2', false, true],
        ['1', true, false],
      ]);
      for (const commune of communes) {
        const villages = units.filter(({ unit, path }) => unit === 'cluster' && path[0] === commune.path[0]);
        expect(villages.map(({ order, reserve, sample }) => [order, reserve, sample])).toEqual([
          ['1', false, commune.sample],
          ['2', false, commune.sample],
          ['1', true, false],
        ]);
        for (const { path, name } of villages) {
          expect(name).toMatch(/^Thôn Minh họa/);
          expect(COMMUNE_ROWS.find(([code]) => code === path[1])?.[4]).toBe(commune.path[0]);
        }
      }
    }
    for (const { probability, overall, path } of units) {
      const above = units.find((unit) => unit.path.length === path.length - 1 && unit.path.every((code, index) => code === path[index]));
      const over = above ? exact.fromFraction(above.overall) : exact.one;
      expect(overall).toBe(exact.toFraction(exact.multiply(over, exact.fromFraction(probability))));
    }
  });

  it('takes all where a unit has no more, and says so', () => {
    const stages = [
      { unit: 'cluster', method: 'pps' },
      { unit: 'household', method: 'systematic', take: 3 },
    ];
    const frame = frameOf(
      [
        ['a', 'Thôn Minh họa 01', 2],
        ['b', 'Thôn Minh họa 02', 9],
      ],
      { strata: [], upper: [] },
    );
    const { units, short } = recordOf(frame, designOf({ stages }));
    expect(short).toEqual([{ path: ['a'], wanted: '3', has: '2' }]);
    expect(units.filter(({ path }) => path[0] === 'a').map(({ path, probability }) => [path.join('/'), probability])).toEqual([
      ['a', '1/1'],
      ['a/1', '1/1'],
      ['a/2', '1/1'],
    ]);
  });

  const measures = fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(400) }, fc.constantFrom(0, 1, 5_000)), { minLength: 1, maxLength: 30 });

  it('has chances that add up exactly to what is drawn, draws no unit twice and none that has no chance, by every method', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DRAW_METHODS), measures, fc.nat(), fc.nat(5), (method, sizes, portion, reserves) => {
        const able = method === 'pps' ? sizes.filter((size) => size > 0).length : sizes.length;
        const count = portion % (able + 1);
        const chance = inclusion(method, count, sizes);
        const chances = sizes.map((_, index) => chance(index));
        expect(exact.toFraction(exact.sum(chances))).toBe(`${count}/1`);
        for (const each of chances) expect(exact.compare(each, exact.one)).toBeLessThanOrEqual(0);
        const stream = numbers(JSON.stringify([method, sizes, count]));
        const drawn = select(method, count, sizes, stream);
        const ready = selectReserves(method, reserves, sizes, drawn, stream);
        expect(drawn).toHaveLength(count);
        expect(ready).toHaveLength(Math.min(reserves, able - count));
        expect(new Set([...drawn, ...ready]).size).toBe(drawn.length + ready.length);
        for (const index of [...drawn, ...ready]) expect(exact.isZero(chances[index] as exact.Rational)).toBe(count === 0);
        for (const [index, each] of chances.entries()) if (exact.compare(each, exact.one) === 0) expect(drawn).toContain(index);
      }),
      { numRuns: 300 },
    );
  });
});
