import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { emptyObject } from '../reading/raw.ts';
import type { Answer, Because, ComputingFault, Outcome, Uses } from '../rules/inputs.ts';
import { keysTaken } from '../snapshot/answers.ts';
import type { SheetEntry } from '../snapshot/types.ts';
import type { BodyInputs } from './body-inputs.ts';
import { isBranch, type PreparedBranch, type PreparedItem, type PreparedRule } from './prepared.ts';
import type { Explanation, ItemState, UsedAnswer, UsedInputs } from './result.ts';

/** A scored item of one body, with its explanation. */
export interface ItemScore {
  readonly prepared: PreparedItem;
  readonly state: ItemState;
  readonly points: Rational;
  /** The applicable maximum: 0 if the item does not count. */
  readonly maximum: Rational;
  readonly explanation: Explanation;
  /** The yes/no or level that the applied rule used, which a branch elsewhere may depend on. */
  readonly taken: boolean | string | undefined;
}

/** What decides before the rule, in order. */
export interface Applicability {
  readonly type: string | undefined;
  readonly excluded: boolean;
}

export const isFault = (score: ItemScore | ComputingFault): score is ComputingFault => 'says' in score;

/** What a state in the sheet makes of an item. A claim that nobody has confirmed counts as an answer that is still missing. */
const BY_SHEET = {
  notApplicable: { state: 'notApplicable', because: 'sheet' },
  claimedNotApplicable: { state: 'notAnswered', because: 'claimed', missing: [] },
  notAccepted: { state: 'notAccepted', because: null },
} as const satisfies Record<NonNullable<SheetEntry['state']>, Verdict>;

/**
 * Scores one item (contract §4): wrong type, excluded, the sheet's state, then the rule and its conditions. `named` gives
 * the score of the item that a branch depends on.
 */
export function scoreItem(prepared: PreparedItem, inputs: BodyInputs, standing: Applicability, named: (code: string) => ItemScore): ItemScore | ComputingFault {
  const entry = inputs.sheet[prepared.item.code];
  if (prepared.types && !(standing.type !== undefined && prepared.types.has(standing.type)))
    return withoutRule(prepared, { state: 'notApplicable', because: 'type' });
  if (standing.excluded) return withoutRule(prepared, { state: 'notApplicable', because: 'excluded' });
  if (entry?.state) return withoutRule(prepared, BY_SHEET[entry.state]);

  if (!isBranch(prepared.rule)) return byRule(prepared, prepared.rule, inputs, entry, null, undefined);
  const choice = chooseCase(prepared.rule, named(prepared.rule.item));
  if (choice.waits) return waiting(prepared, entry, choice.waits);
  if (choice.rule === 'notApplicable') {
    const used: UsedInputs = choice.on === undefined ? {} : { on: choice.on };
    return finish(prepared, { state: 'notApplicable', because: 'branch' }, used, 'otherwise');
  }
  return byRule(prepared, choice.rule, inputs, entry, choice.case, choice.on);
}

interface Choice {
  readonly waits?: string;
  readonly case: number | 'otherwise';
  readonly on?: boolean | string;
  readonly rule: PreparedRule | 'notApplicable';
}

function chooseCase(branch: PreparedBranch, named: ItemScore): Choice {
  const otherwise = { case: 'otherwise', rule: branch.otherwise } as const;
  if (named.state === 'notApplicable' || named.state === 'notAccepted') return otherwise;
  const { taken } = named;
  if (taken === undefined) return named.state === 'notAnswered' ? { ...otherwise, waits: `item.${branch.item}` } : otherwise;
  const index = branch.cases.findIndex(({ is }) => is === taken);
  const found = branch.cases[index];
  return found ? { case: index, on: taken, rule: found.rule } : { ...otherwise, on: taken };
}

function waiting(prepared: PreparedItem, entry: SheetEntry | undefined, missing: string): ItemScore {
  const asked = askConditions(prepared, entry);
  const used: UsedInputs = asked.answered ? { answer: { conditions: asked.answered } } : {};
  return finish(prepared, { state: 'notAnswered', missing: [missing, ...asked.missing], because: null }, used, null);
}

function byRule(
  prepared: PreparedItem,
  rule: PreparedRule,
  inputs: BodyInputs,
  entry: SheetEntry | undefined,
  branchCase: Explanation['case'],
  on: boolean | string | undefined,
): ItemScore | ComputingFault {
  const answer = usableAnswer(rule, entry?.answer, prepared);
  const outcome = rule.evaluate({ figures: inputs.figures, previous: inputs.previous, estimates: inputs.estimates, answer });
  if (outcome.says === 'fault') return outcome;

  const used = usedInputs(rule.uses, inputs, on);
  const shown = usedAnswer(rule, answer, outcome);
  const taken = shown.yes ?? shown.level;
  if (outcome.says === 'notApplicable') {
    if (hasKeys(shown)) used.answer = shown;
    const verdict =
      outcome.because === 'whenNothing' && entry?.whenNothing ? unconfirmed(prepared) : ({ state: 'notApplicable', because: outcome.because } as const);
    return finish(prepared, verdict, used, branchCase, taken);
  }

  const asked = askConditions(prepared, entry);
  if (asked.answered) shown.conditions = asked.answered;
  if (hasKeys(shown)) used.answer = shown;
  if (outcome.says === 'notAnswered' || asked.missing.length > 0) {
    const missing = outcome.says === 'notAnswered' ? [...outcome.missing, ...asked.missing] : asked.missing;
    const because = outcome.says === 'notAnswered' ? outcome.because : null;
    return finish(prepared, { state: 'notAnswered', missing, because }, used, branchCase, taken);
  }
  return finish(prepared, { state: 'scored', ...outcome, condition: asked.decides }, used, branchCase, taken);
}

/** Figures that find nothing, by the body's word alone: a claim like the one in words, and refused where the scheme lets nobody claim it. */
const unconfirmed = ({ item }: PreparedItem): Verdict => ({ state: 'notAnswered', because: item.notArisen ? 'claimed' : 'refused', missing: [] });

/** The answer as the applied rule may use it: keys of other cases of a branch count as absent. */
function usableAnswer(rule: PreparedRule, answer: Answer | undefined, prepared: PreparedItem): Answer {
  if (!answer) return {};
  if (!isBranch(prepared.rule)) return answer;
  const usable: Answer = {};
  for (const key of keysTaken(rule.rule, answer, prepared.bounds)) Object.assign(usable, { [key]: answer[key] });
  return usable;
}

/** The keys of the answer that the rule used. */
function usedAnswer(rule: PreparedRule, answer: Answer, outcome: Outcome): UsedAnswer {
  const used: UsedAnswer = {};
  for (const key of rule.uses.answer) if (answer[key] !== undefined) Object.assign(used, { [key]: answer[key] });
  // Points beside a level only count if the level allows them.
  if (rule.rule.kind === 'levels' && used.points !== undefined) {
    const level = rule.rule.levels.find(({ id }) => id === used.level);
    if (level?.upTo === undefined || outcome.says !== 'points') delete used.points;
  }
  return used;
}

function usedInputs(uses: Uses, inputs: BodyInputs, on: boolean | string | undefined): UsedInputs {
  const used: UsedInputs = {};
  if (on !== undefined) used.on = on;
  for (const { question, groups } of uses.estimates) {
    for (const group of groups) {
      const estimate = inputs.estimates[question]?.[group];
      if (!estimate) continue;
      used.estimates ??= emptyObject() as never;
      used.estimates[question] ??= emptyObject() as never;
      used.estimates[question][group] = { mean: estimate.mean, answers: estimate.answers };
    }
  }
  for (const id of uses.figures) {
    const figure = inputs.figures[id];
    if (figure) used[id] = figure.text;
  }
  for (const id of uses.previous) {
    const figure = inputs.previous?.[id];
    if (!figure) continue;
    used.previous ??= emptyObject() as never;
    used.previous[id] = figure.text;
  }
  return used;
}

const hasKeys = (object: object): boolean => Object.keys(object).length > 0;

interface ConditionAnswers {
  readonly answered: Record<string, boolean> | undefined;
  readonly missing: readonly string[];
  readonly decides: PreparedItem['conditions'][number] | undefined;
}

const NONE_GIVEN = emptyObject() as Record<string, boolean>;
const NOT_ASKED: ConditionAnswers = { answered: undefined, missing: [], decides: undefined };

function askConditions({ conditions }: PreparedItem, entry: SheetEntry | undefined): ConditionAnswers {
  if (conditions.length === 0) return NOT_ASKED;
  const given = entry?.answer?.conditions ?? NONE_GIVEN;
  const answered = emptyObject() as Record<string, boolean>;
  const missing: string[] = [];
  for (const { id } of conditions) {
    const answer = given[id];
    if (answer === undefined) missing.push(`answer.conditions.${id}`);
    else answered[id] = answer;
  }
  return {
    answered: hasKeys(answered) ? answered : undefined,
    missing,
    decides: missing.length > 0 ? undefined : conditions.find(({ id, when }) => given[id] === when),
  };
}

/** An item with contradictory figures counts as not answered until they agree; `missing` names them. */
export const waitingItem = (prepared: PreparedItem, missing: readonly string[]): ItemScore =>
  finish(prepared, { state: 'notAnswered', missing, because: null }, {}, null);

const withoutRule = (prepared: PreparedItem, verdict: Verdict): ItemScore => finish(prepared, verdict, {}, null);

type Verdict =
  | { readonly state: 'notApplicable'; readonly because: Because | null }
  | { readonly state: 'notAccepted'; readonly because: null }
  | { readonly state: 'notAnswered'; readonly missing: readonly string[]; readonly because: Because | null }
  | (Extract<Outcome, { says: 'points' }> & { readonly state: 'scored'; readonly condition: ConditionAnswers['decides'] });

const LEAVES_THE_MAXIMUM: readonly (Because | null)[] = ['type', 'excluded'];

/** Points, applicable maximum and explanation of a verdict. */
function finish(prepared: PreparedItem, verdict: Verdict, inputs: UsedInputs, branchCase: Explanation['case'], taken?: boolean | string): ItemScore {
  const { bounds, whenNotApplicable } = prepared;
  const explanation: Explanation = {
    rule: prepared.item.rule.kind,
    case: branchCase,
    inputs,
    value: null,
    band: null,
    capped: false,
    condition: null,
    because: verdict.because,
    missing: verdict.state === 'notAnswered' ? verdict.missing : [],
  };
  const score = (points: Rational, maximum: Rational): ItemScore => ({ prepared, state: verdict.state, points, maximum, explanation, taken });

  switch (verdict.state) {
    case 'notAnswered':
    case 'notAccepted':
      return score(exact.zero, bounds.maximum);
    case 'notApplicable':
      if (LEAVES_THE_MAXIMUM.includes(verdict.because) || whenNotApplicable === 'reduceMaximum' || whenNotApplicable === 'refused')
        return score(exact.zero, exact.zero);
      return score(whenNotApplicable === 'fullPoints' ? bounds.maximum : exact.zero, bounds.maximum);
    case 'scored': {
      explanation.value = verdict.value && exact.toFraction(verdict.value);
      explanation.band = verdict.band;
      if (verdict.condition) {
        explanation.condition = verdict.condition.id;
        return score(verdict.condition.points, bounds.maximum);
      }
      const points = cut(verdict.points, bounds);
      explanation.capped = points !== verdict.points;
      return score(points, bounds.maximum);
    }
  }
}

/** Points limited to the item's range. */
export function cut(points: Rational, { minimum, maximum }: PreparedItem['bounds']): Rational {
  if (exact.compare(points, maximum) > 0) return maximum;
  return minimum !== null && exact.compare(points, minimum) < 0 ? minimum : points;
}
