import type { ErasureDecision, ErasureKind, erasureRecord } from '@parindex/core/contracts/schemas/index';
import type { DocumentClass } from '@parindex/core/evidence/document-classes';
import type { Role } from '@parindex/core/rights/index';
import { type Insertable, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type ErasureRecord = z.output<typeof erasureRecord>;

interface Performed {
  readonly by: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

export interface ErasureRow {
  readonly id: string;
  readonly kind: ErasureKind;
  readonly round: { readonly id: string; readonly title: string };
  readonly roundOwner: string;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly documents: readonly string[];
  readonly reason: string;
  readonly asked: Performed;
  readonly decided: (Performed & { readonly decision: ErasureDecision; readonly note: string | null }) | null;
  readonly record: ErasureRecord | null;
}

const named = (body: string) => sql`json_build_object('id', ${sql.ref(body)}, 'name', coalesce(
    (SELECT n.full_name FROM body_name n WHERE n.body_id = ${sql.ref(body)} ORDER BY n.position DESC LIMIT 1), ${sql.ref(body)}))`;
const performed = (who: string) => sql`'by', (SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${sql.ref(`e.${who}_by`)}]) w),
    'role', ${sql.ref(`${who}.role`)}, 'body', CASE WHEN ${sql.ref(`${who}.body_id`)} IS NOT NULL THEN ${named(`${who}.body_id`)} END,
    'at', to_char(${sql.ref(`e.${who}_at`)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SHOWN = sql`SELECT e.id, e.kind, json_build_object('id', r.id, 'title', r.title) AS round, r.owner_body AS "roundOwner",
    CASE WHEN e.body_id IS NOT NULL THEN ${named('e.body_id')} END AS body, e.documents, e.reason, json_build_object(${performed('asked')}) AS asked,
    CASE WHEN e.decision IS NOT NULL THEN json_build_object('decision', e.decision, 'note', e.note, ${performed('decided')}) END AS decided, e.record
  FROM erasure e JOIN round r ON r.id = e.round_id LEFT JOIN LATERAL app.offices(ARRAY[e.asked_office]) asked ON true
    LEFT JOIN LATERAL app.offices(ARRAY[e.decided_office]) decided ON true`;

/** An erasure by its id, where the asker may know of it. */
export async function findErasure(db: Reading, kind: ErasureKind, id: string): Promise<ErasureRow | undefined> {
  const { rows } = await sql<ErasureRow>`${SHOWN} WHERE e.id = ${id} AND e.kind = ${kind}`.execute(db);
  return rows[0];
}

/** Erasures that concern the asker: open ones, or decided ones; the newest first. */
export async function listErasures(db: Reading, kind: ErasureKind, decided: boolean, most: number): Promise<ErasureRow[]> {
  const { rows } = await sql<ErasureRow>`${SHOWN} WHERE e.kind = ${kind} AND (e.decision IS NOT NULL) = ${decided}
    ORDER BY e.asked_at DESC, e.id LIMIT ${most}`.execute(db);
  return rows;
}

/** Holds an erasure against who else would decide it, until the transaction ends. */
export async function lockErasure(db: Writing, id: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('parindex erasure ' || ${id}::text, 0))`.execute(db);
}

/** The first of the asker's offices in which they may decide it; undefined where in none. */
export async function decidingOffice(db: Reading, id: string, offices: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ office: string }>`SELECT o.office FROM unnest(${offices as string[]}::uuid[]) WITH ORDINALITY AS o (office, position)
    WHERE app.decides_erasure(${id}, o.office) ORDER BY o.position LIMIT 1`.execute(db);
  return rows[0]?.office;
}

/** Rounds that the asker runs. */
export async function runRounds(db: Reading): Promise<Set<string>> {
  const { rows } = await sql<{ rounds: string[] }>`SELECT app.find_run_rounds() AS rounds`.execute(db);
  return new Set(rows[0]?.rounds);
}

export async function insertErasure(
  db: Writing,
  erasure: Omit<Insertable<Tables['erasure']>, 'decision' | 'note' | 'decided_by' | 'decided_office' | 'decided_at'>,
): Promise<void> {
  await db.insertInto('erasure').values(erasure).execute();
}

export interface Removable {
  readonly round: string;
  readonly body: string;
  readonly form: 'file' | 'reference' | 'secretMail';
  readonly goneFor: 'removed' | 'purged' | null;
  /** Of a removal that is asked for already. */
  readonly open: string | null;
}

/** A document that the asker may ask to have removed, whether they read it or not. */
export async function findRemovable(db: Reading, document: string): Promise<Removable | undefined> {
  const { rows } = await sql<Removable>`SELECT f.round_id AS round, f.body_id AS body, f.form, f.gone_for AS "goneFor", f.open
    FROM app.removable(${document}) f`.execute(db);
  return rows[0];
}

/** Documents of a closed round whose term is over, the oldest first; none where the asker neither runs the round nor administers the whole. */
export async function dueDocuments(db: Reading, round: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ documents: string[] }>`SELECT app.due_documents(${round}, ${most}) AS documents`.execute(db);
  return rows[0]?.documents ?? [];
}

/** What an erasure takes as things stand now: held until the transaction ends. */
export interface PreparedErasure extends Omit<ErasureRecord, 'payloads'> {
  /** Ids of the texts of the trail that go with it: the acts must name them all. */
  readonly payloads: readonly string[];
}

/** A document that a proposed purge would take. */
export interface PurgedDocument {
  readonly body: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** null: none was read, or it holds personal data. */
  readonly subject: string | null;
  readonly class: DocumentClass;
  readonly files: number;
  readonly bytes: number;
}

/** What a proposed purge would take as things stand; none to others than the two who answer for it, nor when it is decided. */
export async function documentsOfPurge(db: Reading, id: string): Promise<PurgedDocument[]> {
  const { rows } =
    await sql<PurgedDocument>`SELECT d.body, d.number, d.issued_on::text AS "issuedOn", d.issuer, d.subject, d.document_class AS class, d.files, d.bytes
    FROM app.documents_of_purge(${id}) d`.execute(db);
  return rows;
}

/** Holds all that an erasure takes and tells what it is; the database refuses who may not decide it. */
export async function prepareErasure(db: Writing, id: string, office: string): Promise<PreparedErasure> {
  const { rows } = await sql<{ prepared: PreparedErasure }>`SELECT app.prepare_erasure(${id}, ${office}) AS prepared`.execute(db);
  return rows[0]?.prepared as PreparedErasure;
}

/** Decides an erasure, and carries it out: the database itself judges who may and whether the acts name all that goes. */
export async function decideErasureInDatabase(
  db: Writing,
  id: string,
  office: string,
  { decision, note, record }: { readonly decision: ErasureDecision; readonly note: string | null; readonly record: ErasureRecord | null },
): Promise<void> {
  await sql`SELECT app.decide_erasure(${id}, ${office}, ${decision}, ${note}, ${record === null ? null : JSON.stringify(record)}::jsonb)`.execute(db);
}
