import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { list, object, oneOf, positive, required } from '../../reading/shape.ts';
import { ticking } from '../asks.ts';
import { type Check, checkShape, checkTicks } from '../check-list.ts';
import { NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { checkUnique, type RuleKind } from '../kind.ts';
import { seeksNothing } from '../seek.ts';
import { deductWords } from './deduct.words.ts';

export const COMBINE = ['sum', 'worst'] as const;

/** Starts full and takes away for what happened: the sum of it, or the worst. */
export interface DeductRule {
  kind: 'deduct';
  checks: Check[];
  combine: (typeof COMBINE)[number];
}

export const deduct: RuleKind<DeductRule> = {
  shape: object<DeductRule>({ kind: required(oneOf(['deduct'])), checks: required(list(checkShape(positive), 1)), combine: required(oneOf(COMBINE)) }),
  check(rule, path, { bounds, faults }) {
    checkUnique(rule.checks?.map((check) => check?.id) ?? [], (index) => at(path, 'checks', index, 'id'), faults);
    const reach = bounds && bounds.minimum !== null ? exact.subtract(bounds.maximum, bounds.minimum) : undefined;
    rule.checks?.forEach((check, index) => {
      const here = at(path, 'checks', index, 'points');
      if (check && check.points === undefined && !faults.has(here)) faults.add('missingKey', here, { key: 'points' });
      if (check?.points !== undefined && reach && exact.compare(exact.fromText(check.points), reach) > 0)
        faults.add('outOfRange', here, { found: check.points, expected: `≤ ${exact.toFraction(reach)}` });
    });
  },
  takes: ['checks'],
  checkAnswer: (rule, answer, path, faults) => checkTicks(rule.checks, answer.checks, path, faults),
  uses: () => ({ ...NOTHING_USED, answer: ['checks'] }),
  compile(rule, { maximum }) {
    const worth = new Map(rule.checks.map((check) => [check.id, exact.fromText(check.points as string)]));
    return ({ answer }) => {
      if (answer.checks === undefined) return notAnswered(['answer.checks']);
      const taken = answer.checks.map((id) => worth.get(id) ?? exact.zero);
      return points(exact.subtract(maximum, rule.combine === 'sum' ? exact.sum(taken) : taken.reduce(exact.greatest, exact.zero)));
    };
  },
  asks: ticking,
  seeks: seeksNothing,
  words: deductWords,
};
