import type { Path } from '../../reading/path.ts';
import type { FigureType } from '../figure-type.ts';
import type { RuleContext } from '../kind.ts';
import { type Expression, type FunctionName, leftToRight, parseExpression } from './parse.ts';

type Kind = 'number' | 'truth' | 'date';

const KIND_OF_TYPE: Readonly<Record<FigureType, Kind>> = { count: 'number', amount: 'number', number: 'number', date: 'date', yesNo: 'truth' };

/** Checks an expression's names and kinds; the whole must be a number. */
export function checkExpression(source: string, path: Path, { figures, allFigures, faults }: Pick<RuleContext, 'figures' | 'allFigures' | 'faults'>): void {
  const expression = parseExpression(source);
  if (!expression) {
    faults.add('badExpression', path, { found: source });
    return;
  }
  const wrong = (reason: string) => {
    faults.add('badExpression', path, { found: source, reason });
    return undefined;
  };

  /** Undefined where it cannot be known: then nothing around it is judged by it. */
  const kindOf = (part: Expression): Kind | undefined => {
    switch (part.type) {
      case 'number':
        return 'number';
      case 'figure': {
        const type = figures.get(part.name);
        if (!figures.has(part.name) && allFigures) faults.add('unknownId', path, { found: part.name });
        return type && KIND_OF_TYPE[type];
      }
      case 'negate':
        all([part.of], 'number');
        return 'number';
      case 'not':
        all([part.of], 'truth');
        return 'truth';
      case 'binary': {
        const { first, steps } = leftToRight(part);
        let kind = kindOf(first);
        for (const { operator, right } of steps) {
          const wanted = operator === 'and' || operator === 'or' ? 'truth' : 'number';
          expect(kind, wanted);
          expect(kindOf(right), wanted);
          kind = '+-*/'.includes(operator) ? 'number' : 'truth';
        }
        return kind;
      }
      case 'call':
        return kindOfCall(part.name, part.args);
    }
  };

  const all = (parts: readonly Expression[], kind: Kind): void => {
    for (const part of parts) expect(kindOf(part), kind);
  };
  const expect = (found: Kind | undefined, kind: Kind): void => {
    if (found !== undefined && found !== kind) wrong(kind);
  };

  // That the parts are as many as they should be, the reader has seen.
  const kindOfCall = (name: FunctionName, args: readonly Expression[]): Kind | undefined => {
    const [first, second, third] = args as [Expression, Expression, Expression];
    if (name === 'choose') {
      all([first], 'truth');
      const [kind, other] = [kindOf(second), kindOf(third)];
      if (kind === 'date' || other === 'date' || (kind && other && kind !== other)) return wrong(name);
      return kind ?? other;
    }
    all(name === 'round' ? [first] : args, name === 'days' ? 'date' : 'number');
    return 'number';
  };

  const kind = kindOf(expression);
  if (kind !== undefined && kind !== 'number') wrong('number');
}
