import type { handoverRecord } from '@parindex/core/contracts/schemas/index';
import type { DocumentName } from '@parindex/core/words/cited-document';
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

export interface HandedDocument extends DocumentName {
  readonly round: string;
  readonly body: string;
}

export interface HandedDocuments {
  readonly listed: readonly HandedDocument[];
  /** How many more there are that the reader may not see. */
  readonly unseen: number;
}

/** Documents that the giver brought into the libraries of the sheets of a handover; newest version each, by round and body. */
export async function documentsHandedOver(db: Reading, { id, from, sheets }: HandoverRecord): Promise<HandedDocuments> {
  if (sheets.length === 0) return { listed: [], unseen: 0 };
  const { rows } = await sql<{ all: number }>`SELECT app.documents_handed_over(${id}) AS all`.execute(db);
  const listed = await db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .distinctOn(['d.round_id', 'd.body_id', 'v.document_id'])
    .select(['d.round_id as round', 'd.body_id as body', 'v.doc_number as number', 'v.issued_on as date', 'v.subject'])
    .where('v.uploaded_by', '=', from.id)
    .where('d.withdrawn_at', 'is', null)
    .where('d.gone_at', 'is', null)
    .where((eb) => eb.or(sheets.map(({ round, body }) => eb.and([eb('d.round_id', '=', round.id), eb('d.body_id', '=', body.id)]))))
    .orderBy('d.round_id')
    .orderBy('d.body_id')
    .orderBy('v.document_id')
    .orderBy('v.number', 'desc')
    .execute();
  return { listed, unseen: Math.max(0, (rows[0]?.all ?? 0) - listed.length) };
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
