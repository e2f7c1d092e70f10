import { isNumberText, placesOf } from '../../quantity/number-text.ts';

export const FUNCTIONS = ['min', 'max', 'abs', 'floor', 'round', 'days', 'choose'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const OPERATOR_WORDS: readonly string[] = ['and', 'or', 'not'];

/** Words that no figure may be called. */
export const RESERVED_WORDS: readonly string[] = ['answer', 'previous', 'estimates', 'on', ...OPERATOR_WORDS, ...FUNCTIONS];

export type BinaryOperator = 'or' | 'and' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '+' | '-' | '*' | '/';

export type Expression =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'figure'; readonly name: string }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly type: 'negate' | 'not'; readonly of: Expression }
  | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression };

const TOKEN = /[ \t\r\n]*(?:(\d[\w.]*)|([A-Za-z][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/()<>,]))/y;

/** Parts within each other, and the terms of one sum or product: more than a person can read, less than any stack holds. */
export const DEEPEST_EXPRESSION = 500;

function tokensOf(source: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = source.replace(/[ \t\r\n]+$/, '').length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(source);
    if (!match) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
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
      return parts.length === 2 && parts.every((part) => part.type === 'figure');
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

  const leftToRight = (operand: () => Expression, ...operators: BinaryOperator[]): Expression => {
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
  const either = (): Expression => leftToRight(both, 'or');
  const both = (): Expression => leftToRight(negation, 'and');
  const negation = (): Expression => (take('not') ? { type: 'not', of: deeper(negation) } : comparison());
  const comparison = (): Expression => {
    const left = sum();
    const operator = take('<', '<=', '>', '>=', '==', '!=');
    return operator ? { type: 'binary', operator: operator as BinaryOperator, left, right: sum() } : left;
  };
  const sum = (): Expression => leftToRight(product, '+', '-');
  const product = (): Expression => leftToRight(unary, '*', '/');
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
      const args = [deeper(either)];
      while (take(',')) args.push(deeper(either));
      need(')');
      if (!takesParts(name, args)) throw new SyntaxFault();
      return { type: 'call', name, args };
    }
    if (!/^[A-Za-z]/.test(token) || OPERATOR_WORDS.includes(token)) throw new SyntaxFault();
    return { type: 'figure', name: token };
  };

  try {
    const whole = either();
    return position === tokens.length ? whole : undefined;
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
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
      case 'binary':
        walk(part.left);
        walk(part.right);
    }
  };
  walk(expression);
  return [...names];
}
