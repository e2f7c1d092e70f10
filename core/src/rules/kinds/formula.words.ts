import { equals, ofValue, type RuleWording, withCut, withNumbers, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { FormulaRule } from './formula.ts';

const TEXTS = texts({
  formula: { vi: (expression: string) => `Điểm = ${expression}.`, en: (expression: string) => `Points = ${expression}.` },
});

/** How `formula` is told. */
export const formulaWords: RuleWording<FormulaRule> = {
  texts: TEXTS,
  describe: (rule, _item, names) => words(TEXTS[names.language].formula(names.expression(rule.expression))),
  explain: ofValue((rule, value, scored) =>
    withCut([`${withNumbers(rule.expression, scored.inputs, scored.names)} ${equals(scored.names.points(value))}.`], value, scored),
  ),
};
