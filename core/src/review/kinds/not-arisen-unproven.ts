import { isClaim } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';

/** A claim that nothing arose without its reason or without any document. */
export const notArisenUnproven: Kind<'notArisenUnproven'> = {
  severity: 'mustMend',
  *find({ items, fields, cites }) {
    for (const { result } of items) {
      if (!isClaim(result)) continue;
      const target = { kind: 'item', id: result.code } as const;
      const { reason } = fields(target);
      const lacks = [...(typeof reason === 'string' && reason.trim() !== '' ? [] : ['reason' as const]), ...(cites(target) ? [] : ['document' as const])];
      if (lacks.length > 0) yield { where: { item: result.code }, items: [result.code], details: { lacks } };
    }
  },
};
