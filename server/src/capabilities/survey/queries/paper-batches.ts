import type { PAPER_KINDS } from '@parindex/core/contracts/schemas/survey-paper';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type PaperKind = (typeof PAPER_KINDS)[number];

export interface NewBatch {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly group: string;
  readonly kind: PaperKind;
  readonly by: string;
  readonly at: Date;
}

/** Keeps a batch with its forms: by the hashes of their codes, and to whom each is addressed. */
export async function insertBatch(
  db: Writing,
  { id, round, body, group, kind, by, at }: NewBatch,
  forms: readonly { readonly hash: Buffer; readonly respondent: string | null }[],
): Promise<void> {
  await db
    .insertInto('respondents.paper_batch')
    .values({ id, round_id: round, body_id: body, group_id: group, kind, count: forms.length, made_by: by, made_at: at })
    .execute();
  const kept = forms.map(({ hash, respondent }) => ({ hash: hash.toString('hex'), respondent }));
  await sql`INSERT INTO respondents.paper_form (code_hash, batch_id, respondent_id)
    SELECT decode(f.hash, 'hex'), ${id}::uuid, f.respondent FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS f (hash text, respondent uuid)`.execute(
    db,
  );
}

/** How many of a batch are back, and how many of these hold nothing to be typed. */
export interface Returned {
  readonly returned: number;
  readonly blank: number;
  readonly spoiled: number;
  readonly refused: number;
}

export interface BatchRow {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  readonly kind: PaperKind;
  readonly count: number;
  readonly madeBy: Named;
  readonly madeAt: Date;
}

export interface ReturnRow extends Returned {
  readonly batch: string;
  readonly number: number;
  readonly by: Named;
  readonly at: Date;
}

/** The batches of a survey, the newest first; or one of them. */
export async function readBatches(db: Reading, round: string, batch?: string): Promise<BatchRow[]> {
  const all = db
    .selectFrom('respondents.paper_batch as b')
    .select(({ ref }) => [
      ...(['b.id', 'b.body_id as body', 'b.group_id as group', 'b.kind', 'b.count', 'b.made_at as madeAt'] as const),
      person(ref('b.made_by')).as('madeBy'),
    ])
    .where('b.round_id', '=', round);
  const rows = await (batch === undefined ? all : all.where('b.id', '=', batch)).orderBy('b.made_at', 'desc').orderBy('b.id').execute();
  return rows as BatchRow[];
}

/** What was last said of each batch of a survey; a batch of which nothing was said is not in it. */
export async function readReturns(db: Reading, round: string): Promise<Map<string, ReturnRow>> {
  const rows = await db
    .selectFrom('respondents.paper_return as t')
    .innerJoin('respondents.paper_batch as b', 'b.id', 't.batch_id')
    .select(({ ref }) => [
      ...(['t.batch_id as batch', 't.number', 't.returned', 't.blank', 't.spoiled', 't.refused', 't.recorded_at as at'] as const),
      person(ref('t.recorded_by')).as('by'),
    ])
    .where('b.round_id', '=', round)
    .orderBy('t.number')
    .execute();
  return new Map(rows.map((row) => [row.batch, row]));
}

export async function insertReturn(
  db: Writing,
  batch: string,
  number: number,
  { returned, blank, spoiled, refused }: Returned,
  by: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('respondents.paper_return')
    .values({ batch_id: batch, number, returned, blank, spoiled, refused, recorded_by: by, recorded_at: at })
    .execute();
}
