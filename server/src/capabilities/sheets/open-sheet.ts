import type { Sheet } from '@parindex/core/ledger/index';
import type { Reading, Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { lockSheet, readSheets, type SheetContext, type SheetPlace } from './queries/sheets.ts';
import { sheetOfCells } from './sheet.ts';

/** A sheet with its edition and all that a change or a reader judges it by. */
export interface OpenSheet {
  readonly place: SheetPlace;
  readonly edition: ReadyEdition;
  readonly sheet: Sheet;
  readonly beside: SheetContext;
}

/** Reads a sheet whole; undefined where there is none, or its round has no edition yet. */
export async function readSheet(db: Reading, round: string, body: string): Promise<OpenSheet | undefined> {
  const [row] = await readSheets(db, round, { body });
  if (!row) return undefined;
  return { place: row, edition: await readyEdition(db, row.edition, row.editionHash), sheet: sheetOfCells(row.cells, row.parts, row), beside: row };
}

/**
 * Takes a sheet for writing: from here on no other writer, freeze, extension or takeover comes between. It is read after
 * the lock is there: while this one waited, another may have written.
 */
export async function openSheet(db: Writing, round: string, body: string): Promise<OpenSheet | undefined> {
  await lockSheet(db, round, body);
  return readSheet(db, round, body);
}

/** The same where there must be one: of a sheet that is not there, nothing is told. */
export async function holdSheet(db: Writing, { round, body }: { readonly round: string; readonly body: string }): Promise<OpenSheet> {
  const open = await openSheet(db, round, body);
  if (!open) throw new Problem('notFound');
  return open;
}
