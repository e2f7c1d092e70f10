import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { CellRow } from './sheets.ts';

/** An official figure of whoever appraises, as it was recorded or taken back. */
export interface OfficialFigureRow {
  readonly body: string;
  readonly figure: string;
  readonly seq: number;
  readonly at: Date;
  readonly by: Named;
  /** null: it was taken back. */
  readonly value: string | boolean | null;
  /** The document or publication; null where it was lawfully erased. */
  readonly source: string | null;
  readonly date: string | null;
}

/** What was recorded as official figures of a round under its edition, oldest first, as far as the reader is told: of one sheet, or of some figures of all. */
export async function readOfficialFigures(
  db: Reading,
  { round, edition }: { readonly round: string; readonly edition: string },
  { body, figures }: { readonly body?: string; readonly figures?: readonly string[] },
): Promise<OfficialFigureRow[]> {
  const { rows } = await sql<OfficialFigureRow>`
    SELECT n.body_id AS body, n.target AS figure, n.seq, n.received_at AS at, ${person(sql.ref('n.actor'))} AS by, n.changes->'value' AS value,
      l.content->>'source' AS source, n.changes->>'date' AS date
    FROM entry n LEFT JOIN payload l ON l.id = n.payload_id
    WHERE n.round_id = ${round} AND n.edition_id = ${edition} AND n.act = 'officialFigure'
      ${body === undefined ? sql`` : sql`AND n.body_id = ${body}`} ${figures === undefined ? sql`` : sql`AND n.target = ANY (${[...figures]}::text[])`}
    ORDER BY n.body_id, n.seq`.execute(db);
  return rows;
}

/** What stands of the figures of a round, or of one sheet in it, for which an official one was recorded. */
export async function readFiguresBeside(db: Reading, round: string, body?: string): Promise<(CellRow & { readonly body: string })[]> {
  const { rows } = await sql<CellRow & { readonly body: string }>`
    SELECT c.body_id AS body, c.stage, c.target_kind, c.target, c.fields, c.seqs FROM cell c
    WHERE c.round_id = ${round} ${body === undefined ? sql`` : sql`AND c.body_id = ${body}`} AND c.target_kind = 'figure'
      AND EXISTS (SELECT FROM entry n WHERE n.round_id = c.round_id AND n.body_id = c.body_id AND n.act = 'officialFigure' AND n.target = c.target)`.execute(
    db,
  );
  return rows;
}
