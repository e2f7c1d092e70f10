import type { Sheet } from '@parindex/core/ledger/index';
import type { Reading, Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { lockSheet, readSheets, type SheetContext, type SheetPlace } from './queries/sheets.ts';
import { sheetOfCells } from './sheet.ts';

/** A sheet with its edition and everything that changes and readers are judged by. */
export interface OpenSheet {
  readonly place: SheetPlace;
  readonly edition: ReadyEdition;
  readonly sheet: Sheet;
  readonly beside: SheetContext;
}

/** Reads a whole sheet; undefined if there is none, or its round has no edition yet. */
export async function readSheet(db: Reading, round: string, body: string): Promise<OpenSheet | undefined> {
  const [row] = await readSheets(db, round, { body });
  if (!row) return undefined;
  return { place: row, edition: await readyEdition(db, row.edition, row.editionHash), sheet: sheetOfCells(row.cells, row.parts, row), beside: row };
}

/** The same of several sheets of a round, in list order. */
export async function readSheetsOf(db: Reading, round: string, bodies: readonly string[]): Promise<OpenSheet[]> {
  const rows = await readSheets(db, round, { bodies, withoutParts: true });
  return Promise.all(
    rows.map(async (row) => ({
      place: row,
      edition: await readyEdition(db, row.edition, row.editionHash),
      sheet: sheetOfCells(row.cells, row.parts, row),
      beside: row,
    })),
  );
}

/**
 * Locks a sheet for writing: no other writer, freeze, extension or takeover comes in between. It is read after the lock
 * is taken, as another may have written while this one waited.
 */
export async function openSheet(db: Writing, round: string, body: string): Promise<OpenSheet | undefined> {
  await lockSheet(db, round, body);
  return readSheet(db, round, body);
}

/** The same where it must exist; for a missing sheet nothing more is revealed. */
export async function holdSheet(db: Writing, { round, body }: { readonly round: string; readonly body: string }): Promise<OpenSheet> {
  const open = await openSheet(db, round, body);
  if (!open) throw new Problem('notFound');
  return open;
}
