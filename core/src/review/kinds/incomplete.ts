import { awaited } from '../awaited.ts';
import type { Kind } from '../kind.ts';

/** An answer that lacks a figure, a condition or another of its parts. */
export const incomplete: Kind<'incomplete'> = {
  severity: 'mustMend',
  *find(sheet, checks) {
    for (const { code, missing, empty } of awaited(sheet, checks)) {
      if (empty) continue;
      const figure = missing.find((what) => sheet.figureTypes.has(what)) ?? null;
      yield { where: { item: code, figure }, items: [code], details: { missing } };
    }
  },
};
