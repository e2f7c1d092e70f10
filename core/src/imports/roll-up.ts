import { isNumberText, type NumberText, placesOf, shortest } from '../quantity/number-text.ts';
import * as exact from '../quantity/rational.ts';

/** The exact sum of figures as a number text; undefined where there are none, or where it is longer than a figure may be. */
export function sumOfFigures(values: readonly NumberText[]): NumberText | undefined {
  if (values.length === 0) return undefined;
  const places = Math.max(...values.map(placesOf));
  const sum = shortest(exact.toDecimal(exact.sum(values.map(exact.fromText)), places, 'halfUp'));
  return isNumberText(sum) ? sum : undefined;
}
