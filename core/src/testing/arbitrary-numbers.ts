import { isNumberText, shortest } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Dice } from './dice.ts';
import type { Json } from './documents.ts';

/** The number text of an exact value, where it has one. */
export function textOf(value: Rational): string | undefined {
  const text = shortest(exact.toDecimal(value, 12, 'halfUp'));
  return isNumberText(text) && exact.compare(exact.fromText(text), value) === 0 ? text : undefined;
}

/** A decimal between two bounds that are number texts, mostly with few places, now and then with twelve. */
export function decimalBetween(dice: Dice, low: string, high: string, places = dice.pick([0, 0, 1, 1, 2, 2, 3, 6, 12])): string {
  const [from, to] = [exact.fromText(low), exact.fromText(high)];
  if (dice.chance(0.12)) return dice.pick([low, high]);
  const steps = 10 ** 9;
  const value = exact.add(from, exact.multiply(exact.subtract(to, from), exact.divide(exact.integer(dice.integer(0, steps)), exact.integer(steps))));
  const rounded = exact.round(value, places, 'halfEven');
  const inside = exact.compare(rounded, from) < 0 ? from : exact.compare(rounded, to) > 0 ? to : rounded;
  return textOf(inside) ?? low;
}

/** The same number, written as people and programs write it. */
export function written(dice: Dice, text: string): Json {
  const whole = !text.includes('.');
  if (text === '0' && dice.chance(0.1)) return dice.pick(['-0', '-0.0', '0.000', '-0.000000000000']);
  if (whole && dice.chance(0.1) && Math.abs(Number(text)) < 1e9) return Number(text);
  const places = whole ? 0 : text.length - text.indexOf('.') - 1;
  const more = dice.chance(0.12) ? dice.integer(0, 12 - places) : 0;
  return more === 0 ? text : `${text}${whole ? '.' : ''}${'0'.repeat(more)}`;
}
