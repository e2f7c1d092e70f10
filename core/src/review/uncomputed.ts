import type { Fault } from '../reading/faults.ts';
import { figuresOf } from '../rules/quantity.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { SheetScore } from '../scoring/score-sheet.ts';
import { plainRulesOf } from '../snapshot/answers.ts';
import type { BodyFigures } from '../snapshot/types.ts';
import type { Finding } from './finding.ts';

/** An item that cannot be computed at a stage, in the words of the check before sending. */
export type Uncomputed = Extract<Finding, { readonly code: 'partOverWhole' | 'divisionByZero' | 'pastOverWhole' }>;

/** The figures among those declared that an item's rule reckons with. */
export const reckonedWith = ({ item }: PreparedItem, declared: BodyFigures): string[] => {
  const used = plainRulesOf(item.rule).flatMap((rule) =>
    'of' in rule ? figuresOf(rule.of) : rule.kind === 'formula' ? figuresOf({ formula: rule.expression }) : [],
  );
  return [...new Set(used)].filter((id) => declared[id] !== undefined);
};

/** What a share is a part of, in an item's rule. */
const wholeOf = ({ item }: PreparedItem, part: string): string | undefined =>
  plainRulesOf(item.rule).flatMap((rule) => ('of' in rule && 'ratio' in rule.of && rule.of.ratio[0] === part ? [rule.of.ratio[1] as string] : []))[0];

function uncomputed(item: PreparedItem, fault: Fault, figures: BodyFigures): Uncomputed {
  const { code } = item.item;
  const of = { severity: 'mustMend', items: [code], costs: null } as const;
  const figure = String(fault.keys.at(-1));
  if (fault.code !== 'overWhole') {
    const used = reckonedWith(item, figures);
    return { ...of, code: 'divisionByZero', where: { item: code, figure: used.at(-1) ?? null }, details: { figures: used } };
  }
  if (fault.keys[0] === 'previous') return { ...of, code: 'pastOverWhole', where: { item: code, figure: null }, details: { figure } };
  const whole = wholeOf(item, figure) ?? figure;
  const [partValue, wholeValue] = [figures[figure]?.value, figures[whole]?.value].map((value) => String(value ?? '0')) as [string, string];
  return { ...of, code: 'partOverWhole', where: { item: code, figure }, details: { part: figure, partValue, whole, wholeValue } };
}

/** What keeps the items of a scored sheet from being computed, in the scheme's order: a final result allows none of it. */
export const uncomputedItems = ({ items }: PreparedScheme, { faults }: Pick<SheetScore, 'faults'>, figures: BodyFigures): Uncomputed[] =>
  items.flatMap((item) => {
    const fault = faults.get(item.item.code);
    return fault ? [uncomputed(item, fault, figures)] : [];
  });
