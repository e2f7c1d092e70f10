import Fraction from 'fraction.js';

/** An exact rational number. Only this file knows how it is held. */
export type Rational = Fraction;

/** How a value half-way between two is rounded: away from zero, or to the even neighbour. */
export const ROUNDING_MODES = ['halfUp', 'halfEven'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

const fromParts = (numerator: bigint, denominator: bigint): Rational => new Fraction(numerator, denominator);

const signed = (value: Rational): bigint => value.s * value.n;

export const integer = (value: number | bigint): Rational => fromParts(BigInt(value), 1n);
export const zero: Rational = integer(0);
export const one: Rational = integer(1);
export const hundred: Rational = integer(100);

/** The exact value of a number text of the contract (`-?digits(.digits)?`), such as "1.475". */
export function fromText(text: string): Rational {
  const point = text.indexOf('.');
  if (point < 0) return fromParts(BigInt(text), 1n);
  const places = text.length - point - 1;
  return fromParts(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places));
}

export const add = (a: Rational, b: Rational): Rational => a.add(b);
export const subtract = (a: Rational, b: Rational): Rational => a.sub(b);
export const multiply = (a: Rational, b: Rational): Rational => a.mul(b);
/** a / b; b is never zero here: callers ask `isZero` first. */
export const divide = (a: Rational, b: Rational): Rational => a.div(b);
export const negate = (a: Rational): Rational => a.neg();
export const absolute = (a: Rational): Rational => a.abs();
/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export const compare = (a: Rational, b: Rational): number => a.compare(b);
export const isZero = (a: Rational): boolean => a.n === 0n;
export const isNegative = (a: Rational): boolean => a.s < 0n;
export const isInteger = (a: Rational): boolean => a.d === 1n;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
/** Euclid's algorithm; once both fit, in plain numbers, which are many times faster. */
function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    if (a <= MOST_SAFE && b <= MOST_SAFE) {
      let [x, y] = [Number(a), Number(b)];
      while (y !== 0) [x, y] = [y, x % y];
      return BigInt(x);
    }
    [a, b] = [b, a % b];
  }
  return a;
}
const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The sum, over a common denominator and reduced once: the sums of a body run to hundreds of digits. */
export function sum(values: Iterable<Rational>): Rational {
  let [numerator, denominator] = [0n, 1n];
  for (const value of values) {
    if (value.d === denominator) numerator += signed(value);
    else {
      const shared = commonDivisor(denominator, value.d);
      const lift = value.d / shared;
      numerator = numerator * lift + signed(value) * (denominator / shared);
      denominator *= lift;
    }
  }
  return fromParts(numerator, denominator);
}

/** Σ weight × value / Σ weight; the weights do not add up to zero. */
export function weightedMean(parts: readonly { readonly weight: Rational; readonly value: Rational }[]): Rational {
  const [first] = parts;
  if (first && parts.length === 1) return first.value;
  return divide(sum(parts.map(({ weight, value }) => multiply(weight, value))), sum(parts.map(({ weight }) => weight)));
}

/** part × 100 / whole, reduced once; the whole is not zero. */
export const percent = (part: Rational, whole: Rational): Rational => fromParts(signed(part) * whole.d * 100n, part.d * signed(whole));

/** The greatest integer not above the value. */
export const floor = (value: Rational): Rational => {
  const numerator = signed(value);
  const quotient = numerator / value.d;
  return integer(numerator < 0n && quotient * value.d !== numerator ? quotient - 1n : quotient);
};

/** The value in units of 10^-places, rounded once. */
function roundedUnits(value: Rational, places: number, mode: RoundingMode): bigint {
  const scaled = value.n * 10n ** BigInt(places);
  const quotient = scaled / value.d;
  const twice = (scaled - quotient * value.d) * 2n;
  const up = twice > value.d || (twice === value.d && (mode === 'halfUp' || quotient % 2n === 1n));
  return (up ? quotient + 1n : quotient) * (value.s < 0n ? -1n : 1n);
}

/** The value rounded once to the given number of decimal places. */
export const round = (value: Rational, places: number, mode: RoundingMode): Rational =>
  fromParts(roundedUnits(value, places, mode), 10n ** BigInt(places));

/** The rounded value as text with exactly `places` decimals, never "-0". */
export function toDecimal(value: Rational, places: number, mode: RoundingMode): string {
  const units = roundedUnits(value, places, mode);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`;
}

/** The value as "n/d" in lowest terms with d ≥ 1 always written. */
export const toFraction = (value: Rational): string => `${signed(value)}/${value.d}`;

/** Reads back what `toFraction` wrote. */
export const fromFraction = (text: string): Rational => {
  const bar = text.indexOf('/');
  return fromParts(BigInt(text.slice(0, bar)), BigInt(text.slice(bar + 1)));
};
