import { shortest } from '../quantity/number-text.ts';
import { fromFraction, toDecimal } from '../quantity/rational.ts';
import { originsOf } from '../scheme/comparability.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import type { ItemState } from '../scoring/result.ts';
import type { BodyFigures, PreviousBody } from '../snapshot/types.ts';

/** Decimal places that a number text can carry. */
const MOST_PLACES = 12;

/** States whose points say something a year later; what was not answered or did not apply leaves nothing to compare with. */
const CARRIES_POINTS: Readonly<Record<ItemState, boolean>> = { scored: true, notAccepted: true, notAnswered: false, notApplicable: false };

/** Whose points of the edition before stand beside each item. Two forebears are none, and what nobody has confirmed is none: nothing is guessed. */
function forebearByItem(now: Scheme, before: Scheme): Map<string, string> {
  return new Map(
    originsOf(now, before).flatMap(({ placed, declared, paired, isGuess }): [string, string][] => {
      if (!declared) return paired && !isGuess ? [[placed.code, paired.code]] : [];
      const [forebear, another] = declared.filter(({ comparable }) => comparable !== 'no');
      return forebear && !another ? [[placed.code, forebear.item]] : [];
    }),
  );
}

/** Last year's final figures and points of a body as this year's edition can use them. Points are number texts, rounded at 12 places; they stand beside and are never counted. */
export function baselineOf(
  now: Scheme,
  before: Scheme,
  figures: BodyFigures,
  points: readonly { readonly code: string; readonly state: ItemState; readonly points: string }[],
): PreviousBody {
  const [types, typesBefore] = [figureTypesOf(now), figureTypesOf(before)];
  const carried = new Map(points.flatMap((item) => (CARRIES_POINTS[item.state] ? [[item.code, item.points] as const] : [])));
  const items: Record<string, string> = {};
  for (const [code, forebear] of forebearByItem(now, before)) {
    const fraction = carried.get(forebear);
    if (fraction !== undefined) items[code] = shortest(toDecimal(fromFraction(fraction), MOST_PLACES, 'halfUp'));
  }
  return {
    figures: Object.fromEntries(Object.entries(figures).filter(([id]) => types.has(id) && types.get(id) === typesBefore.get(id))),
    items,
  };
}
