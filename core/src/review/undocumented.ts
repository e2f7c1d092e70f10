import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { citationsIn } from '../ledger/fields.ts';
import { fromFraction, isNegative, isZero } from '../quantity/rational.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { PreparedItem } from '../scoring/prepared.ts';
import type { ItemResult } from '../scoring/result.ts';
import { namesSomething, saysSomething } from './says-something.ts';

/**
 * What points without a document rest on instead: a justification that says something; else only a source that is named for a figure;
 * else nothing ("chưa có tài liệu, nguồn số liệu, giải trình"). Each item is in one of them.
 */
export type Undocumented = 'explained' | 'sourced' | 'unexplained';

interface Declared {
  /** Codes of the items that the body scores itself: `ownItems`. */
  readonly own: ReadonlySet<string>;
  readonly figureTypes: ReadonlyMap<string, FigureType>;
  fields(target: Target): Cell['fields'];
}

const cites = (fields: Cell['fields']): boolean => citationsIn(fields['citations']).length > 0;

/**
 * Whether points of an item rest on no document (chưa dẫn tài liệu kiểm chứng), and what they rest on then; undefined where one is cited for
 * it or for the figures that it goes by, and where there is nothing to prove. A source that is named is no citation: it tells where a figure
 * comes from, and nobody can open it. Check, brief and report count by this alone. Deductions are left out, as nobody asks for proof of less.
 */
export function undocumented({ group }: Pick<PreparedItem, 'group'>, result: ItemResult, { own, figureTypes, fields }: Declared): Undocumented | undefined {
  const { code, state, points, explanation } = result;
  if (state !== 'scored' || !own.has(code) || group === 'penalty') return undefined;
  const given = fromFraction(points);
  const item = fields({ kind: 'item', id: code });
  if (isZero(given) || isNegative(given) || cites(item)) return undefined;
  const figures = Object.keys(explanation.inputs).flatMap((id) => (figureTypes.has(id) ? [fields({ kind: 'figure', id })] : []));
  if (figures.some(cites)) return undefined;
  if (saysSomething(item['justification'])) return 'explained';
  return figures.some((said) => namesSomething(said['source'])) ? 'sourced' : 'unexplained';
}
