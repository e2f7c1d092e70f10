import type { Target } from '../ledger/entry.ts';

/** How far a sheet was reopened: for which items, until when. */
export interface Reopening {
  /** By their codes; null: the whole sheet. */
  readonly items: readonly string[] | null;
  /** In milliseconds; null: as the calendar says. */
  readonly until: number | null;
}

/**
 * Whether a reopening reaches an item or figure: a figure only where every item that uses it is reopened, so that no other
 * item's points move. null, something of the whole sheet: the texts of its report, which go with any reopening.
 * @param usersOf the items whose rules look at a figure
 */
export function isReopened({ items }: Pick<Reopening, 'items'>, target: Target | null, usersOf: (figure: string) => readonly string[]): boolean {
  if (items === null || target === null) return true;
  if (target.kind === 'item') return items.includes(target.id);
  const users = usersOf(target.id);
  return users.length > 0 && users.every((item) => items.includes(item));
}
