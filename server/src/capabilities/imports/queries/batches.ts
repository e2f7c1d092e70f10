import type { BatchChannel, BatchState } from '@parindex/core/contracts/schemas/index';
import type { BatchForm, ImportedTable } from '@parindex/core/imports/index';
import { sql } from 'kysely';
import { anyOf, type Named, person, rowsFrom } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface BatchRow {
  readonly id: string;
  readonly round: string;
  readonly form: BatchForm;
  readonly cameBy: BatchChannel;
  readonly fileName: string | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
  readonly rows: number;
  readonly state: BatchState;
  readonly broughtBy: Named;
  readonly broughtAt: Date;
  readonly decidedBy: Named | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** A batch with the cells of its table. */
export interface BatchWithContent extends BatchRow {
  readonly content: Omit<ImportedTable, 'form'>;
}

const deliveries = (db: Reading, round: string) =>
  db
    .selectFrom('delivery as d')
    .select(({ ref }) => [
      'd.id',
      'd.round_id as round',
      'd.form',
      'd.came_by as cameBy',
      'd.file_name as fileName',
      'd.source',
      'd.date',
      'd.vintage',
      sql<number>`jsonb_array_length(d.content->'rows')`.as('rows'),
      'd.state',
      person(ref('d.brought_by')).as('broughtBy'),
      'd.brought_at as broughtAt',
      person(ref('d.decided_by')).as('decidedBy'),
      'd.decided_at as decidedAt',
      'd.reason',
    ])
    .where('d.round_id', '=', round);

export type BatchOrder = readonly [at: string, id: string];

/** A page of the batches of a round, newest first. */
export function listBatches(db: Reading, round: string, limit: number, after: BatchOrder | undefined): Promise<BatchRow[]> {
  let query = deliveries(db, round);
  if (after !== undefined) query = query.where(sql<boolean>`(d.brought_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('d.brought_at', 'desc').orderBy('d.id', 'desc').limit(limit).execute();
}

/** A batch of a round; `hold` locks it against another decision until the transaction ends. */
export function findBatch(db: Reading, round: string, id: string, hold = false): Promise<BatchWithContent | undefined> {
  const query = deliveries(db, round).select('d.content').where('d.id', '=', id);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
}

export interface NewBatchRow {
  readonly id: string;
  readonly round: string;
  readonly cameBy: BatchChannel;
  readonly fileName: string | null;
  readonly hash: Buffer;
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
  readonly table: ImportedTable;
  readonly account: string;
  readonly at: Date;
}

/** Stores a batch; if the same content was stored before, returns that one. */
export async function insertBatch(db: Writing, row: NewBatchRow): Promise<{ readonly id: string; readonly state: BatchState; readonly known: boolean }> {
  const { form, ...content } = row.table;
  const kept = await db
    .insertInto('delivery')
    .values({
      id: row.id,
      round_id: row.round,
      form,
      came_by: row.cameBy,
      file_name: row.fileName,
      content_hash: row.hash,
      source: row.source,
      date: row.date,
      vintage: row.vintage,
      content: JSON.stringify(content),
      brought_by: row.account,
      brought_at: row.at,
    })
    .onConflict((conflict) => conflict.columns(['round_id', 'content_hash']).doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 1n) return { id: row.id, state: 'pending', known: false };
  const there = await db
    .selectFrom('delivery')
    .select(['id', 'state'])
    .where('round_id', '=', row.round)
    .where('content_hash', '=', row.hash)
    .executeTakeFirstOrThrow();
  return { ...there, known: true };
}

/** Records who agreed to a batch or refused it. */
export async function decideBatch(db: Writing, id: string, state: 'written' | 'refused', account: string, at: Date, reason: string | null): Promise<void> {
  await db.updateTable('delivery').set({ state, decided_by: account, decided_at: at, reason }).where('id', '=', id).execute();
}

export interface WritingRow {
  readonly id: string;
  readonly delivery: string;
  readonly number: number;
  readonly writtenBy: Named;
  readonly writtenAt: Date;
  readonly reason: string | null;
  readonly rows: readonly unknown[];
  readonly moved: readonly unknown[];
}

const writings = (db: Reading) =>
  db
    .selectFrom('delivery_writing as w')
    .select(({ ref }) => [
      'w.id',
      'w.delivery_id as delivery',
      'w.number',
      person(ref('w.written_by')).as('writtenBy'),
      'w.written_at as writtenAt',
      'w.reason',
      'w.rows',
      'w.moved',
    ]);

/** What was written of a batch, each time. */
export const readWritings = (db: Reading, delivery: string): Promise<WritingRow[]> =>
  writings(db).where('w.delivery_id', '=', delivery).orderBy('w.number').execute();

/** A writing by the id that the agreeing person's client made. */
export const findWriting = (db: Reading, id: string): Promise<WritingRow | undefined> => writings(db).where('w.id', '=', id).executeTakeFirst();

export interface NewWriting {
  readonly id: string;
  readonly delivery: string;
  readonly round: string;
  readonly number: number;
  readonly account: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly rows: readonly unknown[];
  readonly moved: readonly unknown[];
}

/** Stores what was written of a batch. */
export async function insertWriting(db: Writing, { id, delivery, round, number, account, at, reason, rows, moved }: NewWriting): Promise<void> {
  await db
    .insertInto('delivery_writing')
    .values({
      id,
      delivery_id: delivery,
      round_id: round,
      number,
      written_by: account,
      written_at: at,
      reason,
      rows: JSON.stringify(rows),
      moved: JSON.stringify(moved),
    })
    .execute();
}

export interface FigureOrigin {
  readonly body: string;
  readonly figure: string;
  readonly origin: string;
}

/** The origin of the present value of each figure in these bodies' claims. */
export const readFigureOrigins = (db: Reading, round: string, bodies: readonly string[]): Promise<FigureOrigin[]> =>
  db
    .selectFrom('cell as c')
    .innerJoin('entry as n', (join) =>
      join.onRef('n.round_id', '=', 'c.round_id').onRef('n.body_id', '=', 'c.body_id').on('n.seq', '=', sql<number>`(c.seqs->>'value')::integer`),
    )
    .select(['c.body_id as body', 'c.target as figure', 'n.origin'])
    .where('c.round_id', '=', round)
    .where('c.body_id', '=', anyOf(bodies))
    .where('c.stage', '=', 'claimed')
    .where('c.target_kind', '=', 'figure')
    .execute();

export interface EstimateRow {
  readonly body: string;
  readonly question: string;
  readonly group: string;
  readonly mean: string;
  readonly answers: string;
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
}

/** The present means of these bodies, with their sources. */
export const readEstimates = (db: Reading, round: string, bodies: readonly string[]): Promise<EstimateRow[]> =>
  db
    .selectFrom('estimate')
    .select(['body_id as body', 'question', 'respondent_group as group', 'mean', 'answers', 'source', 'date', 'vintage'])
    .where('round_id', '=', round)
    .where('body_id', '=', anyOf(bodies))
    .execute();

/** Writes new means, and keeps each beside its predecessor. */
export async function writeEstimates(db: Writing, round: string, writing: string, rows: readonly EstimateRow[]): Promise<void> {
  const told = rowsFrom(rows, 'body text, question text, "group" text, mean text, answers text, source text, date date, vintage text');
  await sql`INSERT INTO estimate_entry (writing_id, round_id, body_id, question, respondent_group, mean, answers, source, date, vintage)
    SELECT ${writing}, ${round}, x.body, x.question, x."group", x.mean, x.answers, x.source, x.date, x.vintage FROM ${told}`.execute(db);
  await sql`INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers, source, date, vintage, writing_id)
    SELECT ${round}, x.body, x.question, x."group", x.mean, x.answers, x.source, x.date, x.vintage, ${writing}::uuid FROM ${told}
    ON CONFLICT (round_id, body_id, question, respondent_group) DO UPDATE SET mean = excluded.mean, answers = excluded.answers, source = excluded.source,
      date = excluded.date, vintage = excluded.vintage, writing_id = excluded.writing_id`.execute(db);
}

export interface EstimateHistoryRow extends EstimateRow {
  readonly source: string;
  readonly date: string;
  readonly writtenBy: Named;
  readonly writtenAt: Date;
  readonly stands: boolean;
}

/** Every mean ever written for a body, newest first. */
export const readEstimateHistory = (db: Reading, round: string, body: string): Promise<EstimateHistoryRow[]> =>
  db
    .selectFrom('estimate_entry as x')
    .innerJoin(sql<{ id: string; actor: string; at: Date }>`app.writings_of(${round})`.as('a'), 'a.id', 'x.writing_id')
    .select(({ ref }) => [
      'x.body_id as body',
      'x.question',
      'x.respondent_group as group',
      'x.mean',
      'x.answers',
      'x.source',
      'x.date',
      'x.vintage',
      person(ref('a.actor')).as('writtenBy'),
      'a.at as writtenAt',
      sql<boolean>`EXISTS (SELECT FROM estimate e WHERE e.round_id = x.round_id AND e.body_id = x.body_id AND e.question = x.question
        AND e.respondent_group = x.respondent_group AND e.writing_id = x.writing_id)`.as('stands'),
    ])
    .where('x.round_id', '=', round)
    .where('x.body_id', '=', body)
    .orderBy('a.at', 'desc')
    .orderBy('x.question')
    .orderBy('x.respondent_group')
    .execute();

/** The membership by which the caller owns a round today; undefined if they do not. */
export async function findOwnersMembership(db: Reading, round: string): Promise<string | undefined> {
  const found = await db
    .selectFrom(sql<{ id: string; role: string; body_id: string | null }>`app.in_force()`.as('m'))
    .innerJoin('round as r', 'r.owner_body', 'm.body_id')
    .select('m.id')
    .where('r.id', '=', round)
    .where('m.role', '=', 'owner')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}
