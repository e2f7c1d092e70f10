import { isClaim } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';
import { proofOf } from '../proof.ts';

/** What the body claims not to have arisen, each with its reason, documents and ground: until it is confirmed it counts as not scored. */
export const notArisen: Kind<'notArisen'> = {
  severity: 'told',
  *find(sheet) {
    for (const { item, result } of sheet.items) {
      if (!isClaim(result)) continue;
      const { code } = result;
      const { reason, citations } = proofOf(sheet, result);
      const documents = [...new Set(citations.flatMap((citation) => citation.split('/', 1)))].map((id) => sheet.documentName(id));
      const details = { reason, documents, legalBasis: item.item.notArisen?.legalBasis ?? null };
      yield { where: { item: code }, items: [code], details };
    }
  },
};
