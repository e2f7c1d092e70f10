import { displayDecimal, displayFraction } from '../quantity/display.ts';
import { fromFraction, toDecimal } from '../quantity/rational.ts';
import type { Scheme } from '../scheme/types.ts';
import type { FractionText } from '../scoring/result.ts';
import type { Language } from './language.ts';

type Rounding = Pick<Scheme, 'rounding'>;

/** Points of a sum or a heading, rounded once to the places of the scheme: "56,80". All their digits stand in the explanation alone. */
export const pointsText = (points: FractionText, { rounding }: Rounding, language: Language): string =>
  displayDecimal(toDecimal(fromFraction(points), Number(rounding.places), rounding.mode), language);

/** Points over the maximum that they are part of: "56,80/68". */
export const pointsOver = (
  { points, maximum }: { readonly points: FractionText | null; readonly maximum: FractionText },
  scheme: Rounding,
  language: Language,
): string => `${points === null ? '–' : pointsText(points, scheme, language)}/${displayFraction(maximum, language)}`;
