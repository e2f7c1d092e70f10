import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { booleanShape, list, number, object, oneOf, required, withDefault } from '../../reading/shape.ts';
import { ticking } from '../asks.ts';
import { type Check, checkShape, checkTicks } from '../check-list.ts';
import { NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { checkPoints, checkUnique, type RuleKind, refuseInPenalty } from '../kind.ts';
import { lowestGain } from '../seek.ts';
import { checksWords } from './checks.words.ts';

/** The sum of the things done, or with `all` the maximum when every one is done and 0 else. */
export interface ChecksRule {
  kind: 'checks';
  checks: Check[];
  all: boolean;
}

export const checks: RuleKind<ChecksRule> = {
  shape: object<ChecksRule>({ kind: required(oneOf(['checks'])), checks: required(list(checkShape(number), 1)), all: withDefault(booleanShape, () => false) }),
  check(rule, path, context) {
    if (rule.all === true) refuseInPenalty(at(path, 'all'), context);
    checkUnique(rule.checks?.map((check) => check?.id) ?? [], (index) => at(path, 'checks', index, 'id'), context.faults);
    rule.checks?.forEach((check, index) => {
      const here = at(path, 'checks', index, 'points');
      checkPoints(check?.points, here, context);
      if (rule.all === false && check && check.points === undefined && !context.faults.has(here)) context.faults.add('missingKey', here, { key: 'points' });
    });
  },
  takes: ['checks'],
  checkAnswer: (rule, answer, path, faults) => checkTicks(rule.checks, answer.checks, path, faults),
  uses: () => ({ ...NOTHING_USED, answer: ['checks'] }),
  compile(rule, { maximum }) {
    const worth = new Map(rule.checks.map((check) => [check.id, exact.fromText(check.points ?? '0')]));
    return ({ answer }) => {
      const ticked = answer.checks;
      if (ticked === undefined) return notAnswered(['answer.checks']);
      if (rule.all) return points(ticked.length === rule.checks.length ? maximum : exact.zero);
      return points(exact.sum(ticked.map((id) => worth.get(id) ?? exact.zero)));
    };
  },
  asks: ticking,
  seeks: (rule, seeker, { checks: ticked = [] }) => {
    const rest = rule.checks.map(({ id }) => id).filter((id) => !ticked.includes(id));
    const best = lowestGain(
      seeker,
      (rule.all ? [rest] : rest.map((id) => [id])).map((add) => ({ add, answer: { checks: [...ticked, ...add] } })),
    );
    return best && { kind: 'checks', add: best.add, points: best.points };
  },
  words: checksWords,
};
