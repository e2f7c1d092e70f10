import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface BaselineRow {
  readonly body: string;
  readonly year: number;
  readonly figures: Readonly<Record<string, { readonly value: string | boolean }>>;
  readonly items: Readonly<Record<string, string>>;
  readonly source: string;
}

/** What the year before says of the bodies of a round. */
export async function readBaselines(db: Reading, round: string): Promise<BaselineRow[]> {
  const { rows } =
    await sql<BaselineRow>`SELECT body_id AS body, year, figures, items, source FROM baseline WHERE round_id = ${round} ORDER BY body_id`.execute(db);
  return rows;
}

/** Takes away what came from somewhere: to be told anew. */
export async function removeBaselines(db: Writing, round: string, source?: string): Promise<void> {
  let query = db.deleteFrom('baseline').where('round_id', '=', round);
  if (source !== undefined) query = query.where('source', '=', source);
  await query.execute();
}

/** Adds what the year before says of bodies; what is there already, from elsewhere, stays. */
export async function addBaselines(db: Writing, round: string, rows: readonly BaselineRow[]): Promise<void> {
  await sql`INSERT INTO baseline (round_id, body_id, year, figures, items, source) SELECT ${round}, l.body, l.year, l.figures, l.items, l.source
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS l(body text, year smallint, figures jsonb, items jsonb, source text)
    ON CONFLICT DO NOTHING`.execute(db);
}
