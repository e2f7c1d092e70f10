import { type Target, targetKey } from '../ledger/entry.ts';
import type { Sheet } from '../ledger/fold.ts';
import { figuresOf, itemsUsing } from '../scoring/affected-items.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';

const isSomething = (value: unknown): boolean => (typeof value === 'string' ? /[\p{L}\p{N}]/u.test(value) : value !== undefined && value !== null);

/**
 * Whether nothing at all is said in a part: neither it nor what belongs to the same matter has a value, proposed or counting. An item goes with
 * its figures, whoever has them in hand; a figure that came with an item goes with that item, one that was given by itself stands alone. A
 * claim that nothing arose, a justification or a document is something; blanks and a full stop are not.
 */
export function isEmptyPart(scheme: PreparedScheme, { columns, parts }: Pick<Sheet, 'columns' | 'parts'>, target: Target, byItself: boolean): boolean {
  const says = (one: Target) =>
    [columns.claimed.get(targetKey(one)), parts.get(targetKey(one))].some((cell) => cell !== undefined && Object.values(cell.fields).some(isSomething));
  const ofItem = (id: string): Target[] => [{ kind: 'item', id }, ...[...figuresOf(scheme, id)].map((figure): Target => ({ kind: 'figure', id: figure }))];
  const matter = target.kind === 'item' ? ofItem(target.id) : [target, ...(byItself ? [] : itemsUsing(scheme, target.id).flatMap(ofItem))];
  return !matter.some(says);
}
