import type { DrawDesign } from '@parindex/core/survey/draw/design';
import type { DrawnStratum, DrawnUnit } from '@parindex/core/survey/draw/record';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Holds the draws of a round until the transaction ends: nobody else brings, declares, enters or withdraws meanwhile. */
export async function holdDraws(db: Writing, round: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`draws of ${round}`}, 0))`.execute(db);
}

export interface DesignRow {
  readonly id: string;
  readonly design: DrawDesign;
  readonly hash: string;
  readonly by: Named;
  readonly at: Date;
}

/** The design that was brought last. */
export const findDesign = (db: Reading, round: string): Promise<DesignRow | undefined> =>
  db
    .selectFrom('sample_design as g')
    .select(({ ref }) => ['g.id', 'g.design', 'g.hash', person(ref('g.brought_by')).as('by'), 'g.brought_at as at'])
    .where('g.round_id', '=', round)
    .orderBy('g.number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The number after the highest of a round. */
const nextOf = (table: 'sample_design' | 'sample_frame', round: string) =>
  sql<number>`(SELECT coalesce(max(t.number), 0) + 1 FROM ${sql.table(table)} t WHERE t.round_id = ${round})`;

interface Bringing {
  readonly round: string;
  readonly by: string;
  readonly at: Date;
}

export async function insertDesign(
  db: Writing,
  { round, by, at }: Bringing,
  { id, document, design, hash }: { readonly id: string; readonly document: string; readonly design: DrawDesign; readonly hash: string },
): Promise<void> {
  await db
    .insertInto('sample_design')
    .values({ id, round_id: round, number: nextOf('sample_design', round), document, design: JSON.stringify(design), hash, brought_by: by, brought_at: at })
    .execute();
}

/** What a design takes of a frame. */
export interface Population {
  readonly clusters: number;
  readonly households: number;
  readonly strata: readonly DrawnStratum[];
  readonly sample: number;
}

export interface FrameRow extends Population {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly hash: string;
  readonly by: Named;
  readonly at: Date;
}

/** The frame that was read last by a design. */
export async function findFrame(db: Reading, round: string, design: string): Promise<FrameRow | undefined> {
  const row = await db
    .selectFrom('sample_frame as f')
    .select(({ ref }) => [
      ...(['f.id', 'f.file_name as fileName', 'f.file_hash as fileHash', 'f.hash', 'f.clusters', 'f.households', 'f.strata', 'f.sample'] as const),
      person(ref('f.brought_by')).as('by'),
      'f.brought_at as at',
    ])
    .where('f.round_id', '=', round)
    .where('f.design_id', '=', design)
    .orderBy('f.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, households: Number(row.households) };
}

export interface NewFrame extends Population {
  readonly id: string;
  readonly design: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly hash: string;
  readonly csv: Uint8Array;
}

export async function insertFrame(
  db: Writing,
  { round, by, at }: Bringing,
  { id, design, fileName, fileHash, hash, csv, clusters, households, strata, sample }: NewFrame,
): Promise<void> {
  await db
    .insertInto('sample_frame')
    .values({
      ...{ id, round_id: round, number: nextOf('sample_frame', round), design_id: design, file_name: fileName, file_hash: fileHash, hash },
      ...{ clusters, households, strata: JSON.stringify(strata), sample, brought_by: by, brought_at: at },
    })
    .execute();
  await db
    .insertInto('sample_frame_lines')
    .values({ frame_id: id, csv: Buffer.from(csv) })
    .execute();
}

/** A draw as it was declared, with what became of it. */
export interface DrawRow extends Population {
  readonly id: string;
  readonly number: number;
  readonly frame: string;
  readonly design: DrawDesign;
  readonly designHash: string;
  readonly frameHash: string;
  readonly event: string;
  readonly place: string;
  readonly heldAt: Date;
  readonly declaredBy: Named;
  readonly declaredAt: Date;
  readonly seed: string | null;
  readonly attended: string | null;
  readonly minutesNumber: string | null;
  readonly minutesDate: string | null;
  readonly recordHash: string | null;
  readonly enteredBy: Named | null;
  readonly enteredAt: Date | null;
  readonly reason: string | null;
  readonly withdrawnBy: Named | null;
  readonly withdrawnAt: Date | null;
}

/** The draws of a round, the newest first. */
export async function readDraws(db: Reading, round: string): Promise<DrawRow[]> {
  const rows = await db
    .selectFrom('sample_draw as d')
    .leftJoin('sample_draw_result as r', 'r.draw_id', 'd.id')
    .leftJoin('sample_draw_withdrawal as w', 'w.draw_id', 'd.id')
    .select(({ ref }) => [
      ...(['d.id', 'd.number', 'd.frame_id as frame', 'd.design', 'd.design_hash as designHash', 'd.frame_hash as frameHash'] as const),
      ...(['d.clusters', 'd.households', 'd.strata', 'd.sample', 'd.event', 'd.place', 'd.held_at as heldAt', 'd.declared_at as declaredAt'] as const),
      ...(['r.seed', 'r.attended', 'r.document_number as minutesNumber', 'r.document_date as minutesDate', 'r.record_hash as recordHash'] as const),
      ...(['r.entered_at as enteredAt', 'w.reason', 'w.withdrawn_at as withdrawnAt'] as const),
      person(ref('d.declared_by')).as('declaredBy'),
      person(ref('r.entered_by')).as('enteredBy'),
      person(ref('w.withdrawn_by')).as('withdrawnBy'),
    ])
    .where('d.round_id', '=', round)
    .orderBy('d.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, households: Number(row.households) }));
}

export interface NewDraw extends Population {
  readonly id: string;
  readonly number: number;
  readonly frame: string;
  readonly design: DrawDesign;
  readonly designHash: string;
  readonly frameHash: string;
  readonly event: string;
  readonly place: string;
  readonly heldAt: Date;
}

export async function insertDraw(db: Writing, { round, by, at }: Bringing, draw: NewDraw): Promise<void> {
  const { id, number, frame, design, designHash, frameHash, clusters, households, strata, sample, event, place, heldAt } = draw;
  await db
    .insertInto('sample_draw')
    .values({
      ...{ id, round_id: round, number, frame_id: frame, design: JSON.stringify(design), design_hash: designHash, frame_hash: frameHash },
      ...{ clusters, households, strata: JSON.stringify(strata), sample, event, place, held_at: heldAt, declared_by: by, declared_at: at },
    })
    .execute();
}

export interface NewResult {
  readonly draw: string;
  readonly seed: string;
  readonly attended: string;
  readonly minutes: { readonly number: string; readonly date: string };
  readonly recordHash: string;
  readonly record: string;
}

export async function insertResult(
  db: Writing,
  { by, at }: Omit<Bringing, 'round'>,
  { draw, seed, attended, minutes, recordHash, record }: NewResult,
): Promise<void> {
  await db
    .insertInto('sample_draw_result')
    .values({
      ...{ draw_id: draw, seed, attended, document_number: minutes.number, document_date: minutes.date },
      ...{ record_hash: recordHash, entered_by: by, entered_at: at },
    })
    .execute();
  await db.insertInto('sample_draw_record').values({ draw_id: draw, record }).execute();
}

export async function insertWithdrawal(db: Writing, { by, at }: Omit<Bringing, 'round'>, draw: string, reason: string): Promise<void> {
  await db.insertInto('sample_draw_withdrawal').values({ draw_id: draw, reason, withdrawn_by: by, withdrawn_at: at }).execute();
}

/** The lines of a frame, compressed; undefined for who may not see them. */
export const readFrameLines = async (db: Reading, frame: string): Promise<Buffer | undefined> =>
  (await db.selectFrom('sample_frame_lines').select('csv').where('frame_id', '=', frame).executeTakeFirst())?.csv;

/** The design of a frame as it was written. */
export const readDesignText = async (db: Reading, frame: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('sample_frame as f')
      .innerJoin('sample_design as g', 'g.id', 'f.design_id')
      .select('g.document')
      .where('f.id', '=', frame)
      .executeTakeFirst()
  )?.document;

export const readRecord = async (db: Reading, draw: string): Promise<string | undefined> =>
  (await db.selectFrom('sample_draw_record').select('record').where('draw_id', '=', draw).executeTakeFirst())?.record;

/** A page of the units of a record, from a place on, with how many there are. */
export async function readUnits(db: Reading, draw: string, from: number, most: number): Promise<{ units: DrawnUnit[]; total: number } | undefined> {
  const { rows } = await sql<{ units: DrawnUnit[]; total: number }>`
    SELECT coalesce((SELECT jsonb_agg(u.unit ORDER BY u.place) FROM jsonb_array_elements(r.record->'units') WITH ORDINALITY AS u (unit, place)
        WHERE u.place > ${from} AND u.place <= ${from + most}), '[]'::jsonb) AS units, jsonb_array_length(r.record->'units') AS total
    FROM (SELECT record::jsonb AS record FROM sample_draw_record WHERE draw_id = ${draw}) r`.execute(db as Writing);
  return rows[0];
}
