import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { notNegative, number, object, oneOf, required, withDefault } from '../../reading/shape.ts';
import { measuring } from '../asks.ts';
import { points } from '../inputs.ts';
import type { RuleKind } from '../kind.ts';
import { checkQuantity, compileMeasuring, type Quantity, quantityShape, usesOf } from '../quantity.ts';
import { rising } from '../seek.ts';
import { perUnitWords } from './per-unit.words.ts';

/** So many points for each unit beyond the free ones. */
export interface PerUnitRule {
  kind: 'perUnit';
  of: Quantity;
  points: NumberText;
  free: NumberText;
}

export const perUnit: RuleKind<PerUnitRule> = {
  shape: object<PerUnitRule>({
    kind: required(oneOf(['perUnit'])),
    of: required(quantityShape),
    points: required(number),
    free: withDefault(notNegative, () => '0'),
  }),
  check(rule, path, context) {
    if (rule.of) checkQuantity(rule.of, at(path, 'of'), context);
    if (rule.points === undefined || context.penalty === undefined) return;
    const order = exact.compare(exact.fromText(rule.points), exact.zero);
    if (context.penalty ? order >= 0 : order <= 0)
      context.faults.add('outOfRange', at(path, 'points'), { found: rule.points, expected: context.penalty ? '< 0' : '> 0' });
  },
  takes: [],
  uses: ({ of }) => usesOf(of),
  compile(rule, bounds, { mode }) {
    const [each, free] = [exact.fromText(rule.points), exact.fromText(rule.free)];
    return compileMeasuring(rule.of, bounds, mode, (value) => points(exact.multiply(exact.greatest(exact.zero, exact.subtract(value, free)), each), { value }));
  },
  asks: measuring,
  seeks: ({ of, points: each, free }, seeker) =>
    rising(of, { at: exact.add(exact.fromText(free), exact.divide(seeker.item.bounds.maximum, exact.fromText(each))), taken: true }, seeker),
  words: perUnitWords,
};
