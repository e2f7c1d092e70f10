import { isNumberText, placesOf } from '../../quantity/number-text.ts';

export const FUNCTIONS = ['min', 'max', 'abs', 'floor', 'round', 'days', 'choose'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const WORDS: readonly string[] = ['and', 'or', 'not', ...FUNCTIONS];

/** Words that no figure may be called. */
export const RESERVED_WORDS: readonly string[] = ['answer', 'previous', 'estimates', 'on', ...WORDS];

export type BinaryOperator = 'or' | 'and' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '+' | '-' | '*' | '/';

export type Expression =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'figure'; readonly name: string }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly type: 'negate' | 'not'; readonly of: Expression }
  | Binary;

export interface Binary {
  readonly type: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

const TOKEN = /[ \t\r\n]*((?:0|[1-9]\d{0,11})(?:\.\d{1,12})?|[A-Za-z][A-Za-z0-9_]*|<=|>=|==|!=|[-+*/()<>,])/y;

/** Parts within each other, and the terms of one sum or product: more than a person can read, less than any stack holds. */
export const DEEPEST_EXPRESSION = 500;

function tokensOf(source: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = source.length;
  while (' \t\r\n'.includes(source[end - 1] ?? '.')) end--;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(source);
    if (!match) return undefined;
    tokens.push(match[1] ?? '');
  }
  return tokens;
}

class SyntaxFault extends Error {}

/** Whether a function's parts are as many and of the form that the grammar says. */
function takesParts(name: FunctionName, parts: readonly Expression[]): boolean {
  const [, second] = parts;
  switch (name) {
    case 'min':
    case 'max':
      return parts.length >= 2;
    case 'abs':
    case 'floor':
      return parts.length === 1;
    case 'round':
      return parts.length === 2 && second?.type === 'number' && placesOf(second.text) === 0 && Number(second.text) <= 12;
    case 'days':
      return parts.length === 2;
    case 'choose':
      return parts.length === 3;
  }
}

/** Reads an expression of the contract (§2, Quantities); `undefined` where it cannot be read. */
export function parseExpression(source: string): Expression | undefined {
  const tokens = tokensOf(source);
  if (!tokens || tokens.length === 0) return undefined;
  let position = 0;

  const next = () => tokens[position];
  const take = (...wanted: string[]): string | undefined => {
    const token = next();
    if (token === undefined || !wanted.includes(token)) return undefined;
    position++;
    return token;
  };
  const need = (token: string) => {
    if (!take(token)) throw new SyntaxFault();
  };

  const chain = (operand: () => Expression, ...operators: BinaryOperator[]): Expression => {
    let left = operand();
    for (let operator = take(...operators), terms = 1; operator; operator = take(...operators), terms++) {
      if (terms > DEEPEST_EXPRESSION) throw new SyntaxFault();
      left = { type: 'binary', operator: operator as BinaryOperator, left, right: operand() };
    }
    return left;
  };
  let depth = 0;
  const deeper = (part: () => Expression): Expression => {
    if (++depth > DEEPEST_EXPRESSION) throw new SyntaxFault();
    const read = part();
    depth--;
    return read;
  };

  // Loosest first: or, and, not, comparison (not chained), + −, * /, unary minus.
  const either = (): Expression => chain(both, 'or');
  const both = (): Expression => chain(negation, 'and');
  const negation = (): Expression => (take('not') ? { type: 'not', of: deeper(negation) } : comparison());
  const comparison = (): Expression => {
    const left = sum();
    const operator = take('<', '<=', '>', '>=', '==', '!=');
    return operator ? { type: 'binary', operator: operator as BinaryOperator, left, right: sum() } : left;
  };
  const sum = (): Expression => chain(product, '+', '-');
  const product = (): Expression => chain(unary, '*', '/');
  const unary = (): Expression => (take('-') ? { type: 'negate', of: deeper(unary) } : primary());
  const primary = (): Expression => {
    const token = next();
    if (token === undefined) throw new SyntaxFault();
    position++;
    if (token === '(') {
      const inner = deeper(either);
      need(')');
      return inner;
    }
    if (isNumberText(token)) return { type: 'number', text: token };
    const name = FUNCTIONS.find((candidate) => candidate === token);
    if (name) {
      need('(');
      const part = name === 'days' ? figure : either;
      const args = [deeper(part)];
      while (take(',')) args.push(deeper(part));
      need(')');
      if (!takesParts(name, args)) throw new SyntaxFault();
      return { type: 'call', name, args };
    }
    position--;
    return figure();
  };
  const figure = (): Expression => {
    const name = next();
    if (name === undefined || !/^[A-Za-z]/.test(name) || WORDS.includes(name)) throw new SyntaxFault();
    position++;
    return { type: 'figure', name };
  };

  try {
    const whole = either();
    return position === tokens.length ? whole : undefined;
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}

/**
 * A part and the operators that follow it from left to right. Whoever goes along them needs no depth for a chain of sums
 * in parentheses at the left of sums, which may be as long as a text.
 */
export function leftToRight(
  part: Expression,
  joins: (operator: BinaryOperator) => boolean = () => true,
): { readonly first: Expression; readonly steps: readonly Binary[] } {
  const steps: Binary[] = [];
  let first = part;
  for (; first.type === 'binary' && joins(first.operator); first = first.left) steps.push(first);
  return { first, steps: steps.reverse() };
}

/** The figures that an expression names, by first occurrence. */
export function figuresIn(expression: Expression): string[] {
  const names = new Set<string>();
  const walk = (part: Expression): void => {
    switch (part.type) {
      case 'number':
        return;
      case 'figure':
        names.add(part.name);
        return;
      case 'call':
        part.args.forEach(walk);
        return;
      case 'negate':
      case 'not':
        walk(part.of);
        return;
      case 'binary': {
        const { first, steps } = leftToRight(part);
        walk(first);
        for (const { right } of steps) walk(right);
      }
    }
  };
  walk(expression);
  return [...names];
}
