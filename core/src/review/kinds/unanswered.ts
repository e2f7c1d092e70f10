import { awaited } from '../awaited.ts';
import type { Kind } from '../kind.ts';

/** Nothing stands where the body must answer. */
export const unanswered: Kind<'unanswered'> = {
  severity: 'mustMend',
  *find(sheet, checks) {
    for (const { code, missing, empty } of awaited(sheet, checks)) if (empty) yield { where: { item: code }, items: [code], details: { missing } };
  },
};
