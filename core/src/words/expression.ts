import { displayDecimal } from '../quantity/display.ts';
import { type Expression, leftToRight, parseExpression } from '../rules/expression/parse.ts';
import type { Language } from './language.ts';
import type { Phrases } from './phrases.ts';

type Call = Extract<Expression, { type: 'call' }>;

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '-': '−', '<=': '≤', '>=': '≥', '==': '=', '!=': '≠' };
/** How tightly operators bind; a part that binds less than what stands around it gets parentheses. */
const BINDING: Readonly<Record<string, number>> = { or: 1, and: 2, '<': 4, '<=': 4, '>': 4, '>=': 4, '==': 4, '!=': 4, '+': 5, '-': 5, '*': 6, '/': 6 };
const ALONE = 0;
const WITHIN_ANY = 1;
const WITHIN_SUM = 5;
const TIGHTEST = 7;

/**
 * An expression for people: names of figures as given, signs as in print, parentheses where they are needed.
 * `alone`: nothing stands beside it, so that cases need none either.
 */
export function printExpression(
  source: string | Expression,
  name: (figure: string) => string,
  language: Language,
  { expression: words }: Phrases,
  alone: boolean,
): string {
  const inParentheses = (text: string, needed: boolean) => (needed ? `(${text})` : text);

  /** A chain of choices in each other's last part reads as one sentence. */
  const choices = (call: Call): string => {
    const cases: { when: string; gives: string }[] = [];
    let rest: Expression = call;
    while (rest.type === 'call' && rest.name === 'choose') {
      const [when, then, otherwise] = rest.args as [Expression, Expression, Expression];
      cases.push({ when: print(when, ALONE), gives: print(then, WITHIN_ANY) });
      rest = otherwise;
    }
    return words.choose(cases, print(rest, ALONE));
  };

  const printCall = (call: Call, around: number): string => {
    if (call.name === 'choose') return inParentheses(choices(call), around > ALONE);
    const args = call.args.map((arg) => print(arg, WITHIN_ANY));
    if (call.name === 'days') return inParentheses(words.days(args[0] ?? '', args[1] ?? ''), around >= WITHIN_SUM);
    return words.call[call.name](args);
  };

  const print = (part: Expression, around: number): string => {
    switch (part.type) {
      case 'number':
        return displayDecimal(part.text, language);
      case 'figure':
        return name(part.name);
      case 'negate':
        return `−${print(part.of, TIGHTEST)}`;
      case 'not':
        return `${words.not} ${print(part.of, TIGHTEST)}`;
      case 'call':
        return printCall(part, around);
      case 'binary': {
        const { first, steps } = leftToRight(part);
        const bindings = steps.map(({ operator }) => BINDING[operator] ?? 0);
        let text = print(first, bindings[0] ?? 0);
        for (const [index, { operator, right }] of steps.entries()) {
          const binding = bindings[index] as number;
          const sign = operator === 'and' || operator === 'or' ? words[operator] : (SIGNS[operator] ?? operator);
          text = inParentheses(`${text} ${sign} ${print(right, binding + 1)}`, binding < (bindings[index + 1] ?? around));
        }
        return text;
      }
    }
  };

  const expression = typeof source === 'string' ? parseExpression(source) : source;
  return expression ? print(expression, alone ? ALONE : WITHIN_ANY) : String(source);
}
