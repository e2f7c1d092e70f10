import { isNumberText, type NumberText, shortest } from './number-text.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';

/** The decimal text of a rational that has one which may be written; undefined for others, as one third. */
export function decimalOf(value: Rational): NumberText | undefined {
  const text = shortest(exact.toDecimal(value, 12, 'halfUp'));
  return isNumberText(text) && exact.compare(exact.fromText(text), value) === 0 ? text : undefined;
}
