import { type Insertable, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface UploadRow {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly account: string;
  readonly name: string;
  readonly office: string;
  readonly document: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly redacted: boolean;
  readonly lateBy: string | null;
  readonly createdAt: Date;
  readonly until: Date;
  readonly state: Tables['upload']['state'];
  readonly receivedAt: Date | null;
  readonly sha256: Buffer | null;
  readonly refusal: { readonly code: string; readonly details: Record<string, string> } | null;
  readonly tries: number;
}

const columns = sql`u.id, u.round_id AS round, u.body_id AS body, u.account_id AS account, u.office, u.document_id AS document, u.file_name AS "fileName",
    u.bytes::float8 AS bytes, u.redacted, u.late_by AS "lateBy", u.created_at AS "createdAt", u.until, u.state, u.received_at AS "receivedAt", u.sha256, u.refusal, u.tries`;
const nameOf = sql`(SELECT w.name FROM app.person_names(ARRAY[u.account_id]) w)`;

/** An upload by its id, where the asker may know of it. */
export async function findUpload(db: Reading, id: string): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`SELECT ${columns}, ${nameOf} AS name FROM upload u WHERE u.id = ${id}`.execute(db);
  return rows[0];
}

/** Uploads into a library that are on their way, and those of the last days that were refused; newest first. */
export async function listUploads(db: Reading, round: string, body: string, since: Date): Promise<UploadRow[]> {
  const { rows } = await sql<UploadRow>`SELECT ${columns}, ${nameOf} AS name FROM upload u
    WHERE u.round_id = ${round} AND u.body_id = ${body} AND (u.state IN ('receiving', 'received') OR (u.state = 'refused' AND u.ended_at > ${since}))
    ORDER BY u.created_at DESC, u.id LIMIT 200`.execute(db);
  return rows;
}

export async function insertUpload(db: Writing, upload: Insertable<Tables['upload']>): Promise<void> {
  await db.insertInto('upload').values(upload).execute();
}

/** Bytes that are still to come into a library, by all its uploads that are on their way. */
export async function bytesOnTheWay(db: Reading, round: string, body: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM upload
    WHERE round_id = ${round} AND body_id = ${body} AND state IN ('receiving', 'received')`.execute(db);
  return rows[0]?.bytes ?? 0;
}

/** Moves an upload on, where it still stands as said; false where it does not. `sha256`: where its bytes were hashed as they came. */
export async function moveUpload(db: Writing, id: string, from: UploadRow['state'], to: UploadRow['state'], moment: Date, sha256?: Buffer): Promise<boolean> {
  const moved = await db
    .updateTable('upload')
    .set(to === 'received' ? { state: to, received_at: moment, ...(sha256 ? { sha256 } : {}) } : { state: to, ended_at: moment })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

// For jobs

/** The next upload that has come whole and that nobody holds; the oldest first. */
export async function nextReceived(db: Reading): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM upload WHERE state = 'received' AND (holder IS NULL OR held_until < clock_timestamp())
    ORDER BY tries, received_at, id LIMIT 1`.execute(db);
  return rows[0]?.id;
}

/** An upload with what the job needs, counted as tried once more; undefined where it is done. */
export async function tryUpload(db: Writing, id: string): Promise<UploadRow | undefined> {
  const { rows } =
    await sql<UploadRow>`UPDATE upload u SET tries = tries + 1 WHERE u.id = ${id} AND u.state = 'received' RETURNING ${columns}, '' AS name`.execute(db);
  return rows[0];
}

/** Keeps an upload from using up its tries: it will get one more, behind those that were tried less often. */
export async function willBeTriedAgain(db: Writing, id: string, mostTries: number): Promise<void> {
  await sql`UPDATE upload SET tries = least(tries, ${mostTries - 1}) WHERE id = ${id}`.execute(db);
}

/** Uploads that are still coming, or whose last bytes came while nobody could say so. */
export async function listReceiving(db: Reading): Promise<{ readonly id: string; readonly bytes: number; readonly until: Date }[]> {
  const { rows } = await sql<{ id: string; bytes: number; until: Date }>`SELECT id, bytes::float8 AS bytes, until FROM upload
    WHERE state = 'receiving' AND (holder IS NULL OR held_until < clock_timestamp()) ORDER BY created_at LIMIT 10000`.execute(db);
  return rows;
}

/** Which of these uploads still need the bytes that arrived. */
export async function needArrivals(db: Reading, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM upload WHERE state IN ('receiving', 'received') AND id::text = ANY (${ids as string[]})`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which of these uploads are over: their bytes are a document's, or nobody's. */
export async function overAmong(db: Reading, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM upload WHERE state NOT IN ('receiving', 'received') AND id::text = ANY (${ids as string[]})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Uploads by which these bytes came and that are over; who still works on one needs what arrived, if only to refuse it. */
export async function endedWithBytes(db: Reading, sha256: Buffer): Promise<string[]> {
  const rows = await db.selectFrom('upload').select('id').where('sha256', '=', sha256).where('state', 'not in', ['receiving', 'received']).execute();
  return rows.map(({ id }) => id);
}

export async function markHashed(db: Writing, id: string, sha256: Buffer): Promise<void> {
  await db.updateTable('upload').set({ sha256 }).where('id', '=', id).execute();
}

/** Ends an upload as a document, its own or one that held the same bytes already. */
export async function markKept(db: Writing, id: string, document: string, moment: Date): Promise<void> {
  await db.updateTable('upload').set({ state: 'kept', document_id: document, ended_at: moment }).where('id', '=', id).where('state', '=', 'received').execute();
}

/** Ends an upload as refused. Of what must not be here, the name goes too. */
export async function markRefused(db: Writing, id: string, refusal: UploadRow['refusal'], moment: Date, fileName?: string): Promise<void> {
  await db
    .updateTable('upload')
    .set({ state: 'refused', refusal: JSON.stringify(refusal), ended_at: moment, ...(fileName === undefined ? {} : { file_name: fileName }) })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute();
}
