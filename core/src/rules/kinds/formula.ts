import { at } from '../../reading/path.ts';
import { object, oneOf, required, text } from '../../reading/shape.ts';
import { figuresOnly } from '../asks.ts';
import { checkExpression } from '../expression/check.ts';
import { points } from '../inputs.ts';
import type { RuleKind } from '../kind.ts';
import { compileMeasuring, usesOf } from '../quantity.ts';
import { seeksNothing } from '../seek.ts';
import { formulaWords } from './formula.words.ts';

/** Points by an expression over figures. */
export interface FormulaRule {
  kind: 'formula';
  expression: string;
}

export const formula: RuleKind<FormulaRule> = {
  shape: object<FormulaRule>({ kind: required(oneOf(['formula'])), expression: required(text) }),
  check({ expression }, path, context) {
    if (expression !== undefined) checkExpression(expression, at(path, 'expression'), context);
  },
  takes: [],
  uses: ({ expression }) => usesOf({ formula: expression }),
  compile: ({ expression }, bounds, { mode }) => compileMeasuring({ formula: expression }, bounds, mode, (value) => points(value, { value })),
  asks: figuresOnly,
  seeks: seeksNothing,
  words: formulaWords,
};
