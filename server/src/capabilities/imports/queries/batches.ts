import type { DeliveryState, DeliveryWay } from '@parindex/core/contracts/schemas/index';
import type { DeliveredTable, DeliveryForm } from '@parindex/core/imports/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

interface PersonNamed {
  readonly id: string;
  readonly name: string;
}

export interface DeliveryRow {
  readonly id: string;
  readonly round: string;
  readonly form: DeliveryForm;
  readonly cameBy: DeliveryWay;
  readonly fileName: string | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
  readonly rows: number;
  readonly state: DeliveryState;
  readonly broughtBy: PersonNamed;
  readonly broughtAt: Date;
  readonly decidedBy: PersonNamed | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** A delivery with what stood in its cells. */
export interface WholeDelivery extends DeliveryRow {
  readonly content: Omit<DeliveredTable, 'form'>;
}

const person = (column: string) => sql`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${sql.ref(column)}]) w)`;

const shown = sql`d.id, d.round_id AS round, d.form, d.came_by AS "cameBy", d.file_name AS "fileName", d.source, d.date::text AS date, d.vintage,
    jsonb_array_length(d.content->'rows') AS rows, d.state, ${person('d.brought_by')} AS "broughtBy", d.brought_at AS "broughtAt",
    ${person('d.decided_by')} AS "decidedBy", d.decided_at AS "decidedAt", d.reason`;

export type DeliveryOrder = readonly [at: string, id: string];

/** A page of the deliveries of a round, newest first. */
export async function listDeliveries(db: Reading, round: string, limit: number, after: DeliveryOrder | undefined): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`SELECT ${shown} FROM delivery d WHERE d.round_id = ${round}
    ${after === undefined ? sql`` : sql`AND (d.brought_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    ORDER BY d.brought_at DESC, d.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** A delivery of a round; `hold`: against another decision, until the transaction ends. */
export async function findDelivery(db: Reading, round: string, id: string, hold = false): Promise<WholeDelivery | undefined> {
  const { rows } =
    await sql<WholeDelivery>`SELECT ${shown}, d.content FROM delivery d WHERE d.round_id = ${round} AND d.id = ${id} ${hold ? sql`FOR UPDATE` : sql``}`.execute(
      db,
    );
  return rows[0];
}

export interface NewDeliveryRow {
  readonly id: string;
  readonly round: string;
  readonly cameBy: DeliveryWay;
  readonly fileName: string | null;
  readonly hash: Buffer;
  readonly source: string | null;
  readonly date: string | null;
  readonly vintage: string | null;
  readonly table: DeliveredTable;
  readonly account: string;
  readonly at: Date;
}

/** Keeps a delivery; where the same content came before, nothing is kept and the one that is there is answered. */
export async function insertDelivery(
  db: Writing,
  row: NewDeliveryRow,
): Promise<{ readonly id: string; readonly state: DeliveryState; readonly known: boolean }> {
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

/** Says who agreed to a delivery or refused it. */
export async function decideDelivery(db: Writing, id: string, state: 'written' | 'refused', account: string, at: Date, reason: string | null): Promise<void> {
  await db.updateTable('delivery').set({ state, decided_by: account, decided_at: at, reason }).where('id', '=', id).execute();
}

export interface WritingRow {
  readonly id: string;
  readonly delivery: string;
  readonly number: number;
  readonly writtenBy: PersonNamed;
  readonly writtenAt: Date;
  readonly reason: string | null;
  readonly rows: readonly unknown[];
  readonly moved: readonly unknown[];
}

const writings = sql`SELECT w.id, w.delivery_id AS delivery, w.number, ${person('w.written_by')} AS "writtenBy", w.written_at AS "writtenAt", w.reason, w.rows, w.moved
  FROM delivery_writing w`;

/** What was written of a delivery, time by time. */
export async function readWritings(db: Reading, delivery: string): Promise<WritingRow[]> {
  return (await sql<WritingRow>`${writings} WHERE w.delivery_id = ${delivery} ORDER BY w.number`.execute(db)).rows;
}

/** A writing by the id that whoever agreed has made. */
export async function findWriting(db: Reading, id: string): Promise<WritingRow | undefined> {
  return (await sql<WritingRow>`${writings} WHERE w.id = ${id}`.execute(db)).rows[0];
}

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

/** Keeps what was written of a delivery. */
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

/** Where the value that stands for each figure of these bodies' claims came from. */
export async function readFigureOrigins(db: Reading, round: string, bodies: readonly string[]): Promise<FigureOrigin[]> {
  const { rows } = await sql<FigureOrigin>`
    SELECT c.body_id AS body, c.target AS figure, n.origin FROM cell c
      JOIN entry n ON n.round_id = c.round_id AND n.body_id = c.body_id AND n.seq = (c.seqs->>'value')::integer
    WHERE c.round_id = ${round} AND c.body_id = ANY (${[...bodies]}::text[]) AND c.stage = 'claimed' AND c.target_kind = 'figure'`.execute(db);
  return rows;
}

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

/** The means that stand for these bodies, with where they are from. */
export async function readEstimates(db: Reading, round: string, bodies: readonly string[]): Promise<EstimateRow[]> {
  const { rows } =
    await sql<EstimateRow>`SELECT e.body_id AS body, e.question, e.respondent_group AS "group", e.mean, e.answers, e.source, e.date::text AS date, e.vintage
    FROM estimate e WHERE e.round_id = ${round} AND e.body_id = ANY (${[...bodies]}::text[])`.execute(db);
  return rows;
}

/** Writes means that stand from now on, and keeps each beside what stood before it. */
export async function writeEstimates(db: Writing, round: string, writing: string, rows: readonly EstimateRow[]): Promise<void> {
  const told = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS x (body text, question text, "group" text, mean text, answers text, source text, date date, vintage text)`;
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
  readonly writtenBy: PersonNamed;
  readonly writtenAt: Date;
  readonly stands: boolean;
}

/** Every mean that was ever written for a body, newest first. */
export async function readEstimateHistory(db: Reading, round: string, body: string): Promise<EstimateHistoryRow[]> {
  const { rows } = await sql<EstimateHistoryRow>`
    SELECT x.body_id AS body, x.question, x.respondent_group AS "group", x.mean, x.answers, x.source, x.date::text AS date, x.vintage,
      ${person('a.actor')} AS "writtenBy", a.at AS "writtenAt",
      EXISTS (SELECT FROM estimate e WHERE e.round_id = x.round_id AND e.body_id = x.body_id AND e.question = x.question
        AND e.respondent_group = x.respondent_group AND e.writing_id = x.writing_id) AS stands
    FROM estimate_entry x JOIN app.writings_of(${round}) a ON a.id = x.writing_id
    WHERE x.round_id = ${round} AND x.body_id = ${body} ORDER BY a.at DESC, x.question, x.respondent_group`.execute(db);
  return rows;
}

/** Holds the sheets of these bodies against other writers, in one order for all who hold several. */
export async function lockSheets(db: Writing, round: string, bodies: readonly string[]): Promise<void> {
  await sql`SELECT app.lock_sheet(${round}, x.body) FROM (SELECT unnest(${[...bodies].toSorted()}::text[]) AS body) x`.execute(db);
}

/** The office in which whoever acts owns a round today; undefined where they own it not. */
export async function findOwnersOffice(db: Reading, round: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM app.in_force() m JOIN round r ON r.owner_body = m.body_id WHERE r.id = ${round} AND m.role = 'owner' LIMIT 1`.execute(db);
  return rows[0]?.id;
}
