import { isBranch, type PreparedItem, type PreparedRule, type PreparedScheme } from './prepared.ts';
import type { ItemResult } from './result.ts';

/** The plain rules that may score an item: its own, or those of a branch. */
export function plainRulesOf({ rule }: PreparedItem): PreparedRule[] {
  if (!isBranch(rule)) return [rule];
  return [...rule.cases.map((entry) => entry.rule), ...(rule.otherwise === 'notApplicable' ? [] : [rule.otherwise])];
}

/** Codes of the items whose rules use a figure, in the scheme's order. */
export const itemsUsing = ({ items }: PreparedScheme, figure: string): string[] =>
  items.filter((item) => plainRulesOf(item).some(({ uses }) => uses.figures.includes(figure))).map(({ item }) => item.code);

/** The figures that an item's points may depend on; none for an unknown item. */
export const figuresOf = ({ items }: PreparedScheme, code: string): Set<string> => {
  const item = items.find((one) => one.item.code === code);
  return new Set(item ? plainRulesOf(item).flatMap(({ uses }) => uses.figures) : []);
};

/**
 * The figures that a body declares for an item: those that its points went by, and where it claims in words that nothing arose (or
 * that was confirmed), so that no rule was asked, all that its rules could use.
 */
export const declaredFiguresOf = (item: PreparedItem, { explanation }: Pick<ItemResult, 'explanation'>): string[] => {
  const able = new Set(plainRulesOf(item).flatMap(({ uses }) => uses.figures));
  const unasked = Object.keys(explanation.inputs).length === 0 && (explanation.because === 'claimed' || explanation.because === 'sheet');
  return unasked ? [...able] : Object.keys(explanation.inputs).filter((id) => able.has(id));
};

/** Codes of the items whose points depend on one of these items or figures: by a figure, or by a branch on another item. */
export function affectedItems({ evaluationOrder }: PreparedScheme, targets: Iterable<{ readonly kind: 'item' | 'figure'; readonly id: string }>): Set<string> {
  const [figures, affected] = [new Set<string>(), new Set<string>()];
  for (const { kind, id } of targets) (kind === 'figure' ? figures : affected).add(id);
  for (const item of evaluationOrder) {
    const usesOne = plainRulesOf(item).some(({ uses }) => uses.figures.some((figure) => figures.has(figure)));
    if (usesOne || (isBranch(item.rule) && affected.has(item.rule.item))) affected.add(item.item.code);
  }
  return affected;
}
