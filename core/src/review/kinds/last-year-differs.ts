import type { Kind } from '../kind.ts';

/** A figure of the year before that is not what the body declared in that year. */
export const lastYearDiffers: Kind<'lastYearDiffers'> = {
  severity: 'mustExplain',
  *find({ figures, previous, usersOf }, { lastYear }) {
    for (const { figure, of } of lastYear) {
      const [now, before] = [figures[figure]?.value, previous?.figures[of]?.value];
      const items = usersOf(figure);
      if (typeof now !== 'string' || typeof before !== 'string' || now === before || items.length === 0) continue;
      yield { where: { item: items[0] ?? null, figure }, items, details: { figure, now, before } };
    }
  },
};
