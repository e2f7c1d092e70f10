import { placesOf } from '../../quantity/number-text.ts';
import type { Path } from '../../reading/path.ts';
import type { FigureType } from '../../scheme/types.ts';
import type { RuleContext } from '../kind.ts';
import { type Expression, parseExpression } from './parse.ts';

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
      case 'binary':
        all([part.left, part.right], part.operator === 'and' || part.operator === 'or' ? 'truth' : 'number');
        return '+-*/'.includes(part.operator) ? 'number' : 'truth';
      case 'call':
        return kindOfCall(part.name, part.args);
    }
  };

  const all = (parts: readonly Expression[], kind: Kind): void => {
    for (const found of parts.map(kindOf)) if (found !== undefined && found !== kind) wrong(kind);
  };

  const kindOfCall = (name: Extract<Expression, { type: 'call' }>['name'], args: readonly Expression[]): Kind | undefined => {
    const [first, second, third] = args;
    switch (name) {
      case 'min':
      case 'max':
        if (args.length < 2) wrong(name);
        all(args, 'number');
        return 'number';
      case 'abs':
      case 'floor':
        if (args.length !== 1) wrong(name);
        all(args, 'number');
        return 'number';
      case 'round':
        if (args.length !== 2 || !first || second?.type !== 'number' || placesOf(second.text) > 0 || Number(second.text) > 12) return wrong(name);
        all([first], 'number');
        return 'number';
      case 'days':
        if (args.length !== 2 || args.some((arg) => arg.type !== 'figure')) return wrong(name);
        all(args, 'date');
        return 'number';
      case 'choose': {
        if (args.length !== 3 || !first || !second || !third) return wrong(name);
        all([first], 'truth');
        const [kind, other] = [kindOf(second), kindOf(third)];
        if (kind === 'date' || other === 'date' || (kind && other && kind !== other)) return wrong(name);
        return kind ?? other;
      }
    }
  };

  const kind = kindOf(expression);
  if (kind !== undefined && kind !== 'number') wrong('number');
}
