import type { Subject } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { type OpenSheet, readSheet } from './open-sheet.ts';
import { findSheetRights } from './queries/sheets.ts';
import { subjectOfRights, subjectOfSheet } from './subject.ts';

interface SheetKey {
  readonly round: string;
  readonly body: string;
}

/** The rights on a sheet, without reading it; undefined where there is none. */
export async function findRights(db: Reading, { round, body }: SheetKey): Promise<{ readonly of: Subject } | undefined> {
  const rights = await findSheetRights(db, round, body);
  return rights && { of: subjectOfRights(body, rights) };
}

/** A body's sheet in a round, whole, with what rights hang on. */
export async function findSheet(db: Reading, { round, body }: SheetKey): Promise<(OpenSheet & { readonly of: Subject }) | undefined> {
  const found = await readSheet(db, round, body);
  return found && { ...found, of: subjectOfSheet(found.place) };
}
