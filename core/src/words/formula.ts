import { type Expression, leftToRight, parseExpression } from '../rules/expression/parse.ts';

/** A formula as people write it: what is reckoned, what holds where its base is 0, and whether it is a share, told in percent. */
export interface ReadFormula {
  readonly main: Expression;
  readonly whenZero: { readonly figure: string; readonly gives: Expression } | undefined;
  readonly share: boolean;
}

/** Reads a formula; undefined where it is none. `choose(base == 0, a, rest)` is `rest` with a word on what holds at 0. */
export function readFormula(source: string): ReadFormula | undefined {
  const whole = parseExpression(source);
  if (!whole) return undefined;
  const whenZero = zeroCase(whole);
  const main = whenZero ? ((whole as { args: readonly Expression[] }).args[2] as Expression) : whole;
  return { main, whenZero, share: isShare(main) };
}

function zeroCase(whole: Expression): ReadFormula['whenZero'] {
  if (whole.type !== 'call' || whole.name !== 'choose') return undefined;
  const [when, gives] = whole.args as [Expression, Expression];
  if (when.type !== 'binary' || when.operator !== '==' || when.left.type !== 'figure') return undefined;
  return when.right.type === 'number' && Number(when.right.text) === 0 ? { figure: when.left.name, gives } : undefined;
}

/** Figures over figures, such as (A − B) / A. */
function isShare(expression: Expression): boolean {
  return expression.type === 'binary' && expression.operator === '/' && isSum(expression.left) && isSum(expression.right);
}

function isSum(expression: Expression): boolean {
  if (expression.type === 'figure') return true;
  const { first, steps } = leftToRight(expression, (operator) => operator === '+' || operator === '-');
  return steps.length > 0 && first.type === 'figure' && steps.every(({ right }) => right.type === 'figure');
}
