import { isRefused } from '../../scoring/claims.ts';
import type { Kind } from '../kind.ts';
import { proofOf } from '../proof.ts';

/** Figures that find nothing where the scheme does not let the item be absent. */
export const notArisenRefused: Kind<'notArisenRefused'> = {
  severity: 'mustMend',
  *find(sheet) {
    for (const { result } of sheet.items) {
      if (!isRefused(result)) continue;
      const { figures } = proofOf(sheet, result);
      const empty = figures.filter((id) => sheet.figures[id]?.value === '0');
      yield { where: { item: result.code, figure: empty.at(-1) ?? null }, items: [result.code], details: { figures: empty } };
    }
  },
};
