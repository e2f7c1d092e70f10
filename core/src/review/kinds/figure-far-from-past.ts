import * as exact from '../../quantity/rational.ts';
import type { Kind } from '../kind.ts';

/** A figure that lies far from the body's own of the year before. */
export const figureFarFromPast: Kind<'figureFarFromPast'> = {
  severity: 'mustExplain',
  *find({ figures, figureTypes, previous, usersOf }, { farFromPast }) {
    for (const [figure, type] of figureTypes) {
      const [now, before] = [figures[figure]?.value, previous?.figures[figure]?.value];
      const items = usersOf(figure);
      if (type === 'date' || typeof now !== 'string' || typeof before !== 'string' || items.length === 0) continue;
      if (farFromPast.notCompared.includes(figure)) continue;
      const { relative, absolute } = farFromPast.own.find((own) => own.figure === figure) ?? farFromPast.figures;
      const difference = exact.subtract(exact.fromText(now), exact.fromText(before));
      const size = exact.absolute(difference);
      const share = exact.multiply(exact.fromText(relative), exact.absolute(exact.fromText(before)));
      if (exact.compare(size, share) <= 0 || exact.compare(size, exact.fromText(absolute)) <= 0) continue;
      yield { where: { item: items[0] ?? null, figure }, items, details: { figure, now, before, difference: exact.toFraction(difference) } };
    }
  },
};
