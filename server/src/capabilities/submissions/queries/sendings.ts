import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import type { ReportMatch } from '@parindex/core/submissions/signed-report';
import { type Insertable, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { reopenedUntil } from '../../sheets/queries/sheets.ts';

interface PersonNamed {
  readonly id: string;
  readonly name: string;
}

const person = (column: string) => sql<PersonNamed>`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${sql.ref(column)}]) w)`;

/** The entry by which a sheet was last frozen: its hash hangs on it. */
export async function findLastFreeze(db: Reading, round: string, body: string): Promise<{ readonly seq: number; readonly at: Date } | undefined> {
  return db
    .selectFrom('entry')
    .select(['seq', 'received_at as at'])
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('act', '=', 'freeze')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What a report is headed by, beside the sheet: the body's kind and the one above it, whose round it is. */
export interface ReportPlace {
  readonly title: string;
  readonly owner: string;
  readonly kind: 'province' | 'ministry' | 'department' | 'division' | 'commune';
  /** The name of the body above; null where there is none. */
  readonly above: string | null;
}

/** Reads what a report is headed by. */
export async function readReportPlace(db: Reading, round: string, body: string): Promise<ReportPlace> {
  const name = (id: ReturnType<typeof sql>) => sql<string>`(SELECT n.full_name FROM body_name n WHERE n.body_id = ${id} ORDER BY n.position DESC LIMIT 1)`;
  const { rows } = await sql<ReportPlace>`SELECT r.title, coalesce(${name(sql`r.owner_body`)}, r.owner_body) AS owner, b.kind,
      ${name(sql`(SELECT a.value FROM body_attribute a WHERE a.body_id = b.id AND a.attribute = 'parent' ORDER BY a.position DESC LIMIT 1)`)} AS above
    FROM round r CROSS JOIN body b WHERE r.id = ${round} AND b.id = ${body}`.execute(db);
  return rows[0] as ReportPlace;
}

/** How documents are called in a report: number and date of their newest version. */
export async function namesOfDocuments(
  db: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { number: string | null; date: string | null; name: string | null }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string | null; date: string | null; name: string | null }>`
    SELECT DISTINCT ON (v.document_id) v.document_id AS id, v.doc_number AS number, v.issued_on::text AS date, v.file_name AS name
    FROM document_version v WHERE v.document_id = ANY (${[...ids]}::uuid[]) ORDER BY v.document_id, v.number DESC`.execute(db);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

export interface ReportTextRow {
  readonly version: number;
  readonly difficulties: string;
  readonly proposals: string;
  readonly writtenBy: PersonNamed;
  readonly writtenAt: Date;
}

/** The newest texts of a report; undefined where none were typed. */
export async function findReportText(db: Reading, round: string, body: string): Promise<ReportTextRow | undefined> {
  const { rows } =
    await sql<ReportTextRow>`SELECT t.version, coalesce(l.content->>'difficulties', '') AS difficulties, coalesce(l.content->>'proposals', '') AS proposals,
      ${person('t.written_by')} AS "writtenBy", t.written_at AS "writtenAt"
    FROM report_text t LEFT JOIN payload l ON l.id = t.payload_id WHERE t.round_id = ${round} AND t.body_id = ${body} ORDER BY t.version DESC LIMIT 1`.execute(
      db,
    );
  return rows[0];
}

export async function insertReportText(db: Writing, row: Insertable<Tables['report_text']>): Promise<void> {
  await db.insertInto('report_text').values(row).execute();
}

export interface GatheredText {
  readonly body: PersonNamed;
  readonly sentAt: Date;
  readonly difficulties: string;
  readonly proposals: string;
}

/** What the bodies whose sheets are sent say of difficulties and proposals, in the order of the round's list. */
export async function gatherReportTexts(db: Reading, round: string): Promise<GatheredText[]> {
  const { rows } = await sql<GatheredText>`
    SELECT json_build_object('id', p.body_id, 'name', coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = p.body_id ORDER BY n.position DESC LIMIT 1), p.body_id)) AS body,
      s.sent_at AS "sentAt", coalesce(l.content->>'difficulties', '') AS difficulties, coalesce(l.content->>'proposals', '') AS proposals
    FROM participant p
      JOIN LATERAL (SELECT s.sent_at FROM sending s WHERE s.round_id = p.round_id AND s.body_id = p.body_id ORDER BY s.seq DESC LIMIT 1) s ON true
      JOIN LATERAL (SELECT t.payload_id FROM report_text t WHERE t.round_id = p.round_id AND t.body_id = p.body_id ORDER BY t.version DESC LIMIT 1) t ON true
      LEFT JOIN payload l ON l.id = t.payload_id
    WHERE p.round_id = ${round} AND p.state = 'sent' ORDER BY p.position, p.body_id`.execute(db);
  return rows;
}

export interface PermissionRow {
  readonly id: string;
  readonly reason: string;
  readonly givenBy: PersonNamed;
  readonly givenAt: Date;
}

/** The owner's permission to send without a signature that no sending has used yet. */
export async function findPermission(db: Reading, round: string, body: string): Promise<PermissionRow | undefined> {
  const { rows } =
    await sql<PermissionRow>`SELECT u.id, coalesce(l.content->>'reason', '') AS reason, ${person('u.given_by')} AS "givenBy", u.given_at AS "givenAt"
    FROM unsigned_permission u LEFT JOIN payload l ON l.id = u.payload_id
    WHERE u.round_id = ${round} AND u.body_id = ${body} AND NOT EXISTS (SELECT FROM sending s WHERE s.permission_id = u.id)
    ORDER BY u.given_at DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** Whether there is such a permission, used or not. */
export async function hasPermission(db: Reading, id: string): Promise<boolean> {
  return (await db.selectFrom('unsigned_permission').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function insertPermission(db: Writing, row: Insertable<Tables['unsigned_permission']>): Promise<void> {
  await db.insertInto('unsigned_permission').values(row).execute();
}

export interface SendingRow {
  readonly id: string;
  readonly seq: number;
  readonly code: string;
  readonly sheetHash: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly matched: ReportMatch;
  readonly scanned: boolean;
  readonly signatures: readonly SignatureReading[];
  readonly sentBy: PersonNamed;
  readonly sentAt: Date;
}

/** How often a sheet was sent, the last one first. */
export async function readSendings(db: Reading, round: string, body: string): Promise<SendingRow[]> {
  const { rows } = await sql<SendingRow>`SELECT s.id, s.seq, s.code, encode(s.sheet_hash, 'hex') AS "sheetHash", encode(s.file_hash, 'hex') AS "fileHash",
      s.file_bytes AS "fileBytes", s.matched, s.scanned, coalesce(l.content->'signatures', '[]') AS signatures, ${person('s.sent_by')} AS "sentBy", s.sent_at AS "sentAt"
    FROM sending s LEFT JOIN payload l ON l.id = s.payload_id WHERE s.round_id = ${round} AND s.body_id = ${body} ORDER BY s.seq DESC`.execute(db);
  return rows;
}

export async function insertSending(db: Writing, row: Insertable<Tables['sending']>): Promise<void> {
  await db.insertInto('sending').values(row).execute();
}

export interface ReopeningRow {
  readonly seq: number;
  readonly items: readonly string[] | null;
  readonly until: Date | null;
  readonly reason: string;
  readonly by: PersonNamed;
  readonly at: Date;
}

/** The last reopening of a sheet. */
export async function findReopening(db: Reading, round: string, body: string): Promise<ReopeningRow | undefined> {
  const { rows } =
    await sql<ReopeningRow>`SELECT o.seq, o.items, ${reopenedUntil} AS until, coalesce(l.content->>'reason.text', '') AS reason, ${person('o.by')} AS by, o.at
    FROM reopening o JOIN entry n ON n.id = o.id LEFT JOIN payload l ON l.id = n.payload_id
    WHERE o.round_id = ${round} AND o.body_id = ${body} ORDER BY o.seq DESC LIMIT 1`.execute(db);
  return rows[0];
}

export async function insertReopening(db: Writing, row: Insertable<Tables['reopening']>): Promise<void> {
  await db.insertInto('reopening').values(row).execute();
}

export interface ReceiptRow {
  readonly code: string;
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly body: PersonNamed;
  readonly sentAt: Date;
  readonly sheetHash: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly matched: ReportMatch;
  readonly state: 'inForce' | 'takenBack' | 'reopened' | 'replaced';
  readonly endedAt: Date | null;
  readonly replacedBy: string | null;
  readonly headNumber: number;
  readonly headHash: string;
}

/** A receipt by its code, or by the hash of the sheet; whoever asks. */
export async function findReceipt(
  db: Reading,
  { code, hash }: { readonly code?: string | undefined; readonly hash?: string | undefined },
): Promise<ReceiptRow | undefined> {
  const { rows } =
    await sql<ReceiptRow>`SELECT r.code, r.round_id AS round, r.title, r.year, json_build_object('id', r.body_id, 'name', r.body) AS body, r.sent_at AS "sentAt",
      encode(r.sheet_hash, 'hex') AS "sheetHash", encode(r.file_hash, 'hex') AS "fileHash", r.file_bytes AS "fileBytes", r.matched, r.state, r.ended_at AS "endedAt",
      r.replaced_by AS "replacedBy", r.head_number AS "headNumber", encode(r.head_hash, 'hex') AS "headHash"
    FROM app.receipt(${code ?? null}, ${hash === undefined ? null : Buffer.from(hash, 'hex')}) r`.execute(db);
  return rows[0];
}
