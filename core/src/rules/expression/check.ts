import { placesOf } from '../../quantity/number-text.ts';
import type { Faults } from '../../reading/faults.ts';
import type { Path } from '../../reading/path.ts';
import type { FigureType } from '../../scheme/types.ts';
import { type Expression, parseExpression } from './parse.ts';

type Kind = 'number' | 'truth' | 'date';

const KIND_OF_TYPE: Readonly<Record<FigureType, Kind>> = { count: 'number', amount: 'number', number: 'number', date: 'date', yesNo: 'truth' };

/** Checks an expression's names and kinds; the whole must be a number. */
export function checkExpression(source: string, figures: ReadonlyMap<string, FigureType>, path: Path, faults: Faults): void {
  const expression = parseExpression(source);
  if (!expression) {
    faults.add('badExpression', path, { found: source });
    return;
  }
  let known = true;
  const wrong = (reason: string) => {
    if (known) faults.add('badExpression', path, { found: source, reason });
    return undefined;
  };

  const kindOf = (part: Expression): Kind | undefined => {
    switch (part.type) {
      case 'number':
        return 'number';
      case 'figure': {
        const type = figures.get(part.name);
        if (type) return KIND_OF_TYPE[type];
        known = false;
        faults.add('unknownId', path, { found: part.name });
        return undefined;
      }
      case 'negate':
        return all([part.of], 'number') ? 'number' : undefined;
      case 'not':
        return all([part.of], 'truth') ? 'truth' : undefined;
      case 'binary':
        if (part.operator === 'and' || part.operator === 'or') return all([part.left, part.right], 'truth') ? 'truth' : undefined;
        if (!all([part.left, part.right], 'number')) return undefined;
        return '+-*/'.includes(part.operator) ? 'number' : 'truth';
      case 'call':
        return kindOfCall(part.name, part.args);
    }
  };

  const all = (parts: readonly Expression[], kind: Kind): boolean => {
    const kinds = parts.map(kindOf);
    if (kinds.every((found) => found === kind)) return true;
    if (kinds.every((found) => found !== undefined)) wrong(`${kind}`);
    return false;
  };

  const kindOfCall = (name: Extract<Expression, { type: 'call' }>['name'], args: readonly Expression[]): Kind | undefined => {
    const [first, second, third] = args;
    switch (name) {
      case 'min':
      case 'max':
        if (args.length < 2) return wrong(name);
        return all(args, 'number') ? 'number' : undefined;
      case 'abs':
      case 'floor':
        if (args.length !== 1) return wrong(name);
        return all(args, 'number') ? 'number' : undefined;
      case 'round':
        if (args.length !== 2 || !first || second?.type !== 'number' || placesOf(second.text) > 0 || Number(second.text) > 12) return wrong(name);
        return all([first], 'number') ? 'number' : undefined;
      case 'days':
        if (args.length !== 2 || args.some((arg) => arg.type !== 'figure')) return wrong(name);
        return all(args, 'date') ? 'number' : undefined;
      case 'choose': {
        if (args.length !== 3 || !first || !second || !third) return wrong(name);
        const condition = all([first], 'truth');
        const kind = kindOf(second);
        if (kind === 'date') return wrong(name);
        return kind && all([third], kind) && condition ? kind : undefined;
      }
    }
  };

  const kind = kindOf(expression);
  if (kind !== undefined && kind !== 'number') wrong('number');
}
