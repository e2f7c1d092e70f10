import { type Cell, type Sheet, type Target, withProposals } from '@parindex/core/ledger/index';
import { type Membership, may } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { isMine, NO_ASSIGNMENTS, readSheetAssignments, type SheetAssignments } from './assigned.ts';
import type { SheetSubject } from './found.ts';
import type { OpenSheet } from './open-sheet.ts';

/** How somebody enters: for the body itself, or as proposals for what is assigned to their department. */
export interface Entering {
  readonly act: 'declare' | 'propose';
  readonly assigned: SheetAssignments;
  readonly memberships: readonly Membership[];
}

/** For a body of whose sheet nothing is assigned to departments. */
export const FOR_THE_BODY: Entering = { act: 'declare', assigned: NO_ASSIGNMENTS, memberships: [] };

/** How somebody enters in a sheet; null: they only read it. */
export async function enteringOf(db: Reading, { place, edition }: OpenSheet, of: SheetSubject, memberships: readonly Membership[]): Promise<Entering | null> {
  if (!may(memberships, 'sheet.enter', of)) return null;
  const act = may(memberships, 'sheet.declare', of) ? 'declare' : 'propose';
  return { act, assigned: await readSheetAssignments(db, place, edition, memberships), memberships };
}

/** The same, where whoever only reads sees the sheet as the body does. */
export const enteringOrReading = async (db: Reading, open: OpenSheet, of: SheetSubject, memberships: readonly Membership[]): Promise<Entering> =>
  (await enteringOf(db, open, of, memberships)) ?? FOR_THE_BODY;

/** Whether they may enter a target. */
export const isTheirs = ({ act, assigned, memberships }: Entering, target: Target): boolean => act === 'declare' || isMine(assigned, target, memberships);

/** The claimed column as the enterer sees it: a department sees its proposals as if they were approved. */
export function columnBefore({ columns, parts }: Sheet, entering: Entering): ReadonlyMap<string, Cell> {
  if (entering.act === 'declare') return columns.claimed;
  return withProposals(
    columns.claimed,
    [...parts.values()].filter(({ target }) => isTheirs(entering, target)),
  );
}

/** A sheet as the enterer sees it. */
export const asEntered = (sheet: Sheet, entering: Entering | null): Sheet =>
  entering === null ? sheet : { ...sheet, columns: { ...sheet.columns, claimed: columnBefore(sheet, entering) } };
