import { CITATIONS, citationsIn } from '../../ledger/fields.ts';
import { isNothingByFigures } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';

/** Items that leave the maximum because a whole of 0 was declared: nobody asked for it, so each is listed as a claim is, with reason and documents. */
export const nothingByFigures: Kind<'nothingByFigures'> = {
  severity: 'told',
  *find({ items, fields, figureTypes, documentName }) {
    for (const { item, result } of items) {
      if (item.source !== 'appraised' || !isNothingByFigures(result)) continue;
      const { code } = result;
      const figures = Object.keys(result.explanation.inputs).filter((id) => figureTypes.has(id));
      const { justification } = fields({ kind: 'item', id: code });
      const cited = [{ kind: 'item' as const, id: code }, ...figures.map((id) => ({ kind: 'figure' as const, id }))].flatMap((target) =>
        citationsIn(fields(target)[CITATIONS]),
      );
      const documents = [...new Set(cited.flatMap((citation) => citation.split('/', 1)))].map(documentName);
      const reason = typeof justification === 'string' ? justification.trim() : '';
      yield { where: { item: code }, items: [code], costs: item.bounds.maximum, details: { figures, reason, documents } };
    }
  },
};
