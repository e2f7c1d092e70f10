import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import * as exact from './rational.ts';

const part = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const whole = fc.bigInt({ min: 1n, max: 10n ** 40n });
const pair = fc.tuple(part, whole);

/** The same value held by the library and by us. */
const both = ([n, d]: readonly [bigint, bigint]) => ({ judge: new Fraction(n, d), own: exact.divide(exact.integer(n), exact.integer(d)) });
const shown = (value: Fraction) => `${value.s * value.n}/${value.d}`;

describe('exact numbers', () => {
  it('[F14] add, subtract, multiply and divide as fraction.js does', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const [x, y] = [both(a), both(b)];
        expect(exact.toFraction(exact.add(x.own, y.own))).toBe(shown(x.judge.add(y.judge)));
        expect(exact.toFraction(exact.subtract(x.own, y.own))).toBe(shown(x.judge.sub(y.judge)));
        expect(exact.toFraction(exact.multiply(x.own, y.own))).toBe(shown(x.judge.mul(y.judge)));
        if (!exact.isZero(y.own)) expect(exact.toFraction(exact.divide(x.own, y.own))).toBe(shown(x.judge.div(y.judge)));
        expect(Math.sign(exact.compare(x.own, y.own))).toBe(Math.sign(x.judge.compare(y.judge)));
        expect(exact.toFraction(exact.negate(x.own))).toBe(shown(x.judge.neg()));
        expect(exact.toFraction(exact.absolute(x.own))).toBe(shown(x.judge.abs()));
        expect(exact.toFraction(exact.floor(x.own))).toBe(shown(x.judge.floor()));
      }),
    );
  });

  it('[F14] sum, mean and percent come out the same in any order', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const values = pairs.map(both);
        const judge = values.reduce((total, { judge: value }) => total.add(value), new Fraction(0));
        expect(exact.toFraction(exact.sum(values.map(({ own }) => own)))).toBe(shown(judge));
        expect(exact.toFraction(exact.sum(values.map(({ own }) => own).toReversed()))).toBe(shown(judge));
        const mean = exact.weightedMean(values.map(({ own }) => ({ weight: exact.one, value: own })));
        expect(exact.toFraction(mean)).toBe(shown(judge.div(values.length)));
      }),
    );
    fc.assert(
      fc.property(pair, fc.tuple(whole, whole), (a, b) => {
        expect(exact.toFraction(exact.percent(both(a).own, both(b).own))).toBe(shown(both(a).judge.mul(100).div(both(b).judge)));
      }),
    );
  });

  it('[F14] print and read back to themselves', () => {
    fc.assert(
      fc.property(pair, (a) => {
        const printed = exact.toFraction(both(a).own);
        expect(exact.toFraction(exact.fromFraction(printed))).toBe(printed);
      }),
    );
  });

  it('[F14] round ties away from zero or to the even neighbour, once', () => {
    const rounded = (text: string, places: number, mode: exact.RoundingMode) => exact.toDecimal(exact.fromText(text), places, mode);
    expect([
      rounded('2.5', 0, 'halfUp'),
      rounded('-2.5', 0, 'halfUp'),
      rounded('2.5', 0, 'halfEven'),
      rounded('3.5', 0, 'halfEven'),
      rounded('-2.5', 0, 'halfEven'),
    ]).toEqual(['3', '-3', '2', '4', '-2']);
    expect([rounded('-0.004', 2, 'halfUp'), rounded('0.005', 2, 'halfUp'), rounded('0.005', 2, 'halfEven'), rounded('1.475', 2, 'halfUp')]).toEqual([
      '0.00',
      '0.01',
      '0.00',
      '1.48',
    ]);
    // 1.4449 rounded twice would climb to 1.5.
    expect(rounded('1.4449', 1, 'halfUp')).toBe('1.4');
  });
});
