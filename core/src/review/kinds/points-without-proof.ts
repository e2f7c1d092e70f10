import { fromFraction, isNegative, isZero } from '../../quantity/rational.ts';
import { ownItems } from '../../scoring/own-items.ts';
import type { Kind } from '../kind.ts';

/** Points that rest on nothing: no document is cited for the item or its figures, no figure names where it comes from, and nothing is said of why. */
export const pointsWithoutProof: Kind<'pointsWithoutProof'> = {
  severity: 'mustExplain',
  *find({ prepared, items, figureTypes, fields, cites, isJustified }, checks) {
    const own = ownItems(prepared, checks);
    // A statistic that came from elsewhere names its source, which proves it as a document does.
    const isProven = (id: string) => cites({ kind: 'figure', id }) || fields({ kind: 'figure', id })['source'] !== undefined;
    for (const { item, result } of items) {
      const { code, points } = result;
      if (result.state !== 'scored' || !own.has(code) || item.group === 'penalty') continue;
      const given = fromFraction(points);
      if (isZero(given) || isNegative(given) || isJustified(code) || cites({ kind: 'item', id: code })) continue;
      const figures = Object.keys(result.explanation.inputs).filter((id) => figureTypes.has(id));
      if (figures.some(isProven)) continue;
      yield { where: { item: code }, items: [code], details: { points } };
    }
  },
};
