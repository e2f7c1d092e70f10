import { isClaim } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';
import { lackingProof } from '../proof.ts';

/** A claim that nothing arose, in words or by figures, without its reason or without any document. */
export const notArisenUnproven: Kind<'notArisenUnproven'> = {
  severity: 'mustMend',
  *find(sheet) {
    for (const { result } of sheet.items) {
      if (!isClaim(result)) continue;
      const lacks = lackingProof(sheet, result);
      if (lacks.length > 0) yield { where: { item: result.code }, items: [result.code], details: { lacks } };
    }
  },
};
