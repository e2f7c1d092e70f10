import type { NumberText } from '../../quantity/number-text.ts';
import { rulesWithin } from '../../rules/branch.ts';
import type { Constants } from '../../rules/kind.ts';
import { type PlainRule, plainKindOf } from '../../rules/plain-kinds.ts';
import { groupsAsked, itemsOfDomains, type Scheme } from '../../scheme/types.ts';

/** An estimate that an item is scored by. */
export interface UsedEstimate {
  readonly item: string;
  readonly question: string;
  readonly group: string;
  /** Answers below which the item's rule leaves the group out. */
  readonly minimum: NumberText;
}

/** Every estimate that an edition's items are scored by, in the order of the items. */
export function usedEstimates({ domains, rounding, survey }: Scheme): UsedEstimate[] {
  const asked = new Map(survey.questions.map((question) => [question.id, groupsAsked(question, survey.groups).map(({ id }) => id)]));
  const constants: Constants = { mode: rounding.mode, surveyGroups: [], asked };
  return itemsOfDomains(domains).flatMap(({ code, rule }) => {
    const rules = rule.kind === 'branch' ? rulesWithin(rule, null).map((inner) => inner.rule as PlainRule) : [rule];
    return rules.flatMap((plain) => {
      const minimum = plain.kind === 'surveyMean' ? plain.minimumAnswers : '1';
      const { estimates } = plainKindOf(plain).uses(plain, constants);
      return estimates.flatMap(({ question, groups }) => groups.map((group) => ({ item: code, question, group, minimum })));
    });
  });
}
