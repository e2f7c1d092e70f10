import { shortest } from '../quantity/number-text.ts';
import { fromFraction, toDecimal } from '../quantity/rational.ts';
import { lineageTo } from '../scheme/lineage.ts';
import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import type { ItemState } from '../scoring/result.ts';
import type { BodyFigures, PreviousBody } from '../snapshot/types.ts';

/** Decimal places that a number text can carry. */
const MOST_PLACES = 12;

/** States whose points say something a year later; what was not answered or did not apply leaves nothing to compare with. */
const CARRIES_POINTS: Readonly<Record<ItemState, boolean>> = { scored: true, notAccepted: true, notAnswered: false, notApplicable: false };

/** Whose points of the edition before stand beside each item: by lineage where the new edition declares any, else by the same code. Two forebears are none: nothing is guessed. */
function forebearByItem(now: Scheme, before: string): Map<string, string> {
  const lineage = lineageTo(now, before);
  return new Map(
    itemsOfDomains(now.domains).flatMap(({ code }): [string, string][] => {
      if (!lineage) return [[code, code]];
      const [forebear, another] = (lineage.get(code) ?? []).filter(({ comparable }) => comparable !== 'no');
      return forebear && !another ? [[code, forebear.item]] : [];
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
  for (const [code, forebear] of forebearByItem(now, before.id)) {
    const fraction = carried.get(forebear);
    if (fraction !== undefined) items[code] = shortest(toDecimal(fromFraction(fraction), MOST_PLACES, 'halfUp'));
  }
  return {
    figures: Object.fromEntries(Object.entries(figures).filter(([id]) => types.has(id) && types.get(id) === typesBefore.get(id))),
    items,
  };
}
