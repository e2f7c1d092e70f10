import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';
import type { ToldClaims } from '../../progress/count-sheets.ts';
import type { SheetRow } from '../../sheets/queries/sheets.ts';

/**
 * Of all sheets of a round what points are worked out from, where its owner shows its ranking to whoever asks; undefined where not. The asker's own sheet
 * is told by no more than the others, so that whoever asks counts and ranks the same.
 */
export async function findShownClaims(db: Reading, round: string): Promise<ToldClaims | undefined> {
  const { rows } = await sql<{ body: string; seq: number; beside: string }>`SELECT body_id AS body, seq, beside FROM app.marks_for_ranking(${round})`.execute(
    db,
  );
  if (rows.length === 0) return undefined;
  return {
    marks: new Map(rows.map(({ body, seq, beside }) => [body, { seq, beside }])),
    read: async (bodies) => {
      const claims = await sql<Pick<SheetRow, 'body' | 'cells' | 'previous'>>`
        SELECT body_id AS body, cells, previous FROM app.claims_for_ranking(${round}, ${[...bodies]}::text[])`.execute(db);
      return new Map(claims.rows.map((row) => [row.body, row]));
    },
  };
}
