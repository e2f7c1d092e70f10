import type { Target } from '@parindex/core/ledger/index';
import { type Membership, may } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { type SheetAssignments, subjectOfTarget } from './assigned.ts';
import { readBringers } from './queries/assigned.ts';
import type { SheetPlace } from './queries/sheets.ts';

/*
 * What a body and its departments do within its sheet: each department sees and changes its own part of it. Every route of a sheet
 * asks here; row security (app.bringers, entry_by_department, document_by_department) stands behind it.
 */

type DocumentsOf = Pick<SheetPlace, 'round' | 'body' | 'departments'>;

/** Of which items and figures somebody sees what stays between the body and a department: proposals, notes, what was told of them. */
export type PartsSeen = 'all' | 'none' | ((target: Target) => boolean);

/** Whether somebody sees them of all items and figures, as the body's own people do. */
export const seesAllParts = (body: string, memberships: readonly Membership[]): boolean =>
  may(memberships, 'part.read', { body, holders: [], belowHolders: [] });

export function partsSeen(assigned: SheetAssignments, { body }: Pick<SheetPlace, 'body'>, memberships: readonly Membership[]): PartsSeen {
  if (seesAllParts(body, memberships)) return 'all';
  return assigned.reach.size === 0 ? 'none' : (target) => may(memberships, 'part.read', { body, ...subjectOfTarget(assigned, target) });
}

export const seesPart = (seen: PartsSeen, target: Target): boolean => (typeof seen === 'function' ? seen(target) : seen === 'all');

/** The asker's bodies that belong to the department that brought a document, as the right to change it needs them. */
export const bringersOf = async (db: Reading, { round, body, departments }: DocumentsOf, document: string): Promise<readonly string[]> =>
  departments.length === 0 ? [] : ((await readBringers(db, round, body)).get(document) ?? []);

/** Which documents of a library somebody may describe or bring a new version of, at the times for that. */
export async function findChangeable(
  db: Reading,
  { round, body, departments }: DocumentsOf,
  memberships: readonly Membership[],
): Promise<(document: string) => boolean> {
  const changes = (bringers: readonly string[]) => may(memberships, 'evidence.change', { body, bringers });
  const everything = changes([]);
  if (everything || !departments.some((department) => changes([department]))) return () => everything;
  const bringers = await readBringers(db, round, body);
  return (document) => changes(bringers.get(document) ?? []);
}
