import { type Cell, type Sheet, type Target, withProposals } from '@parindex/core/ledger/index';
import { type Membership, may } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { isMine, NO_ASSIGNMENTS, readSheetAssignments, type SheetAssignments } from './assigned.ts';
import type { SheetSubject } from './found.ts';
import type { OpenSheet } from './open-sheet.ts';

/** In what way somebody enters: for the body itself, or proposals for what their department has in hand. */
export interface Entering {
  readonly act: 'declare' | 'propose';
  readonly assigned: SheetAssignments;
  readonly memberships: readonly Membership[];
}

/** For a body of whose sheet nothing was given away. */
export const FOR_THE_BODY: Entering = { act: 'declare', assigned: NO_ASSIGNMENTS, memberships: [] };

/** In what way somebody enters in a sheet; null: they only read it. */
export async function enteringOf(db: Reading, { place, edition }: OpenSheet, of: SheetSubject, memberships: readonly Membership[]): Promise<Entering | null> {
  if (!may(memberships, 'sheet.enter', of)) return null;
  const act = may(memberships, 'sheet.declare', of) ? 'declare' : 'propose';
  return { act, assigned: await readSheetAssignments(db, place, edition, memberships), memberships };
}

/** The same where whoever only reads has the sheet before them as the body has it. */
export const enteringOrReading = async (db: Reading, open: OpenSheet, of: SheetSubject, memberships: readonly Membership[]): Promise<Entering> =>
  (await enteringOf(db, open, of, memberships)) ?? FOR_THE_BODY;

/** Whether a target is theirs to enter. */
export const isTheirs = ({ act, assigned, memberships }: Entering, target: Target): boolean => act === 'declare' || isMine(assigned, target, memberships);

/** The claimed column as whoever enters has it before them: a department sees what it proposes as if it were approved. */
export function columnBefore({ columns, parts }: Sheet, entering: Entering): ReadonlyMap<string, Cell> {
  if (entering.act === 'declare') return columns.claimed;
  return withProposals(
    columns.claimed,
    [...parts.values()].filter(({ target }) => isTheirs(entering, target)),
  );
}

/** A sheet as whoever enters has it before them. */
export const asEntered = (sheet: Sheet, entering: Entering | null): Sheet =>
  entering === null ? sheet : { ...sheet, columns: { ...sheet.columns, claimed: columnBefore(sheet, entering) } };
