import { isBranch, type PreparedItem, type PreparedRule, type PreparedScheme } from './prepared.ts';

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
