import { compare, fromText, hundred, isNegative } from '../../quantity/rational.ts';
import type { Kind } from '../kind.ts';

/** A figure in percent of a whole that is none between 0 and 100. */
export const percentOutOfRange: Kind<'percentOutOfRange'> = {
  severity: 'mustMend',
  *find({ figures, usersOf }, { percentages }) {
    for (const figure of percentages) {
      const value = figures[figure]?.value;
      if (typeof value !== 'string') continue;
      const percent = fromText(value);
      if (!isNegative(percent) && compare(percent, hundred) <= 0) continue;
      const items = usersOf(figure);
      yield { where: { item: items[0] ?? null, figure }, items, details: { figure, value } };
    }
  },
};
