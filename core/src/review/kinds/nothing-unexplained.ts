import { isNothingByFigures } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';

/** The same without a word of why there was nothing. */
export const nothingUnexplained: Kind<'nothingUnexplained'> = {
  severity: 'mustExplain',
  *find({ items, figureTypes, isJustified }) {
    for (const { item, result } of items) {
      const { code } = result;
      if (item.source !== 'appraised' || !isNothingByFigures(result) || isJustified(code)) continue;
      const figures = Object.keys(result.explanation.inputs).filter((id) => figureTypes.has(id));
      yield { where: { item: code }, items: [code], costs: item.bounds.maximum, details: { figures } };
    }
  },
};
