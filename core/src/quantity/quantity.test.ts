import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from './calendar-date.ts';
import { isNumberText, placesOf, shortest } from './number-text.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => exact.fromFraction(`${n}/${d}`));
/** Values with many ties at few places. */
const tied = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom(1, 2, 4, 5, 8, 20, 200, 1000, 2000))
  .map(([n, d]) => exact.divide(exact.integer(n), exact.integer(d)));
const places = fc.integer({ min: 0, max: 12 });
const half = exact.fromText('0.5');
const numberTexts = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 999_999_999_999n }),
    fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.bigInt({ min: 0n, max: 999_999_999_999n })), { nil: undefined }),
  )
  .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction ? `.${String(fraction[1]).padStart(12, '0').slice(0, fraction[0])}` : ''}`);

describe('[F14] one declared rounding step on exact numbers', () => {
  it.each([
    ['2.5', 0, '3', '2'],
    ['-2.5', 0, '-3', '-2'],
    ['3.5', 0, '4', '4'],
    ['0.125', 2, '0.13', '0.12'],
    ['-0.125', 2, '-0.13', '-0.12'],
    ['0.135', 2, '0.14', '0.14'],
    ['2.499999999999', 0, '2', '2'],
    ['2.500000000001', 0, '3', '3'],
    ['-0.004', 2, '0.00', '0.00'],
    ['-0.005', 2, '-0.01', '0.00'],
    ['89.95', 1, '90.0', '90.0'],
    ['80.05', 1, '80.1', '80.0'],
    ['999999999999.999999999999', 0, '1000000000000', '1000000000000'],
    ['7', 3, '7.000', '7.000'],
  ])('%s to %i places: %s away from zero, %s to the even digit', (text, digits, up, even) => {
    expect(exact.toDecimal(exact.fromText(text), digits, 'halfUp')).toBe(up);
    expect(exact.toDecimal(exact.fromText(text), digits, 'halfEven')).toBe(even);
  });

  it('away from zero: the sign times the floor of the size plus a half', () => {
    fc.assert(
      fc.property(fc.oneof(rationals, tied), places, (value, digits) => {
        const unit = exact.divide(exact.one, exact.integer(10n ** BigInt(digits)));
        const size = exact.multiply(exact.floor(exact.add(exact.divide(exact.absolute(value), unit), half)), unit);
        expect(exact.toFraction(exact.round(value, digits, 'halfUp'))).toBe(exact.toFraction(exact.isNegative(value) ? exact.negate(size) : size));
      }),
    );
  });

  it('to the even digit: never farther than half a unit, and even where it is just half', () => {
    fc.assert(
      fc.property(fc.oneof(rationals, tied), places, (value, digits) => {
        const unit = exact.divide(exact.one, exact.integer(10n ** BigInt(digits)));
        const units = exact.divide(exact.round(value, digits, 'halfEven'), unit);
        expect(exact.isInteger(units)).toBe(true);
        const distance = exact.absolute(exact.subtract(units, exact.divide(value, unit)));
        expect(exact.compare(distance, half)).toBeLessThanOrEqual(0);
        if (exact.compare(distance, half) === 0) expect(exact.isInteger(exact.divide(units, exact.integer(2)))).toBe(true);
      }),
    );
  });

  it('what is printed is what is rounded, with just so many places and never minus nought', () => {
    fc.assert(
      fc.property(fc.oneof(rationals, tied), places, fc.constantFrom('halfUp', 'halfEven'), (value, digits, mode) => {
        const printed = exact.toDecimal(value, digits, mode);
        expect(printed).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
        expect(exact.compare(exact.fromText(printed), exact.round(value, digits, mode))).toBe(0);
        if (/^-[0.]+$/.test(printed)) throw new Error(`minus nought: ${printed}`);
      }),
    );
  });
});

describe('exact rationals', () => {
  const same = (a: Rational, b: Rational) => expect(exact.toFraction(a)).toBe(exact.toFraction(b));

  it('a tenth and two tenths are three tenths', () => expect(exact.toFraction(exact.add(exact.fromText('0.1'), exact.fromText('0.2')))).toBe('3/10'));

  it('keep the laws of arithmetic', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        same(exact.add(a, b), exact.add(b, a));
        same(exact.multiply(a, exact.add(b, c)), exact.add(exact.multiply(a, b), exact.multiply(a, c)));
        same(exact.subtract(exact.add(a, b), b), a);
        if (!exact.isZero(b)) same(exact.multiply(exact.divide(a, b), b), a);
        same(exact.negate(exact.negate(a)), a);
        same(exact.sum([a, b, c]), exact.add(a, exact.add(b, c)));
        expect(Math.sign(exact.compare(a, b))).toBe(-Math.sign(exact.compare(b, a)) + 0);
        same(exact.least(a, b), exact.compare(a, b) <= 0 ? a : b);
      }),
    );
  });

  it('a fraction is written in lowest terms and read back', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        const text = exact.toFraction(value);
        expect(text).toMatch(/^(0\/1|-?[1-9]\d*\/[1-9]\d*)$/);
        same(exact.fromFraction(text), value);
      }),
    );
    expect(exact.toFraction(exact.fromText('-0.0'))).toBe('0/1');
    expect(exact.isNegative(exact.fromText('-0'))).toBe(false);
  });

  it('floor goes down', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        const floor = exact.floor(value);
        expect(exact.isInteger(floor)).toBe(true);
        expect(exact.compare(floor, value)).toBeLessThanOrEqual(0);
        expect(exact.compare(exact.add(floor, exact.one), value)).toBeGreaterThan(0);
      }),
    );
    expect(exact.toFraction(exact.floor(exact.fromText('-1.5')))).toBe('-2/1');
  });
});

describe('number texts', () => {
  it.each(['0', '-0', '0.0', '1.50', '999999999999.999999999999', '-1', '-0.000000000001'])('%s is one', (text) => expect(isNumberText(text)).toBe(true));
  it.each([
    '',
    '+1',
    '01',
    '00',
    '-01',
    '1.',
    '.5',
    '1e0',
    '1E5',
    '1,5',
    ' 1',
    '1 ',
    '1\n',
    '1234567890123',
    '0.1234567890123',
    '--1',
    '-',
    'NaN',
    'Infinity',
    '0x1',
    '1_0',
    '١',
    '１',
    '1.5.1',
  ])('%j is none', (text) => expect(isNumberText(text)).toBe(false));

  it('the shortest text is the same number, and its own shortest text', () => {
    fc.assert(
      fc.property(numberTexts, (text) => {
        const short = shortest(text);
        expect(isNumberText(short)).toBe(true);
        expect(exact.compare(exact.fromText(short), exact.fromText(text))).toBe(0);
        expect(shortest(short)).toBe(short);
        expect(short.length).toBeLessThanOrEqual(text.length);
        expect(short).not.toMatch(/\.\d*0$|^-0$|\.$/);
        expect(exact.isInteger(exact.multiply(exact.fromText(text), exact.integer(10n ** BigInt(placesOf(text)))))).toBe(true);
      }),
    );
  });
});

describe('calendar dates', () => {
  it('days between two dates are those of the Gregorian calendar', () => {
    const first = Date.UTC(1, 0, 1) - (Date.UTC(1, 0, 1) - new Date('0001-01-01T00:00:00Z').getTime());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_058 }), (days) => {
        const text = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
        expect((dayNumber(text) as number) - (dayNumber('0001-01-01') as number)).toBe(days);
      }),
      { numRuns: 500 },
    );
  });
  it.each([
    '2026-02-29',
    '2100-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
    '٢٠٢٦-01-01',
    '-001-01-01',
  ])('%j is no date', (text) => expect(dayNumber(text)).toBeUndefined());
  it.each(['0001-01-01', '2000-02-29', '2024-02-29', '9999-12-31'])('%s is one', (text) => expect(dayNumber(text)).toBeTypeOf('number'));
});
