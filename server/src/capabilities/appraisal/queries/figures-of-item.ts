import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';
import type { CellRow } from '../../sheets/queries/sheets.ts';

/** What stands of some figures, and of the item that uses them, in each sheet of a round, as far as the reader is told. */
export async function readCellsOfItem(db: Reading, round: string, item: string, figures: readonly string[]): Promise<(CellRow & { readonly body: string })[]> {
  const { rows } = await sql<CellRow & { readonly body: string }>`
    SELECT c.body_id AS body, c.stage, c.target_kind, c.target, c.fields, c.seqs FROM cell c WHERE c.round_id = ${round}
      AND ((c.target_kind = 'item' AND c.target = ${item}) OR (c.target_kind = 'figure' AND c.target = ANY (${[...figures]}::text[])))`.execute(db);
  return rows;
}

/** Figures of a round that stand as a batch of official statistics wrote them, by body. */
export async function readStatisticalFigures(db: Reading, round: string, figures: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (figures.length === 0) return new Map();
  const { rows } = await sql<{ body: string; figures: string[] }>`
    SELECT c.body_id AS body, array_agg(c.target) AS figures
    FROM cell c JOIN entry n ON n.round_id = c.round_id AND n.body_id = c.body_id AND n.seq = (c.seqs->>'value')::integer
    WHERE c.round_id = ${round} AND c.stage = 'claimed' AND c.target_kind = 'figure' AND c.target = ANY (${[...figures]}::text[]) AND n.origin = 'statistic'
    GROUP BY c.body_id`.execute(db);
  return new Map(rows.map(({ body, figures: of }) => [body, new Set(of)]));
}
