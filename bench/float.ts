// The same operations as core/src/quantity/rational.ts on floating point numbers: only to measure what exactness costs.

export type Rational = number;
export const ROUNDING_MODES = ['halfUp', 'halfEven'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

export const integer = (value: number | bigint): Rational => Number(value);
export const zero = 0;
export const one = 1;
export const hundred = 100;
export const fromText = (text: string): Rational => Number(text);
export const add = (a: Rational, b: Rational): Rational => a + b;
export const subtract = (a: Rational, b: Rational): Rational => a - b;
export const multiply = (a: Rational, b: Rational): Rational => a * b;
export const divide = (a: Rational, b: Rational): Rational => a / b;
export const negate = (a: Rational): Rational => -a;
export const absolute = (a: Rational): Rational => Math.abs(a);
export const compare = (a: Rational, b: Rational): number => a - b;
export const isZero = (a: Rational): boolean => a === 0;
export const isNegative = (a: Rational): boolean => a < 0;
export const isInteger = (a: Rational): boolean => Number.isInteger(a);
export const least = (a: Rational, b: Rational): Rational => Math.min(a, b);
export const greatest = (a: Rational, b: Rational): Rational => Math.max(a, b);
export const sum = (values: Iterable<Rational>): Rational => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
export function weightedMean(parts: readonly { readonly weight: Rational; readonly value: Rational }[]): Rational {
  const [first] = parts;
  if (first && parts.length === 1) return first.value;
  return sum(parts.map(({ weight, value }) => weight * value)) / sum(parts.map(({ weight }) => weight));
}
export const percent = (part: Rational, whole: Rational): Rational => (part * 100) / whole;
export const floor = (value: Rational): Rational => Math.floor(value);
export const round = (value: Rational, places: number, _mode: RoundingMode): Rational => Number(value.toFixed(places));
export const toDecimal = (value: Rational, places: number, _mode: RoundingMode): string => value.toFixed(places);
export const toFraction = (value: Rational): string => String(value);
export const fromFraction = (text: string): Rational => Number(text);
