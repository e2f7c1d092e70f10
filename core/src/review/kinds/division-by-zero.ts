import type { Kind } from '../kind.ts';
import { reckonedWith } from '../uncomputed.ts';

/** Figures with which a formula would divide by nothing. */
export const divisionByZero: Kind<'divisionByZero'> = {
  severity: 'mustMend',
  *find({ items, faults, figures: declared }) {
    for (const { item, result } of items) {
      if (faults.get(result.code)?.code !== 'divisionByZero') continue;
      const figures = reckonedWith(item, declared);
      yield { where: { item: result.code, figure: figures.at(-1) ?? null }, items: [result.code], details: { figures } };
    }
  },
};
