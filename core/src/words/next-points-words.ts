import type { Item } from '../scheme/types.ts';
import type { NextPoints } from '../scoring/next-points.ts';
import { answerName, checkName } from './describe-rule.ts';
import type { SchemeNames } from './scheme-names.ts';

/** Says what an item's next points want; a second sentence where full points want more, that one alone where points come bit by bit. */
export function nextPointsText(item: Item, next: NextPoints, names: SchemeNames): string[] {
  const { phrases } = names;
  const points = names.roundedPoints;
  switch (next.kind) {
    case 'figure': {
      const { figure, present, next: step, full, gradual } = next;
      const [name, now] = [names.figure(figure), names.declared(present)];
      if (full && gradual) return [phrases.next.fullFrom(name, names.declared(full.more), now, names.declared(full.wanted), points(full.points))];
      const first = phrases.next.figure(name, names.declared(step.more), now, names.declared(step.wanted), points(step.points));
      return full ? [first, phrases.next.full(names.declared(full.more), names.declared(full.wanted), points(full.points))] : [first];
    }
    case 'option': {
      const { option, points: worth, upTo } = next;
      return [phrases.next.option(phrases.quote(answerName(option, item, names)), upTo ? phrases.rule.upTo(points(worth)) : points(worth))];
    }
    case 'checks':
      return [phrases.next.checks(next.add.map((id) => phrases.quote(checkName(id, item, names))).join(', '), points(next.points))];
  }
}
