import type { Language } from '@parindex/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import type { AgendaState } from '@parindex/core/council/session-states';
import type { ItemRemark, Stage } from '@parindex/core/ledger/entry';
import { SITE_CHECK } from '@parindex/core/ledger/fields';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import { type Insertable, sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';

/** The last remark of a kind on an item of a sheet. */
export interface RemarkRow {
  readonly body: string;
  readonly item: string;
  readonly act: ItemRemark;
  readonly seq: number;
  readonly at: Date;
  readonly by: Named;
  /** What kind of answer it is. */
  readonly code: string | null;
  /** null: it was taken back, or its words were lawfully erased. */
  readonly text: string | null;
  readonly citations: readonly string[];
  /** Of a check on site: its day, and who went; the latter null where its words were lawfully erased. */
  readonly date: string | null;
  readonly team: string | null;
}

/** Whether a remark stands: it was not taken back. An answer that accepts needs no words. */
export const stands = ({ act, text }: Pick<RemarkRow, 'act' | 'text'>): boolean => act === 'reply' || text !== null;

/** The last remark of each kind on each item, as far as the reader is told: of one sheet, or of all in a round. */
export async function readRemarks(db: Reading, round: string, body?: string): Promise<RemarkRow[]> {
  const { rows } = await sql<RemarkRow>`
    SELECT n.body_id AS body, n.target AS item, n.act, n.seq, n.received_at AS at, ${person(sql.ref('n.actor'))} AS by, n.reason_code AS code,
      l.content->>'reason.text' AS text, coalesce(n.changes->'citations', '[]') AS citations,
      n.changes->>${SITE_CHECK.date} AS date, l.content->>${SITE_CHECK.team} AS team
    FROM (SELECT DISTINCT ON (x.body_id, x.act, x.target) x.* FROM entry x
      WHERE x.round_id = ${round} ${body === undefined ? sql`` : sql`AND x.body_id = ${body}`} AND app.is_remark(x.act) AND x.target_kind = 'item'
      ORDER BY x.body_id, x.act, x.target, x.seq DESC) n LEFT JOIN payload l ON l.id = n.payload_id`.execute(db);
  return rows;
}

/** The reason of the last verdict on an item at a stage. */
export interface ReasonRow {
  readonly body: string;
  readonly item: string;
  readonly stage: Exclude<Stage, 'claimed'>;
  readonly code: string | null;
  /** What the reason says, by the list of the round. */
  readonly name: string | null;
  readonly text: string | null;
  readonly seq: number;
}

/** The reasons of the last verdict at each stage on each item: of one sheet, or of all in a round. */
export async function readReasons(db: Reading, round: string, language: Language, body?: string): Promise<ReasonRow[]> {
  const { reasons } = await readAppraisalTerms(db, round);
  const { rows } = await sql<Omit<ReasonRow, 'name'>>`
    SELECT n.body_id AS body, n.target AS item, n.stage, n.reason_code AS code, l.content->>'reason.text' AS text, n.seq
    FROM (SELECT DISTINCT ON (x.body_id, x.stage, x.target) x.* FROM entry x
      WHERE x.round_id = ${round} ${body === undefined ? sql`` : sql`AND x.body_id = ${body}`} AND x.stage <> 'claimed' AND NOT app.is_remark(x.act) AND x.standing = 'effective' AND x.target_kind = 'item'
      ORDER BY x.body_id, x.stage, x.target, x.seq DESC) n LEFT JOIN payload l ON l.id = n.payload_id`.execute(db);
  return rows.map((row) => ({ ...row, name: reasonName(reasons, row.code, language) ?? null }));
}

/** A notice that was recorded as sent: the last for a stage, and when the first was recorded. */
export interface NoticeRow {
  readonly body: string;
  readonly stage: NoticedStage;
  readonly number: string;
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly by: Named;
  readonly at: Date;
  readonly firstAt: Date;
  /** The letter as it was made when it was recorded; none of those recorded before letters were kept. */
  readonly files: readonly KeptFile[];
}

/** A form of a kept letter. */
export interface KeptFile {
  readonly id: string;
  readonly kind: 'docx' | 'pdf';
  readonly bytes: number;
  readonly sha256: string;
}

/** The notices of a round, or of one body in it. */
export async function readNotices(db: Reading, round: string, body?: string): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    SELECT DISTINCT ON (n.body_id, n.stage) n.body_id AS body, n.stage, n.document_number AS number, n.document_date::text AS date, ${person(sql.ref('n.recorded_by'))} AS by,
      n.recorded_at AS at, min(n.recorded_at) OVER (PARTITION BY n.body_id, n.stage) AS "firstAt",
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex')) ORDER BY f.kind), '[]')
        FROM round_file f WHERE f.id = ANY (n.files)) AS files
    FROM appraisal_notice n WHERE n.round_id = ${round} ${body === undefined ? sql`` : sql`AND n.body_id = ${body}`}
    ORDER BY n.body_id, n.stage, n.recorded_at DESC, n.id`.execute(db);
  return rows;
}

export async function insertNotices(db: Writing, rows: readonly Insertable<Tables['appraisal_notice']>[]): Promise<void> {
  await db
    .insertInto('appraisal_notice')
    .values([...rows])
    .execute();
}

/** Those of these notices that are recorded already. */
export const findNotices = (db: Reading, ids: readonly string[]) =>
  db
    .selectFrom('appraisal_notice')
    .select(['id', 'stage', 'document_number', sql<string>`document_date::text`.as('document_date')])
    .where('id', 'in', [...ids])
    .execute();

/** An item that is on the agenda of a session of the council, as far as the reader is told. */
export interface OnAgendaRow {
  readonly body: string;
  readonly item: string;
  /** null to whoever is told no more than that it is on the agenda. */
  readonly session: string | null;
  readonly number: number;
  readonly startsAt: Date | null;
  readonly state: AgendaState;
}

/** What of a round the council has on its agendas, or had last: of one sheet, or of all. */
export async function readOnAgendas(db: Reading, round: string, body?: string): Promise<OnAgendaRow[]> {
  const { rows } = await sql<OnAgendaRow>`SELECT a.body_id AS body, a.item, a.session_id AS session, a.number, a.starts_at AS "startsAt", a.state
    FROM app.on_agendas(${round}) a ${body === undefined ? sql`` : sql`WHERE a.body_id = ${body}`}`.execute(db);
  return rows;
}
