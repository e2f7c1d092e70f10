import { equals, ofValue, type RuleWording, withCut, withNumbers, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import { type Expression, parseExpression } from '../expression/parse.ts';
import type { FormulaRule } from './formula.ts';

const TEXTS = texts({
  formula: { vi: (expression: string) => `Điểm = ${expression}.`, en: (expression: string) => `Points = ${expression}.` },
  cases: { vi: 'Điểm tính theo từng trường hợp:', en: 'Points by case:' },
});

/** How `formula` is told. */
export const formulaWords: RuleWording<FormulaRule> = {
  texts: TEXTS,
  describe(rule, _item, names) {
    const own = TEXTS[names.language];
    const cases = casesOf(rule.expression);
    if (cases.length < 2) return words(own.formula(names.expression(rule.expression)));
    const rows = cases.map(({ when, gives }) => ({
      what: when ? names.expression(when) : names.phrases.otherwise,
      points: gives.type === 'number' ? names.pointsOf(gives.text) : names.expressionWithin(gives),
    }));
    return words(own.cases, { rows });
  },
  explain: ofValue((rule, value, scored) =>
    withCut([`${withNumbers(rule.expression, scored.inputs, scored.names)} ${equals(scored.names.points(value))}.`], value, scored),
  ),
};

/** The cases of a formula that begins with a choice, the last of them what holds otherwise; one for any other. */
function casesOf(source: string): { when: Expression | undefined; gives: Expression }[] {
  const cases: { when: Expression | undefined; gives: Expression }[] = [];
  let rest = parseExpression(source);
  while (rest?.type === 'call' && rest.name === 'choose') {
    const [when, gives, otherwise] = rest.args as [Expression, Expression, Expression];
    cases.push({ when, gives });
    rest = otherwise;
  }
  return rest ? [...cases, { when: undefined, gives: rest }] : [];
}
