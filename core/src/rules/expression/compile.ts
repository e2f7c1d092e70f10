import type { Rational, RoundingMode } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import type { FigureValues } from '../inputs.ts';
import { type BinaryOperator, type Expression, figuresIn, leftToRight, parseExpression } from './parse.ts';

/** Thrown while an expression is worked out, caught by the quantity that holds it. */
export class DivisionByZero extends Error {}

type Evaluate<T> = (figures: FigureValues) => T;

const COMPARISONS: Partial<Record<BinaryOperator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

type Arithmetic = (a: Rational, b: Rational) => Rational;
const ARITHMETIC: Partial<Record<BinaryOperator, Arithmetic>> = {
  '+': exact.add,
  '-': exact.subtract,
  '*': exact.multiply,
  '/': (a, b) => {
    if (exact.isZero(b)) throw new DivisionByZero();
    return exact.divide(a, b);
  },
};

/**
 * Makes a checked expression into a function of the figures (all of them present). `and` and `or` stop early,
 * `choose` evaluates the branch chosen; a division by zero throws `DivisionByZero`.
 */
export function compileExpression(source: string, mode: RoundingMode): { figures: string[]; evaluate: Evaluate<Rational> } {
  const whole = parseExpression(source);
  if (!whole) throw new TypeError(`unchecked expression: ${source}`);

  const number = (part: Expression): Evaluate<Rational> => {
    switch (part.type) {
      case 'number': {
        const value = exact.fromText(part.text);
        return () => value;
      }
      case 'figure':
        return (figures) => figures[part.name]?.value as Rational;
      case 'negate': {
        const of = number(part.of);
        return (figures) => exact.negate(of(figures));
      }
      case 'binary': {
        const { first, steps } = leftToRight(part, (operator) => ARITHMETIC[operator] !== undefined);
        if (steps.length === 0) break;
        const start = number(first);
        // Loops here: a callback would cost depth at every part within a part.
        const rest: { apply: Arithmetic; right: Evaluate<Rational> }[] = [];
        for (const { operator, right } of steps) rest.push({ apply: ARITHMETIC[operator] as Arithmetic, right: number(right) });
        return (figures) => {
          let value = start(figures);
          for (const { apply, right } of rest) value = apply(value, right(figures));
          return value;
        };
      }
      case 'call':
        return call(part.name, part.args);
      case 'not':
        break;
    }
    throw new TypeError('a truth where a number is needed');
  };

  const call = (name: string, args: readonly Expression[]): Evaluate<Rational> => {
    const [first, second, third] = args as [Expression, Expression, Expression];
    switch (name) {
      case 'min':
      case 'max': {
        const pick = name === 'min' ? exact.least : exact.greatest;
        const values = args.map(number);
        return (figures) => values.map((value) => value(figures)).reduce(pick);
      }
      case 'abs':
      case 'floor': {
        const apply = name === 'abs' ? exact.absolute : exact.floor;
        const value = number(first);
        return (figures) => apply(value(figures));
      }
      case 'round': {
        const value = number(first);
        const places = Number((second as { text: string }).text);
        return (figures) => exact.round(value(figures), places, mode);
      }
      case 'days': {
        const [from, to] = [(first as { name: string }).name, (second as { name: string }).name];
        return (figures) => exact.integer((figures[to]?.value as number) - (figures[from]?.value as number));
      }
      case 'choose':
        return choose(truth(first), number(second), number(third));
    }
    throw new TypeError(`unknown function ${name}`);
  };

  const truth = (part: Expression): Evaluate<boolean> => {
    switch (part.type) {
      case 'figure':
        return (figures) => figures[part.name]?.value === true;
      case 'not': {
        const of = truth(part.of);
        return (figures) => !of(figures);
      }
      case 'binary': {
        const { first, steps } = leftToRight(part, (operator) => operator === 'and' || operator === 'or');
        if (steps.length > 0) {
          const start = truth(first);
          const rest: { goesOn: boolean; right: Evaluate<boolean> }[] = [];
          for (const { operator, right } of steps) rest.push({ goesOn: operator === 'and', right: truth(right) });
          return (figures) => {
            let value = start(figures);
            for (const { goesOn, right } of rest) if (value === goesOn) value = right(figures);
            return value;
          };
        }
        const [left, right, holds] = [number(part.left), number(part.right), COMPARISONS[part.operator]];
        if (!holds) break;
        return (figures) => holds(exact.compare(left(figures), right(figures)));
      }
      case 'call': {
        const [condition, yes, no] = part.args as [Expression, Expression, Expression];
        if (part.name === 'choose') return choose(truth(condition), truth(yes), truth(no));
        break;
      }
      case 'number':
      case 'negate':
        break;
    }
    throw new TypeError('a number where a truth is needed');
  };

  const choose =
    <T>(condition: Evaluate<boolean>, yes: Evaluate<T>, no: Evaluate<T>): Evaluate<T> =>
    (figures) =>
      condition(figures) ? yes(figures) : no(figures);

  return { figures: figuresIn(whole), evaluate: number(whole) };
}
