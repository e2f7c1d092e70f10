import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { citationsIn } from '../ledger/fields.ts';
import { fromFraction, isNegative, isZero } from '../quantity/rational.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { PreparedItem } from '../scoring/prepared.ts';
import type { ItemResult } from '../scoring/result.ts';

interface Declared {
  /** Codes of the items that the body scores itself: `ownItems`. */
  readonly own: ReadonlySet<string>;
  readonly figureTypes: ReadonlyMap<string, FigureType>;
  fields(target: Target): Cell['fields'];
}

const cites = (fields: Cell['fields']): boolean => citationsIn(fields['citations']).length > 0;

/**
 * Whether points of an item rest on no document (chưa dẫn tài liệu kiểm chứng): none is cited for it, nor for the figures that it goes
 * by, and none of these names its source, which proves a statistic from elsewhere as a document does. Check, brief and report count by
 * this alone. Deductions are left out, as nobody asks for proof of less.
 */
export function lacksDocument({ group }: Pick<PreparedItem, 'group'>, result: ItemResult, { own, figureTypes, fields }: Declared): boolean {
  const { code, state, points, explanation } = result;
  if (state !== 'scored' || !own.has(code) || group === 'penalty') return false;
  const given = fromFraction(points);
  if (isZero(given) || isNegative(given) || cites(fields({ kind: 'item', id: code }))) return false;
  const figures = Object.keys(explanation.inputs).filter((id) => figureTypes.has(id));
  return !figures.map((id) => fields({ kind: 'figure', id })).some((said) => cites(said) || said['source'] !== undefined);
}
