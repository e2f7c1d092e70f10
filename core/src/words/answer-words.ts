import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Item } from '../scheme/types.ts';
import type { Explanation, UsedAnswer } from '../scoring/result.ts';
import { answerName, checkName } from './describe-rule.ts';
import { inLanguage } from './language.ts';
import type { SchemeNames } from './scheme-names.ts';

/** A part of what a body declared, and what it is called. */
export interface AnswerWords {
  readonly what: string;
  readonly value: string;
}

/** The plain rule that was asked, or undefined where none was. */
export function takenRule({ rule }: Item, taken: Explanation['case']): PlainRule | undefined {
  if (rule.kind !== 'branch') return rule;
  if (taken === null) return undefined;
  if (taken === 'otherwise') return rule.otherwise === 'notApplicable' ? undefined : rule.otherwise;
  return rule.cases[taken]?.rule;
}

/** What was answered at an item besides figures, a part each: yes or no, a level or things of a list by their titles, points, conditions. */
export function answerWords(
  item: Item,
  taken: Explanation['case'],
  { yes, level, points, checks, conditions }: UsedAnswer,
  names: SchemeNames,
): readonly AnswerWords[] {
  const { input } = names.phrases;
  const asked = { ...item, rule: takenRule(item, taken) ?? item.rule };
  const ticked = (ids: readonly string[]) => ids.map((id) => checkName(id, asked, names)).join('; ') || input.none;
  return [
    ...(yes === undefined ? [] : [{ what: input.yes, value: names.declared(yes) }]),
    ...(level === undefined ? [] : [{ what: input.level, value: answerName(level, asked, names) }]),
    ...(points === undefined ? [] : [{ what: input.points, value: names.declared(points) }]),
    ...(checks === undefined ? [] : [{ what: input.checks, value: ticked(checks) }]),
    ...Object.entries(conditions ?? {}).map(([id, answer]) => ({
      what: inLanguage(item.conditions.find((entry) => entry.id === id)?.title, names.language) ?? id,
      value: names.declared(answer),
    })),
  ];
}
