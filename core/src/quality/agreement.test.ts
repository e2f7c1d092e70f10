import { describe, expect, it } from 'vitest';
import { alphaInterval, alphaOf } from './alpha.ts';
import { incompleteBeta, quantileOfF, quantileOfT } from './distributions.ts';
import { agreementInterval, intraclassOf } from './intraclass.ts';

/** Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C: four observers, twelve units, what is missing left out. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
] as const;
const UNITS = Array.from({ length: 12 }, (_, unit) => OBSERVERS.flatMap((values) => values[unit] ?? []));

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('[F42] Krippendorff’s alpha', () => {
  it('is that of the published example at each measure', () => {
    expect(alphaOf(UNITS, 'nominal')).toBeCloseTo(0.743, 3);
    expect(alphaOf(UNITS, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(alphaOf(UNITS, 'interval')).toBeCloseTo(0.849, 3);
    expect(alphaOf(UNITS, 'ratio')).toBeCloseTo(0.797, 3);
  });
  it('is that of the published examples of two observers', () => {
    const pairs = (one: string, other: string) => [...one].map((value, unit) => [value, other[unit] as string].map((letter) => letter.charCodeAt(0)));
    // Example A, of two values; example B, of five.
    expect(alphaOf(pairs('0100000010', '1110010000'), 'nominal')).toBeCloseTo(0.095, 3);
    expect(alphaOf(pairs('aabbdcccedda', 'babbbccceddd'), 'nominal')).toBeCloseTo(0.692, 3);
  });
  it('is 1 where all agree, and nothing where all values are one or nobody marked twice', () => {
    expect(
      alphaOf(
        [
          [1, 1],
          [2, 2],
        ],
        'interval',
      ),
    ).toBe(1);
    expect(
      alphaOf(
        [
          [1, 1],
          [1, 1],
        ],
        'interval',
      ),
    ).toBeUndefined();
    expect(alphaOf([[1], [2]], 'interval')).toBeUndefined();
  });
  it('has an interval that is the same for everybody by its seed, and holds what is seen', () => {
    const interval = alphaInterval(UNITS, 'interval', 'xổ số 15/06/2023');
    expect(interval).toEqual(alphaInterval(UNITS, 'interval', 'xổ số 15/06/2023'));
    expect(interval?.low).toBeLessThan(0.849);
    expect(interval?.high).toBeGreaterThan(0.849);
  });
});

describe('[F42] intraclass correlation', () => {
  it('is that of Shrout and Fleiss', () => {
    const found = intraclassOf(SHROUT_FLEISS);
    expect(found?.oneWay).toBeCloseTo(0.17, 2);
    expect(found?.agreement).toBeCloseTo(0.29, 2);
    expect(found?.consistency).toBeCloseTo(0.71, 2);
  });
  it('has the interval of McGraw and Wong, as R’s irr and psych print it for that table', () => {
    const interval = agreementInterval(SHROUT_FLEISS);
    expect(interval?.low).toBeCloseTo(0.019, 3);
    expect(interval?.high).toBeCloseTo(0.761, 3);
  });
  it('is nothing of one target, and of ratings that are all one', () => {
    expect(intraclassOf([[1, 2]])).toBeUndefined();
    expect(
      intraclassOf([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
    expect(
      agreementInterval([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ low: 1, high: 1 });
  });
});

describe('quantiles', () => {
  it('are those of printed tables', () => {
    expect(quantileOfF(0.95, 5, 15)).toBeCloseTo(2.901, 3);
    expect(quantileOfF(0.975, 10, 10)).toBeCloseTo(3.717, 3);
    expect(quantileOfF(0.975, 1, 1)).toBeCloseTo(647.789, 3);
    expect(quantileOfF(0.025, 3, 8)).toBeCloseTo(0.0688, 4);
    expect(quantileOfT(0.975, 1)).toBeCloseTo(12.7062, 4);
    expect(quantileOfT(0.975, 10)).toBeCloseTo(2.2281, 4);
    expect(quantileOfT(0.975, 120)).toBeCloseTo(1.9799, 4);
  });
  it('come from a function that is right where it is known in closed form', () => {
    for (const x of [0.01, 0.2, 0.5, 0.9]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
      expect(incompleteBeta(x, 2, 1)).toBeCloseTo(x * x, 13);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
  });
});
