import { compare, fromText, zero } from '../../quantity/rational.ts';
import { declaredFiguresOf } from '../../scoring/affected-items.ts';
import { isClaim } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';

/** A claim that nothing arose beside figures of the item that are above 0: one of the two is wrong. */
export const notArisenContradicted: Kind<'notArisenContradicted'> = {
  severity: 'mustMend',
  *find({ items, figures, figureTypes }) {
    for (const { item, result } of items) {
      if (!isClaim(result)) continue;
      const above = declaredFiguresOf(item, result).flatMap((figure) => {
        const value = figures[figure]?.value;
        if (typeof value !== 'string' || figureTypes.get(figure) === 'date' || compare(fromText(value), zero) <= 0) return [];
        return [{ figure, value }];
      });
      const [first] = above;
      if (first) yield { where: { item: result.code, figure: first.figure }, items: [result.code], details: { figures: above } };
    }
  },
};
