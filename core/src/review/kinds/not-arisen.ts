import { CITATIONS, citationsIn } from '../../ledger/fields.ts';
import { isClaim } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';

/** What the body claims not to have arisen, each with its reason, documents and ground: until it is confirmed it counts as not scored. */
export const notArisen: Kind<'notArisen'> = {
  severity: 'told',
  *find({ items, fields, documentName }) {
    for (const { item, result } of items) {
      if (!isClaim(result)) continue;
      const { code } = result;
      const { reason, [CITATIONS]: citations } = fields({ kind: 'item', id: code });
      const documents = [...new Set(citationsIn(citations).flatMap((citation) => citation.split('/', 1)))].map(documentName);
      const details = { reason: typeof reason === 'string' ? reason : '', documents, legalBasis: item.item.notArisen?.legalBasis ?? null };
      yield { where: { item: code }, items: [code], details };
    }
  },
};
