import type { SendingMatter } from '@parindex/core/contracts/schemas/index';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import type { ReportMatch } from '@parindex/core/submissions/signed-report';
import { type Expression, type Insertable, sql } from 'kysely';
import { anyOf, type Named, namedBody, person, utc } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { holdsPersonalData } from '../../evidence/personal-data.ts';
import { reopenedUntil } from '../../sheets/queries/sheets.ts';
import type { ReportMatter } from '../official-report.ts';
import type { NamedDocuments } from '../report-citations.ts';

const hex = (bytes: Expression<Buffer>) => sql<string>`encode(${bytes}, 'hex')`;

/** The entry that last froze a sheet, or its explanation: the hash depends on it. */
export async function findLastFreeze(
  db: Reading,
  round: string,
  body: string,
  act: 'freeze' | 'freezeExplanation' = 'freeze',
): Promise<{ readonly seq: number; readonly at: Date } | undefined> {
  return db
    .selectFrom('entry')
    .select(['seq', 'received_at as at'])
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('act', '=', act)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Versions of documents as their libraries describe them, by "document/version", as far as the reader sees them. */
export async function namesOfDocuments(db: Reading, ids: readonly string[]): Promise<NamedDocuments> {
  const rows = await db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.document_id as id', 'v.number as version', 'v.doc_number as number', 'v.issued_on as date', 'v.issuer', 'v.subject', 'v.file_name as name'])
    .select(['d.personal_data as personalData', 'd.access', 'v.redacted'])
    .where('v.document_id', '=', anyOf(ids))
    .execute();
  return new Map(
    rows.map(({ id, version, personalData, access, redacted, ...named }) => [
      `${id}/${version}`,
      { ...named, withheld: holdsPersonalData({ personalData, access }, { redacted }) },
    ]),
  );
}

export interface ReportTextRow {
  readonly version: number;
  readonly difficulties: string;
  readonly proposals: string;
  /** null: none was chosen. */
  readonly form: ReportForm | null;
  readonly writtenBy: Named;
  readonly writtenAt: Date;
}

/** The newest texts of a report; undefined if none were entered. */
export const findReportText = (db: Reading, round: string, body: string): Promise<ReportTextRow | undefined> =>
  db
    .selectFrom('report_text as t')
    .leftJoin('payload as l', 'l.id', 't.payload_id')
    .select(({ ref }) => [
      't.version',
      sql<string>`coalesce(l.content->>'difficulties', '')`.as('difficulties'),
      sql<string>`coalesce(l.content->>'proposals', '')`.as('proposals'),
      sql<ReportForm | null>`l.content->'reportForm'`.as('form'),
      person(ref('t.written_by')).as('writtenBy'),
      't.written_at as writtenAt',
    ])
    .where('t.round_id', '=', round)
    .where('t.body_id', '=', body)
    .orderBy('t.version', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function insertReportText(db: Writing, row: Insertable<Tables['report_text']>): Promise<void> {
  await db.insertInto('report_text').values(row).execute();
}

/** What the report of a frozen sheet says, as it was kept by the entry that froze it; undefined where none was kept, or its words were erased. */
export async function findFrozenReport(db: Reading, round: string, body: string, seq: number): Promise<ReportMatter | undefined> {
  const found = await db
    .selectFrom('frozen_report as f')
    .innerJoin('payload as l', 'l.id', 'f.payload_id')
    .select(sql<ReportMatter | null>`l.content->'report'`.as('report'))
    .where('f.round_id', '=', round)
    .where('f.body_id', '=', body)
    .where('f.seq', '=', seq)
    .executeTakeFirst();
  return found?.report ?? undefined;
}

/** What the report of a sending says: as it was kept when the sheet was last frozen before it; undefined as above. */
export async function findSentReport(db: Reading, round: string, body: string, sending: number): Promise<ReportMatter | undefined> {
  const kept = await db
    .selectFrom('frozen_report')
    .select('seq')
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('seq', '<', sending)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return kept && findFrozenReport(db, round, body, kept.seq);
}

export async function insertFrozenReport(db: Writing, row: Insertable<Tables['frozen_report']>): Promise<void> {
  await db.insertInto('frozen_report').values(row).execute();
}

export interface GatheredText {
  readonly body: Named;
  readonly sentAt: Date;
  readonly difficulties: string;
  readonly proposals: string;
}

/** Difficulties and proposals of the bodies whose sheets are sent, in the order of the round's list. */
export const gatherReportTexts = (db: Reading, round: string): Promise<GatheredText[]> =>
  db
    .selectFrom('participant as p')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('sending as x')
          .select('x.sent_at')
          .whereRef('x.round_id', '=', 'p.round_id')
          .whereRef('x.body_id', '=', 'p.body_id')
          .where('x.matter', '=', 'sheet')
          .orderBy('x.seq', 'desc')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('report_text as x')
          .select('x.payload_id')
          .whereRef('x.round_id', '=', 'p.round_id')
          .whereRef('x.body_id', '=', 'p.body_id')
          .orderBy('x.version', 'desc')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .leftJoin('payload as l', 'l.id', 't.payload_id')
    .select(({ ref }) => [
      namedBody(ref('p.body_id')).as('body'),
      's.sent_at as sentAt',
      sql<string>`coalesce(l.content->>'difficulties', '')`.as('difficulties'),
      sql<string>`coalesce(l.content->>'proposals', '')`.as('proposals'),
    ])
    .where('p.round_id', '=', round)
    .where('p.state', '=', 'sent')
    .orderBy('p.position')
    .orderBy('p.body_id')
    .execute();

export interface PermissionRow {
  readonly id: string;
  readonly reason: string;
  readonly givenBy: Named;
  readonly givenAt: Date;
}

/** The owner's unused permission to send without a signature. */
export const findPermission = (db: Reading, round: string, body: string): Promise<PermissionRow | undefined> =>
  db
    .selectFrom('unsigned_permission as u')
    .leftJoin('payload as l', 'l.id', 'u.payload_id')
    .select(({ ref }) => [
      'u.id',
      sql<string>`coalesce(l.content->>'reason', '')`.as('reason'),
      person(ref('u.given_by')).as('givenBy'),
      'u.given_at as givenAt',
    ])
    .where('u.round_id', '=', round)
    .where('u.body_id', '=', body)
    .where(({ exists, not, selectFrom }) => not(exists(selectFrom('sending as s').select('s.id').whereRef('s.permission_id', '=', 'u.id'))))
    .orderBy('u.given_at', 'desc')
    .limit(1)
    .executeTakeFirst();

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
  readonly matter: SendingMatter;
  readonly sheetHash: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly matched: ReportMatch;
  readonly scanned: boolean;
  readonly signatures: readonly SignatureReading[];
  /** The owner's permission by which it came in; null where it needed none. */
  readonly permission: { readonly reason: string; readonly by: Named; readonly at: string } | null;
  readonly sentBy: Named;
  readonly sentAt: Date;
}

/** What was sent of a sheet, or of its explanation, last one first. */
export const readSendings = (db: Reading, round: string, body: string): Promise<SendingRow[]> =>
  db
    .selectFrom('sending as s')
    .leftJoin('payload as l', 'l.id', 's.payload_id')
    .select(({ ref }) => [
      's.id',
      's.seq',
      's.code',
      's.matter',
      hex(ref('s.sheet_hash')).as('sheetHash'),
      hex(ref('s.file_hash')).as('fileHash'),
      's.file_bytes as fileBytes',
      's.matched',
      's.scanned',
      sql<SignatureReading[]>`coalesce(l.content->'signatures', '[]')`.as('signatures'),
      sql<
        SendingRow['permission']
      >`(SELECT json_build_object('reason', coalesce(o.content->>'reason', ''), 'by', ${person(sql.ref<string>('u.given_by'))}, 'at', ${utc(sql.ref('u.given_at'))})
        FROM unsigned_permission u LEFT JOIN payload o ON o.id = u.payload_id WHERE u.id = ${ref('s.permission_id')})`.as('permission'),
      person(ref('s.sent_by')).as('sentBy'),
      's.sent_at as sentAt',
    ])
    .where('s.round_id', '=', round)
    .where('s.body_id', '=', body)
    .orderBy('s.seq', 'desc')
    .execute();

export async function insertSending(db: Writing, row: Insertable<Tables['sending']>): Promise<void> {
  await db.insertInto('sending').values(row).execute();
}

export interface ReopeningRow {
  readonly seq: number;
  readonly items: readonly string[] | null;
  readonly until: Date | null;
  readonly reason: string;
  readonly by: Named;
  readonly at: Date;
}

/** The last reopening of a sheet. */
export const findReopening = (db: Reading, round: string, body: string): Promise<ReopeningRow | undefined> =>
  db
    .selectFrom('reopening as o')
    .innerJoin('entry as n', 'n.id', 'o.id')
    .leftJoin('payload as l', 'l.id', 'n.payload_id')
    .select(({ ref }) => [
      'o.seq',
      'o.items',
      reopenedUntil.as('until'),
      sql<string>`coalesce(l.content->>'reason.text', '')`.as('reason'),
      person(ref('o.by')).as('by'),
      'o.at',
    ])
    .where('o.round_id', '=', round)
    .where('o.body_id', '=', body)
    .orderBy('o.seq', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function insertReopening(db: Writing, row: Insertable<Tables['reopening']>): Promise<void> {
  await db.insertInto('reopening').values(row).execute();
}

export interface ReceiptRow {
  readonly code: string;
  readonly matter: SendingMatter;
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly body: Named;
  readonly sentAt: Date;
  readonly sheetHash: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly matched: ReportMatch;
  /** Of each signature of the report; none: it came in by permission. */
  readonly signatures: readonly SignatureReading['verdict'][];
  readonly state: 'inForce' | 'takenBack' | 'reopened' | 'replaced';
  readonly endedAt: Date | null;
  readonly replacedBy: string | null;
  readonly headNumber: number;
  readonly headHash: string;
}

/** A receipt by its code, or by the hash of the sheet; for anybody. */
export async function findReceipt(
  db: Reading,
  { code, hash }: { readonly code?: string | undefined; readonly hash?: string | undefined },
): Promise<ReceiptRow | undefined> {
  const { rows } =
    await sql<ReceiptRow>`SELECT r.code, r.matter, r.round_id AS round, r.title, r.year, json_build_object('id', r.body_id, 'name', r.body) AS body, r.sent_at AS "sentAt",
      encode(r.sheet_hash, 'hex') AS "sheetHash", encode(r.file_hash, 'hex') AS "fileHash", r.file_bytes AS "fileBytes", r.matched, r.signatures, r.state, r.ended_at AS "endedAt",
      r.replaced_by AS "replacedBy", r.head_number AS "headNumber", encode(r.head_hash, 'hex') AS "headHash"
    FROM app.receipt(${code ?? null}, ${hash === undefined ? null : Buffer.from(hash, 'hex')}) r`.execute(db);
  return rows[0];
}
