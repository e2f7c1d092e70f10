import { fromFraction, isNegative, isZero } from '../../quantity/rational.ts';
import type { Kind } from '../kind.ts';

/** Points that rest on nothing: no document is cited for the item or its figures, and nothing is said of why. */
export const pointsWithoutProof: Kind<'pointsWithoutProof'> = {
  severity: 'mustExplain',
  *find({ items, figureTypes, cites, isJustified }) {
    for (const { item, result } of items) {
      const { code, points } = result;
      if (result.state !== 'scored' || item.source !== 'appraised' || item.group === 'penalty') continue;
      const given = fromFraction(points);
      if (isZero(given) || isNegative(given) || isJustified(code) || cites({ kind: 'item', id: code })) continue;
      const figures = Object.keys(result.explanation.inputs).filter((id) => figureTypes.has(id));
      if (figures.some((id) => cites({ kind: 'figure', id }))) continue;
      yield { where: { item: code }, items: [code], details: { points } };
    }
  },
};
