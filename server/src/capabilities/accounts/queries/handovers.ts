import type { handoverRecord } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type HandoverRecord = z.output<typeof handoverRecord>;

export interface StoredHandover {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly record: HandoverRecord;
}

/** A handover by its id, if the caller may see it. */
export async function findHandover(db: Reading, id: string): Promise<StoredHandover | undefined> {
  return db.selectFrom('handover').select(['id', 'from_account as from', 'to_account as to', 'record']).where('id', '=', id).executeTakeFirst();
}

/** Stores a handover with its record; neither ever changes. */
export async function insertHandover(db: Writing, record: HandoverRecord): Promise<void> {
  await db
    .insertInto('handover')
    .values({
      id: record.id,
      from_account: record.from.id,
      to_account: record.to.id,
      on_day: record.day,
      document_number: record.document?.number ?? null,
      document_date: record.document?.date ?? null,
      record: JSON.stringify(record),
      performed_by: record.performedBy.id,
      performed_at: record.performedAt,
    })
    .execute();
}

/** The ids of handovers in which somebody gave or received. */
export async function handoversOf(db: Reading, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('handover')
    .select('id')
    .where((eb) => eb.or([eb('from_account', '=', account), eb('to_account', '=', account)]))
    .orderBy('performed_at')
    .execute();
  return rows.map(({ id }) => id);
}

export interface WorkedSheet {
  readonly round: string;
  readonly title: string;
  readonly body: string;
  readonly entries: number;
  readonly lastSeq: number;
  readonly lastAt: Date;
  /** Steps that have not closed. */
  readonly steps: readonly { readonly step: string; readonly opens: string; readonly closes: string }[];
}

/** Sheets that somebody has worked on, in open rounds with steps that have not closed; most recently changed first. */
export async function openWorkOf(db: Reading, account: string, moment: Date): Promise<WorkedSheet[]> {
  const { rows } = await sql<WorkedSheet>`
    SELECT * FROM (
      SELECT w.round_id AS round, w.round_title AS title, w.body_id AS body, w.entries, w.last_seq AS "lastSeq", w.last_at AS "lastAt",
        (SELECT json_agg(json_build_object('step', s.step, 'opens', s.opens, 'closes', s.closes) ORDER BY s.opens, s.step)
          FROM round_step s WHERE s.round_id = w.round_id AND s.closes > ${moment}) AS steps
      FROM app.work_of(${account}) w) found
    WHERE steps IS NOT NULL ORDER BY "lastAt" DESC, round, body`.execute(db);
  return rows;
}
