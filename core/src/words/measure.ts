import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Band } from '../rules/band-table.ts';
import type { BandsRule } from '../rules/kinds/bands.ts';
import type { ChangeRule } from '../rules/kinds/change.ts';
import { isWhole, type Quantity } from '../rules/quantity.ts';
import { readFormula } from './formula.ts';
import type { SchemeNames } from './scheme-names.ts';

/** What a number counts; a difference of percents is told in percentage points. */
export type Unit = 'number' | 'percent' | 'days' | 'percentagePoints';

/** The unit of a quantity's values. */
export function unitOf(quantity: Quantity): Unit {
  if ('ratio' in quantity || 'estimate' in quantity) return 'percent';
  if ('formula' in quantity) return readFormula(quantity.formula)?.share ? 'percent' : 'number';
  return 'days' in quantity ? 'days' : 'number';
}

/** The unit of the difference of two values of a quantity. */
export function differenceUnitOf(quantity: Quantity): Unit {
  const unit = unitOf(quantity);
  return unit === 'percent' ? 'percentagePoints' : unit;
}

/** Whether no value of the quantity is over 100%, so that "from 100%" means just that. */
export const endsAtWhole = (quantity: Quantity): boolean => 'estimate' in quantity || ('ratio' in quantity && quantity.over !== 'allow');

type Banded = BandsRule | ChangeRule;

/** Whether the value that chooses the band can only be a whole number. */
function choosesByWhole(rule: Banded, { figureTypes }: SchemeNames): boolean {
  const parts: Quantity[] = rule.kind === 'change' && rule.against !== 'previous' ? [rule.of, rule.against] : [rule.of];
  return parts.every((part) => isWhole(part, figureTypes) === true);
}

const edgeOf = ({ from, above }: Band): Rational => exact.fromText(from ?? (above as string));

/** The lowest whole number that a band takes. */
const lowestWhole = (band: Band): Rational =>
  band.from === undefined ? exact.add(exact.floor(edgeOf(band)), exact.one) : exact.negate(exact.floor(exact.negate(edgeOf(band))));

/** The one value that a band takes between its own edge and that of the band over it, if it is one. */
function onlyValue(band: Band, over: Band | undefined, whole: boolean): Rational | undefined {
  if (!over) return undefined;
  if (whole && exact.compare(exact.subtract(lowestWhole(over), lowestWhole(band)), exact.one) === 0) return lowestWhole(band);
  return band.from !== undefined && over.from === undefined && exact.compare(edgeOf(band), edgeOf(over)) === 0 ? edgeOf(band) : undefined;
}

/** The words of one band: "từ 90% đến dưới 100%", "bằng 1", "đạt 100%". */
export function bandEdges(rule: Banded, index: number, names: SchemeNames): string {
  const { phrases } = names;
  const [band, over] = [rule.bands[index], rule.bands[index - 1]];
  if (!band) return phrases.otherwise;
  const unit = rule.kind === 'change' ? differenceUnitOf(rule.of) : unitOf(rule.of);
  const only = onlyValue(band, over, choosesByWhole(rule, names));
  if (only) return phrases.exactly(names.value(only, unit));
  const edge = edgeOf(band);
  if (rule.kind === 'bands' && !over && band.from !== undefined && endsAtWhole(rule.of) && exact.compare(edge, exact.one) === 0)
    return phrases.reached(names.value(edge, unit));
  // The unit stands once, after the second edge.
  const low = { text: over ? names.valueBeforeUnit(edge, unit) : names.value(edge, unit), taken: band.from !== undefined };
  return phrases.edges(over ? { low, high: { text: names.value(edgeOf(over), unit), taken: over.from === undefined } } : { low });
}
