import { canonicalText } from '@parindex/core';
import type pg from 'pg';
import { queriesOver } from '../../db/connect.ts';
import { type CellRow, type PartRow, readCells, readParts } from '../sheets/queries/sheets.ts';
import { cellsOf, partsOf, rebuildSheet } from '../sheets/rebuild.ts';

/** Cells in a canonical order, so that two sheets can be compared. */
const inOrder = (cells: readonly CellRow[]): string =>
  canonicalText(
    cells
      .map(({ stage, target_kind, target, fields, seqs }) => ({
        key: [stage, target_kind, target],
        fields,
        seqs: Object.fromEntries(Object.entries(seqs).map(([field, seq]) => [field, String(seq)])),
      }))
      .toSorted((one, other) => (one.key.join(' ') < other.key.join(' ') ? -1 : 1)),
  );

const partsInOrder = (parts: readonly PartRow[]): string =>
  inOrder(parts.map(({ standing, seq, seqs, ...part }) => ({ ...part, stage: standing, seqs: { ...seqs, '': seq } })));

/** Sheets ("round/body") that differ from the fold of their entries: cells, parts or state were changed outside the ledger. */
export async function* sheetsThatDiffer(client: pg.ClientBase): AsyncGenerator<string> {
  const db = queriesOver(client as pg.PoolClient);
  const { rows } = await client.query<{ round_id: string; body_id: string; state: string }>(
    'SELECT round_id, body_id, state FROM participant ORDER BY round_id, body_id',
  );
  for (const { round_id, body_id, state } of rows) {
    const sheet = await rebuildSheet(db, round_id, body_id);
    const differs =
      sheet.state !== state ||
      inOrder(cellsOf(sheet)) !== inOrder(await readCells(db, round_id, body_id)) ||
      partsInOrder(partsOf(sheet)) !== partsInOrder(await readParts(db, round_id, body_id));
    if (differs) yield `${round_id}/${body_id}`;
  }
}
