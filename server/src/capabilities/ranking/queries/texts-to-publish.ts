import type { Span } from '@parindex/core/evidence/masked-text';
import type { TextField } from '@parindex/core/round/texts-to-publish';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** What a body wrote at an item as it scored itself. */
export interface ClaimTextRow {
  readonly body: string;
  readonly item: string;
  readonly field: TextField;
  /** Of the entry that holds it. */
  readonly seq: number;
  readonly text: string;
}

/** As it stands: of one sheet, or of all in a round. */
export async function readClaimTexts(db: Reading, round: string, body?: string): Promise<ClaimTextRow[]> {
  const { rows } = await sql<ClaimTextRow>`
    SELECT c.body_id AS body, c.target AS item, f AS field, (c.seqs->>f)::int AS seq, c.fields->>f AS text
    FROM cell c CROSS JOIN unnest(ARRAY['justification', 'reason']) f
    WHERE c.round_id = ${round} ${body === undefined ? sql`` : sql`AND c.body_id = ${body}`} AND c.stage = 'claimed' AND c.target_kind = 'item'
      AND c.fields->>f IS NOT NULL AND c.seqs->>f IS NOT NULL`.execute(db);
  return rows;
}

/** What is masked in a text, as it was said last. */
export interface MaskRow {
  readonly body: string;
  readonly seq: number;
  readonly field: TextField;
  readonly version: number;
  readonly spans: readonly Span[];
  readonly by: Named;
  readonly at: Date;
}

/** That of one sheet, or of all in a round. */
export async function readMasks(db: Reading, round: string, body?: string): Promise<MaskRow[]> {
  const { rows } = await sql<MaskRow>`
    SELECT DISTINCT ON (m.body_id, m.seq, m.field) m.body_id AS body, m.seq, m.field, m.version, m.spans, ${person(sql.ref('m.made_by'))} AS by, m.made_at AS at
    FROM text_mask m WHERE m.round_id = ${round} ${body === undefined ? sql`` : sql`AND m.body_id = ${body}`}
    ORDER BY m.body_id, m.seq, m.field, m.version DESC`.execute(db);
  return rows;
}

export interface NewMask extends Pick<MaskRow, 'body' | 'seq' | 'field' | 'version' | 'spans'> {
  readonly id: string;
  readonly round: string;
}

/** Says what is masked; whether nobody had said that version yet. */
export async function insertMask(db: Writing, { id, round, body, spans, ...of }: NewMask, by: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('text_mask')
    .values({ id, round_id: round, body_id: body, ...of, spans: JSON.stringify(spans), made_by: by, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
