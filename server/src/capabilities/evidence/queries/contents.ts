import { sql } from 'kysely';
import { asNumber, isNotNull } from '../../../db/fragments.ts';
import { takeLockOf } from '../../../db/locks.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface ContentRow {
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly kept: boolean;
  readonly scan: 'waiting' | 'clean' | 'infected';
  readonly goneFor: 'removed' | 'purged' | 'infected' | 'unused' | null;
}

const contents = (db: Reading) =>
  db
    .selectFrom('content as c')
    .select(({ ref }) => ['c.sha256', asNumber(ref('c.bytes')).as('bytes'), isNotNull(ref('c.kept_at')).as('kept'), 'c.scan', 'c.gone_for as goneFor']);

export const findContent = (db: Reading, sha256: Buffer): Promise<ContentRow | undefined> => contents(db).where('c.sha256', '=', sha256).executeTakeFirst();

/** Locks the bytes of a hash against others storing or sweeping them, until the transaction ends. */
export async function lockContent(db: Writing, sha256: Buffer): Promise<void> {
  await takeLockOf(db, 'content', sha256.toString('hex'));
}

/** The same bytes are being erased from storage at this moment: they can come back when that is done. */
export class BeingErased extends Error {}

/** Announces that bytes will be stored, so that they are not swept. Erased bytes may come back; throws BeingErased. */
export async function announceContent(db: Writing, sha256: Buffer, bytes: number): Promise<void> {
  const announced = await sql`INSERT INTO content AS c (sha256, bytes) VALUES (${sha256}, ${bytes})
    ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes, gone_at = NULL, gone_for = NULL, erased_at = NULL, erasing_by = NULL, erasing_until = NULL,
      kept_at = CASE WHEN c.gone_at IS NULL THEN c.kept_at END,
      scan = CASE WHEN c.gone_at IS NULL THEN c.scan ELSE 'waiting' END, scanned_at = CASE WHEN c.gone_at IS NULL THEN c.scanned_at END
    WHERE c.erasing_until IS NULL OR c.erasing_until < clock_timestamp()`.execute(db);
  if (announced.numAffectedRows !== 1n) throw new BeingErased('the same bytes are being erased');
}

export async function markContentKept(db: Writing, sha256: Buffer, moment: Date): Promise<void> {
  await sql`UPDATE content SET kept_at = coalesce(kept_at, ${moment}) WHERE sha256 = ${sha256}`.execute(db);
}

/** Records the scanner's verdict on bytes. */
export async function markScanned(db: Writing, sha256: Buffer, scan: 'clean' | 'infected', told: string, moment: Date): Promise<void> {
  await db.updateTable('content').set({ scan, scanned_at: moment, scan_told: told }).where('sha256', '=', sha256).execute();
}

/** Clean bytes are scanned again: newer signatures may find something in them. */
export async function scanAgain(db: Writing, sha256: Buffer): Promise<void> {
  await db.updateTable('content').set({ scan: 'waiting', scanned_at: null }).where('sha256', '=', sha256).where('scan', '=', 'clean').execute();
}

/** Records that no verdict could be had now, which moves the bytes behind all others. */
export async function putScanOff(db: Writing, sha256: Buffer, moment: Date): Promise<void> {
  await db.updateTable('content').set({ scanned_at: moment }).where('sha256', '=', sha256).where('scan', '=', 'waiting').execute();
}

/** Bytes never scanned yet: untried ones first, none tried since `before`. */
export const waitingForScan = (db: Reading, before: Date, most: number): Promise<ContentRow[]> =>
  contents(db)
    .where('c.scan', '=', sql.lit('waiting'))
    .where('c.kept_at', 'is not', null)
    .where('c.gone_at', 'is', null)
    .where((eb) => eb.or([eb('c.scanned_at', 'is', null), eb('c.scanned_at', '<', before)]))
    .orderBy('c.scanned_at', (order) => order.asc().nullsFirst())
    .orderBy('c.kept_at')
    .orderBy('c.sha256')
    .limit(most)
    .execute();

export async function markGone(db: Writing, sha256: Buffer, why: NonNullable<ContentRow['goneFor']>, moment: Date): Promise<void> {
  await db.updateTable('content').set({ gone_at: moment, gone_for: why }).where('sha256', '=', sha256).execute();
}

/** Whether bytes must stay in storage: a version holds them, or an upload is about to. */
export async function isContentNeeded(db: Reading, sha256: Buffer): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`SELECT
    EXISTS (SELECT FROM document_version v JOIN content c ON c.sha256 = v.sha256 JOIN document d ON d.id = v.document_id
      WHERE v.sha256 = ${sha256} AND c.gone_at IS NULL AND d.gone_at IS NULL)
    OR EXISTS (SELECT FROM upload u LEFT JOIN content c ON c.sha256 = u.sha256
      WHERE u.sha256 = ${sha256} AND u.state = 'received' AND c.gone_for IS DISTINCT FROM 'removed') AS needed`.execute(db);
  return rows[0]?.needed === true;
}

const HELD_BY_NOBODY = sql<boolean>`(erasing_until IS NULL OR erasing_until < clock_timestamp())`;

/** Bytes that are marked as gone and may still be in storage; longest gone first. */
export async function waitingForErasing(db: Reading, most: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('content')
    .select('sha256')
    .where('gone_at', 'is not', null)
    .where('erased_at', 'is', null)
    .where(HELD_BY_NOBODY)
    .orderBy('gone_at')
    .orderBy('sha256')
    .limit(most)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Holds bytes for being erased, for some seconds; false where they have come back, or another erases them. */
export async function claimErasing(db: Writing, sha256: Buffer, by: string, seconds: number): Promise<boolean> {
  const claimed = await db
    .updateTable('content')
    .set({ erasing_by: by, erasing_until: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where('sha256', '=', sha256)
    .where('gone_at', 'is not', null)
    .where('erased_at', 'is', null)
    .where(HELD_BY_NOBODY)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** Lets go of bytes that were held for being erased; with a moment storage no longer holds them. */
export async function endErasing(db: Writing, sha256: Buffer, by: string, erasedAt?: Date): Promise<void> {
  await db
    .updateTable('content')
    .set({ erasing_by: null, erasing_until: null, ...(erasedAt === undefined ? {} : { erased_at: erasedAt }) })
    .where('sha256', '=', sha256)
    .where('erasing_by', '=', by)
    .execute();
}

/** Marks bytes that lie in storage and belong to nobody, known here or not, as gone: then they are erased. */
export async function markLeftBehind(db: Writing, sha256: Buffer, bytes: number, moment: Date): Promise<void> {
  await sql`INSERT INTO content AS c (sha256, bytes, gone_at, gone_for) VALUES (${sha256}, greatest(${bytes}::bigint, 1), ${moment}, 'unused')
    ON CONFLICT (sha256) DO UPDATE SET gone_at = coalesce(c.gone_at, excluded.gone_at), gone_for = coalesce(c.gone_for, excluded.gone_for), erased_at = NULL`.execute(
    db,
  );
}

/** Marks removed bytes for erasing again: they were uploaded once more. Who erases them just now does not end it. */
export async function eraseAgain(db: Writing, sha256: Buffer): Promise<void> {
  await db
    .updateTable('content')
    .set({ erased_at: null, erasing_by: null, erasing_until: null })
    .where('sha256', '=', sha256)
    .where('gone_for', '=', 'removed')
    .execute();
}

/** Contents due for rereading, longest unread first, in the order of the scrub. */
export const leastRecentlyChecked = (db: Reading, before: Date, most: number): Promise<ContentRow[]> =>
  contents(db)
    .where('c.kept_at', 'is not', null)
    .where('c.gone_at', 'is', null)
    .where((eb) => eb.or([eb('c.checked_at', 'is', null), eb('c.checked_at', '<', before)]))
    .orderBy('c.checked_at', (order) => order.asc().nullsFirst())
    .orderBy('c.sha256')
    .limit(most)
    .execute();

export async function markChecked(db: Writing, sha256: Buffer, found: 'whole' | 'missing' | 'changed', moment: Date): Promise<void> {
  await db.updateTable('content').set({ checked_at: moment, check_found: found }).where('sha256', '=', sha256).execute();
}
