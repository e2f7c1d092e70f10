import { describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { frameOf } from '../frame/testing/small-frame.ts';
import type { Frame } from '../frame/types.ts';
import type { DrawDesign } from './design.ts';
import type { DrawnUnit } from './record.ts';
import { designOf, recordOf } from './testing/designs.ts';

const DRAWS = sized(1_000, 10_000);

/** What chi-square of so many degrees exceeds once in a thousand (Wilson and Hilferty 1931). */
const critical = (degrees: number): number => degrees * (1 - 2 / (9 * degrees) + 3.0902 * Math.sqrt(2 / (9 * degrees))) ** 3;

/** The one degree of a unit's own frequency; once in ten thousand, since there are many units. */
const CRITICAL_OF_ONE = 15.14;

/** How often something comes out of so many draws, each by a seed of its own. */
function times(frame: Frame, design: DrawDesign, of: (units: readonly DrawnUnit[]) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < DRAWS; draw++) for (const key of of(recordOf(frame, design, `lần ${draw}`).units)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const sampleAsOne = (units: readonly DrawnUnit[]): string[] => [
  units
    .filter(({ sample }) => sample)
    .map(({ path }) => path.join('/'))
    .toSorted()
    .join(' '),
];

/** Whole samples as they came against their chances: those not named never come. */
function expectSamples(counts: ReadonlyMap<string, number>, chances: ReadonlyMap<string, number>): void {
  expect([...counts.keys()].filter((sample) => !chances.has(sample))).toEqual([]);
  let square = 0;
  for (const [sample, chance] of chances) square += ((counts.get(sample) ?? 0) - DRAWS * chance) ** 2 / (DRAWS * chance);
  if (chances.size > 1) expect(square).toBeLessThan(critical(chances.size - 1));
}

/** Samples at equal steps by going through every start there is, with the widths of the units. */
function stepped(codes: readonly string[], widths: readonly number[], count: number, always: readonly string[] = []): Map<string, number> {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const chances = new Map<string, number>();
  for (let start = 0; start < whole; start++) {
    const points = Array.from({ length: count }, (_, step) => (start + step * whole) / count);
    const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0));
    const sample = [...always, ...points.map((point) => codes[ends.findIndex((end) => point < end)] as string)].toSorted().join(' ');
    chances.set(sample, (chances.get(sample) ?? 0) + 1 / whole);
  }
  return chances;
}

const SIZES = [5, 12, 7, 20, 9, 16, 11];
const CODES = SIZES.map((_, index) => `t${index + 1}`);
const small = (sizes: readonly number[] = SIZES) =>
  frameOf(
    sizes.map((size, index) => [`t${index + 1}`, `Thôn Minh họa ${index + 1}`, size]),
    { strata: [], upper: [] },
  );
const drawing = (method: string, count: number) => designOf({ size: { kind: 'fixed', count }, stages: [{ unit: 'cluster', method, reserves: 2 }] });

describe(`[F55] samples come as often as the design says (${DRAWS} draws)`, () => {
  it('simple: each sample of three out of seven as often as any other', () => {
    const chances = new Map<string, number>();
    for (const [a, first] of CODES.entries())
      for (const [b, second] of CODES.entries())
        for (const [c, third] of CODES.entries()) if (a < b && b < c) chances.set(`${first} ${second} ${third}`, 1 / 35);
    expect(chances.size).toBe(35);
    expectSamples(times(small(), drawing('simple', 3), sampleAsOne), chances);
  });

  it('simple: each order of two, and each reserve, as often as any other', () => {
    const orders = times(small([1, 1, 1, 1]), designOf({ stages: [{ unit: 'cluster', method: 'simple', reserves: 1 }] }), (units) => [
      units.map(({ path }) => path[0]).join(' '),
    ]);
    expect(orders.size).toBe(24);
    expectSamples(orders, new Map([...orders.keys()].map((order) => [order, 1 / 24])));
  });

  it('systematic: each start as often as any other', () => {
    expectSamples(times(small(), drawing('systematic', 3), sampleAsOne), stepped(CODES, new Array(7).fill(1), 3));
  });

  it('pps: by households, and what is too large for it always', () => {
    expectSamples(times(small(), drawing('pps', 3), sampleAsOne), stepped(CODES, SIZES, 3));
    const sizes = [5, 12, 7, 90, 9, 0, 40];
    const others = [0, 1, 2, 4, 6];
    // Of 163 in three, 90 is one for certain; then of 73 in two, 40 is; 33 are left for one.
    const rest = others.filter((index) => index !== 6);
    const chances = stepped(
      rest.map((index) => `t${index + 1}`),
      rest.map((index) => sizes[index] as number),
      1,
      ['t4', 't7'],
    );
    expectSamples(times(small(sizes), drawing('pps', 3), sampleAsOne), chances);
  });

  it('stratified in two stages: each village, and each household, by the chance that the record gives it', () => {
    const rows = Array.from({ length: 10 }, (_, index): (string | number)[] => [
      `t${index}`,
      `Thôn Minh họa ${index}`,
      2 + ((index * 3) % 5),
      index < 4 ? 'đô thị' : 'nông thôn',
      `x${index >> 1}`,
    ]);
    const strata = [{ column: 'khu vực' }];
    const frame = frameOf(rows, { strata, upper: ['xã'] });
    const design = designOf({
      strata,
      size: { kind: 'total', count: 3, allocation: { by: 'proportional', minimum: 1 } },
      stages: [
        { unit: 'xã', method: 'pps', reserves: 1 },
        { unit: 'cluster', method: 'systematic', take: 1 },
        { unit: 'household', method: 'simple', take: 2 },
      ],
    });
    const chances = new Map<string, number>();
    const counts = times(frame, design, (units) => {
      for (const { path, overall } of units) {
        const [n, d] = overall.split('/').map(Number) as [number, number];
        chances.set(path.join('/'), n / d);
      }
      return units.filter(({ sample }) => sample).map(({ path }) => path.join('/'));
    });
    const households = rows.reduce((sum, row) => sum + Number(row[2]), 0);
    expect(chances.size).toBe(5 + 10 + households);
    for (const [unit, chance] of chances) {
      const expected = DRAWS * chance;
      const distance = (counts.get(unit) ?? 0) - expected;
      if (chance === 1) expect(distance).toBe(0);
      else expect(distance ** 2 / (expected * (1 - chance)), unit).toBeLessThan(CRITICAL_OF_ONE);
    }
  });
});
