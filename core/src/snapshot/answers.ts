import { type Fault, Faults } from '../reading/faults.ts';
import { at, keysOf, type Path } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { ANSWER_KEYS, type Answer, type AnswerKey } from '../rules/inputs.ts';
import type { Bounds } from '../rules/kind.ts';
import { type PlainRule, plainKindOf } from '../rules/plain-kinds.ts';
import type { Rule } from '../rules/registry.ts';

/** The plain rules that may judge an item's answer: the rule itself, or all those of a branch, in order. */
export const plainRulesOf = (rule: Rule): PlainRule[] =>
  rule.kind === 'branch' ? [...rule.cases.map((entry) => entry.rule), ...(rule.otherwise === 'notApplicable' ? [] : [rule.otherwise])] : [rule];

/** The faults that one plain rule finds in the answer's keys that it takes. */
function faultsBy(rule: PlainRule, answer: Draft<Answer>, path: Path, bounds: Bounds): Faults {
  const faults = new Faults();
  plainKindOf(rule).checkAnswer?.(rule, answer, path, faults, bounds);
  return faults;
}

/** The keys of the answer that the rule can take with their values. */
export function keysTaken(rule: PlainRule, answer: Draft<Answer>, bounds: Bounds): AnswerKey[] {
  const refused = new Set(faultsBy(rule, answer, null, bounds).list.map((fault) => fault.keys[0]));
  return plainKindOf(rule).takes.filter((key) => answer[key] !== undefined && !refused.has(key));
}

/** Faults of an answer: keys that no rule of the item takes, or takes with this value. A key whose form is faulty is not judged. */
export function checkAnswer(rule: Rule, answer: Draft<Answer>, path: Path, faults: Faults, bounds: Bounds): void {
  const depth = keysOf(path).length;
  const judges = plainRulesOf(rule).map((plain) => ({ takes: plainKindOf(plain).takes, faults: faultsBy(plain, answer, path, bounds).list }));
  // Points beside a level that could not be read cannot be judged by it; a rule that does not know the level does not take them.
  const unread = faults.has(at(path, 'level'));
  const cannotJudge = (takes: readonly AnswerKey[], key: AnswerKey) => key === 'points' && takes.includes('level') && unread;
  const refusesLevel = (judge: { readonly faults: readonly Fault[] }) => judge.faults.some((fault) => fault.keys[depth] === 'level');
  for (const key of ANSWER_KEYS) {
    if (answer[key] === undefined || (key === 'checks' && answer.checks?.includes(undefined))) continue;
    const takers = judges.filter(({ takes }) => takes.includes(key));
    const [first] = takers;
    if (!first) {
      faults.add('answerNotTaken', at(path, key), { key });
      continue;
    }
    const asked = key === 'points' ? takers.filter((taker) => !refusesLevel(taker)) : takers;
    const verdicts = asked.map((taker) => (cannotJudge(taker.takes, key) ? [] : taker.faults.filter((fault) => fault.keys[depth] === key)));
    if (verdicts.some((verdict) => verdict.length === 0) || asked.length === 0) continue;
    for (const fault of verdicts[0] ?? []) faults.copy(fault);
  }
}
