import { type Insertable, sql } from 'kysely';
import { anyOf, asNumber, personName } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { cancelJob, finishJob, makeJobDue, sendJob } from '../../../jobs/queries/jobs.ts';

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
}

const SHOWN = [
  'u.id',
  'u.round_id as round',
  'u.body_id as body',
  'u.account_id as account',
  'u.office',
  'u.document_id as document',
  'u.file_name as fileName',
  sql<number>`u.bytes::float8`.as('bytes'),
  'u.redacted',
  'u.late_by as lateBy',
  'u.created_at as createdAt',
  'u.until',
  'u.state',
  'u.received_at as receivedAt',
  'u.sha256',
  'u.refusal',
] as const;

const uploads = (db: Reading) => db.selectFrom('upload as u').select([...SHOWN, personName(sql.ref('u.account_id')).as('name')]);

/** An upload by its id, if the caller may see it. */
export const findUpload = (db: Reading, id: string): Promise<UploadRow | undefined> => uploads(db).where('u.id', '=', id).executeTakeFirst();

/** Uploads into a library: unfinished ones, and those refused in the last days; newest first. */
export const listUploads = (db: Reading, round: string, body: string, since: Date): Promise<UploadRow[]> =>
  uploads(db)
    .where('u.round_id', '=', round)
    .where('u.body_id', '=', body)
    .where((eb) => eb.or([eb('u.state', 'in', ['receiving', 'received']), eb.and([eb('u.state', '=', 'refused'), eb('u.ended_at', '>', since)])]))
    .orderBy('u.created_at', 'desc')
    .orderBy('u.id')
    .limit(200)
    .execute();

/** Whether somebody else has begun to bring this document. */
export const isBroughtByOthers = async (
  db: Reading,
  { round, body }: { readonly round: string; readonly body: string },
  document: string,
  account: string,
): Promise<boolean> =>
  (await db
    .selectFrom('upload')
    .select('id')
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('document_id', '=', document)
    .where('account_id', '<>', account)
    .where('state', 'in', ['receiving', 'received'])
    .executeTakeFirst()) !== undefined;

/** The job that checks an upload. It has the upload's id and is due once all bytes have arrived; a request that sends bytes holds it. */
export const CHECK = 'evidence.check';

/** Begins an upload, with the job that will check it. */
export async function insertUpload(db: Writing, upload: Insertable<Tables['upload']>): Promise<void> {
  await db.insertInto('upload').values(upload).execute();
  await sendJob(db, { id: upload.id, kind: CHECK, account: upload.account_id, membership: upload.office, later: true });
}

/** Bytes still to arrive in a library, over all unfinished uploads. */
export async function bytesUploading(db: Reading, round: string, body: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('upload')
    .select(sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes'))
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('state', 'in', ['receiving', 'received'])
    .executeTakeFirstOrThrow();
  return bytes;
}

/** Changes an upload's state if it is still the expected one; false otherwise. `sha256`: if its bytes were hashed as they arrived. */
export async function moveUpload(db: Writing, id: string, from: UploadRow['state'], to: UploadRow['state'], moment: Date, sha256?: Buffer): Promise<boolean> {
  const moved = await db
    .updateTable('upload')
    .set(to === 'received' ? { state: to, received_at: moment, ...(sha256 ? { sha256 } : {}) } : { state: to, ended_at: moment })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return false;
  await (to === 'received' ? makeJobDue(db, id) : cancelJob(db, id));
  return true;
}

// For jobs

const HELD_BY_NOBODY = sql<boolean>`(j.holder IS NULL OR j.held_until < clock_timestamp())`;

/** An upload that has arrived completely; undefined if it is over. */
export const findReceived = (db: Reading, id: string): Promise<UploadRow | undefined> =>
  db
    .selectFrom('upload as u')
    .select([...SHOWN, sql<string>`''`.as('name')])
    .where('u.id', '=', id)
    .where('u.state', '=', 'received')
    .executeTakeFirst();

/** Uploads still arriving, or whose last bytes arrived without being announced. */
export const listReceiving = (db: Reading): Promise<{ readonly id: string; readonly bytes: number; readonly until: Date }[]> =>
  db
    .selectFrom('upload as u')
    .innerJoin('job as j', 'j.id', 'u.id')
    .select(({ ref }) => ['u.id', asNumber(ref('u.bytes')).as('bytes'), 'u.until'])
    .where('u.state', '=', sql.lit('receiving'))
    .where(HELD_BY_NOBODY)
    .orderBy('u.created_at')
    .limit(10_000)
    .execute();

/** Those of these names that are ids of uploads. */
const named = (db: Reading, ids: readonly string[]) => db.selectFrom('upload').select('id').where(sql<string>`id::text`, '=', anyOf(ids));

/** Which of these uploads still need their arrived bytes. */
export async function needArrivals(db: Reading, ids: readonly string[]): Promise<Set<string>> {
  const rows = await named(db, ids).where('state', 'in', ['receiving', 'received']).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Which of these uploads are over: their bytes belong to a document, or to nobody. */
export async function overAmong(db: Reading, ids: readonly string[]): Promise<Set<string>> {
  const rows = await named(db, ids).where('state', 'not in', ['receiving', 'received']).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Finished uploads that brought these bytes; an unfinished one still needs its arrival, if only to be refused. */
export async function endedWithBytes(db: Reading, sha256: Buffer): Promise<string[]> {
  const rows = await db.selectFrom('upload').select('id').where('sha256', '=', sha256).where('state', 'not in', ['receiving', 'received']).execute();
  return rows.map(({ id }) => id);
}

export async function markHashed(db: Writing, id: string, sha256: Buffer): Promise<void> {
  await db.updateTable('upload').set({ sha256 }).where('id', '=', id).execute();
}

/** Ends an upload as a document: a new one, or one that had the same bytes already. */
export async function markKept(db: Writing, id: string, document: string, moment: Date): Promise<void> {
  await db.updateTable('upload').set({ state: 'kept', document_id: document, ended_at: moment }).where('id', '=', id).where('state', '=', 'received').execute();
  await finishJob(db, id);
}

/** Ends an upload as refused. If the file must not be here, its name is deleted too. */
export async function markRefused(db: Writing, id: string, refusal: UploadRow['refusal'], moment: Date, fileName?: string): Promise<void> {
  await db
    .updateTable('upload')
    .set({ state: 'refused', refusal: JSON.stringify(refusal), ended_at: moment, ...(fileName === undefined ? {} : { file_name: fileName }) })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute();
  await finishJob(db, id);
}
