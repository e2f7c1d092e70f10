/**
 * An exact rational number in lowest terms, its denominator above zero. Only this file knows how it is held.
 * Held to fraction.js by property tests; of its own because a body's sums run to hundreds of digits, and
 * reducing those once, not at every step, is what keeps a national round under the blink of an eye.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** How a value half-way between two is rounded: away from zero, or to the even neighbour. */
export const ROUNDING_MODES = ['halfUp', 'halfEven'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const size = (value: bigint): bigint => (value < 0n ? -value : value);

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

/** n/d in lowest terms; d is not zero. */
function reduced(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const divisor = commonDivisor(size(n), size(d));
  const sign = d < 0n ? -1n : 1n;
  return divisor === 1n && sign === 1n ? { n, d } : { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export const integer = (value: number | bigint): Rational => ({ n: BigInt(value), d: 1n });
export const zero: Rational = integer(0);
export const one: Rational = integer(1);
export const hundred: Rational = integer(100);

/** The exact value of a number text of the contract (`-?digits(.digits)?`), such as "1.475". */
export function fromText(text: string): Rational {
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return reduced(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(text.length - point - 1));
}

export const add = (a: Rational, b: Rational): Rational => (a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d));
export const subtract = (a: Rational, b: Rational): Rational => (a.d === b.d ? reduced(a.n - b.n, a.d) : reduced(a.n * b.d - b.n * a.d, a.d * b.d));
export const multiply = (a: Rational, b: Rational): Rational => reduced(a.n * b.n, a.d * b.d);
/** a / b; b is never zero here: callers ask `isZero` first. */
export const divide = (a: Rational, b: Rational): Rational => reduced(a.n * b.d, a.d * b.n);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const absolute = (a: Rational): Rational => ({ n: size(a.n), d: a.d });
/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}
export const isZero = (a: Rational): boolean => a.n === 0n;
export const isNegative = (a: Rational): boolean => a.n < 0n;
export const isInteger = (a: Rational): boolean => a.d === 1n;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** The sum, over a common denominator and reduced once. */
export function sum(values: Iterable<Rational>): Rational {
  let [n, d] = [0n, 1n];
  for (const value of values) {
    if (value.d === d) n += value.n;
    else {
      const lift = value.d / commonDivisor(d, value.d);
      n = n * lift + (value.n * (d * lift)) / value.d;
      d *= lift;
    }
  }
  return reduced(n, d);
}

/** Σ weight × value / Σ weight; the weights do not add up to zero. */
export function weightedMean(parts: readonly { readonly weight: Rational; readonly value: Rational }[]): Rational {
  const [first] = parts;
  if (first && parts.length === 1) return first.value;
  return divide(sum(parts.map(({ weight, value }) => multiply(weight, value))), sum(parts.map(({ weight }) => weight)));
}

/** part × 100 / whole, reduced once; the whole is not zero. */
export const percent = (part: Rational, whole: Rational): Rational => reduced(part.n * whole.d * 100n, part.d * whole.n);

/** The greatest integer not above the value. */
export function floor({ n, d }: Rational): Rational {
  const quotient = n / d;
  return integer(n < 0n && quotient * d !== n ? quotient - 1n : quotient);
}

/** The value in units of 10^-places, rounded once. */
function roundedUnits({ n, d }: Rational, places: number, mode: RoundingMode): bigint {
  const scaled = size(n) * 10n ** BigInt(places);
  const quotient = scaled / d;
  const twice = (scaled - quotient * d) * 2n;
  const up = twice > d || (twice === d && (mode === 'halfUp' || quotient % 2n === 1n));
  const units = up ? quotient + 1n : quotient;
  return n < 0n ? -units : units;
}

/** The value rounded once to the given number of decimal places. */
export const round = (value: Rational, places: number, mode: RoundingMode): Rational => reduced(roundedUnits(value, places, mode), 10n ** BigInt(places));

/** The rounded value as text with exactly `places` decimals, never "-0". */
export function toDecimal(value: Rational, places: number, mode: RoundingMode): string {
  const units = roundedUnits(value, places, mode);
  const digits = size(units)
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`;
}

/** The value as "n/d" in lowest terms with d ≥ 1 always written. */
export const toFraction = ({ n, d }: Rational): string => `${n}/${d}`;

/** Reads back what `toFraction` wrote. */
export const fromFraction = (text: string): Rational => {
  const bar = text.indexOf('/');
  return reduced(BigInt(text.slice(0, bar)), BigInt(text.slice(bar + 1)));
};
