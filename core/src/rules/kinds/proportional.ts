import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { ROUNDING_MODES, type RoundingMode } from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { number, object, oneOf, optional, places, positive, required, withDefault } from '../../reading/shape.ts';
import { measuring } from '../asks.ts';
import { points } from '../inputs.ts';
import { checkPoints, type RuleKind, refuseInPenalty } from '../kind.ts';
import { checkQuantity, compileMeasuring, type Quantity, quantityShape, usesOf } from '../quantity.ts';
import { edge, rising } from '../seek.ts';
import { proportionalWords } from './proportional.words.ts';

/** The share of the target reached, times the maximum; under the floor, `belowFloor`. */
export interface ProportionalRule {
  kind: 'proportional';
  of: Quantity;
  target: NumberText;
  floor?: NumberText;
  belowFloor: NumberText;
  round?: { places: NumberText; mode: RoundingMode };
}

export const proportional: RuleKind<ProportionalRule> = {
  shape: object<ProportionalRule>({
    kind: required(oneOf(['proportional'])),
    of: required(quantityShape),
    target: withDefault(positive, () => '1'),
    floor: optional(number),
    belowFloor: withDefault(number, () => '0'),
    round: optional(object<{ places: NumberText; mode: RoundingMode }>({ places: required(places), mode: required(oneOf(ROUNDING_MODES)) })),
  }),
  check(rule, path, context) {
    refuseInPenalty(at(path, 'kind'), context);
    if (rule.of) checkQuantity(rule.of, at(path, 'of'), context);
    checkPoints(rule.belowFloor, at(path, 'belowFloor'), context);
  },
  takes: [],
  uses: ({ of }) => usesOf(of),
  compile(rule, bounds, { mode }) {
    const [target, floor, belowFloor] = [
      exact.fromText(rule.target),
      rule.floor === undefined ? undefined : exact.fromText(rule.floor),
      exact.fromText(rule.belowFloor),
    ];
    const rounding = rule.round && { places: Number(rule.round.places), mode: rule.round.mode };
    return compileMeasuring(rule.of, bounds, mode, (value) => {
      if (floor && exact.compare(value, floor) < 0) return points(belowFloor, { value });
      const reached = exact.multiply(exact.least(exact.divide(value, target), exact.one), bounds.maximum);
      return points(rounding ? exact.round(reached, rounding.places, rounding.mode) : reached, { value });
    });
  },
  asks: measuring,
  seeks: ({ of, target }, seeker) => rising(of, edge(target), seeker),
  words: proportionalWords,
};
