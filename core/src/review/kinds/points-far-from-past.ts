import * as exact from '../../quantity/rational.ts';
import { ownItems } from '../../scoring/own-items.ts';
import type { Kind } from '../kind.ts';

/** Points that a body gives itself and that lie far from those of the year before, measured by the item's maximum. */
export const pointsFarFromPast: Kind<'pointsFarFromPast'> = {
  severity: 'told',
  *find({ prepared, items, previous }, checks) {
    const { farFromPast } = checks;
    const own = ownItems(prepared, checks);
    for (const { item, result } of items) {
      const before = previous?.items[result.code];
      if (before === undefined || result.state !== 'scored' || !own.has(result.code) || item.group === 'penalty') continue;
      const difference = exact.absolute(exact.subtract(exact.fromFraction(result.points), exact.fromText(before)));
      if (exact.compare(difference, exact.multiply(exact.fromText(farFromPast.points), item.bounds.maximum)) <= 0) continue;
      const details = { now: result.points, before: exact.toFraction(exact.fromText(before)) };
      yield { where: { item: result.code }, items: [result.code], costs: difference, details };
    }
  },
};
