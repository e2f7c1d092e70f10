import { isFullFromNothing } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';
import { lackingProof } from '../proof.ts';

/** Full points of 0 of 0, as the scheme gives them: why there was nothing, and by which document, is to be said. */
export const fullFromNothing: Kind<'fullFromNothing'> = {
  severity: 'mustExplain',
  explainsItself: true,
  *find(sheet) {
    for (const { item, result } of sheet.items) {
      if (!isFullFromNothing(item, result)) continue;
      const { code, points } = result;
      const lacks = lackingProof(sheet, result);
      if (lacks.length > 0) yield { where: { item: code }, items: [code], details: { points, lacks } };
    }
  },
};
