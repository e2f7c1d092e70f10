import type { Step } from '@parindex/core/round/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { fullName } from '../../sheets/queries/sheets.ts';

export interface ExtensionRow {
  readonly id: string;
  readonly step: Step;
  readonly body: string | null;
  readonly bodyName: string | null;
  readonly item: string | null;
  readonly edition: string | null;
  readonly until: Date;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly reason: string;
  readonly grantedBy: { readonly id: string; readonly name: string };
  readonly grantedAt: Date;
}

/** By what the register is ordered: when an extension was granted, its id. */
export type ExtensionOrder = readonly [grantedAt: string, id: string];

/** The register of a round's extensions, in the order in which they were granted: all, or a page of it. */
export async function readExtensions(db: Reading, round: string, page?: { after: ExtensionOrder | undefined; limit: number }): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`
    SELECT x.id, x.step, x.body_id AS body, CASE WHEN b.id IS NULL THEN NULL ELSE ${fullName} END AS "bodyName", x.item, x.edition_id AS edition, x.until,
      x.document_number AS "documentNumber", x.document_date AS "documentDate", x.reason,
      (SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[x.granted_by]) w) AS "grantedBy", x.granted_at AS "grantedAt"
    FROM extension x JOIN round r ON r.id = x.round_id LEFT JOIN body b ON b.id = x.body_id
    WHERE x.round_id = ${round} ${page?.after ? sql`AND (x.granted_at, x.id) > (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)` : sql``}
    ORDER BY x.granted_at, x.id ${page ? sql`LIMIT ${page.limit}` : sql``}`.execute(db);
  return rows;
}

/** In which round an extension with this id stands, if any. */
export async function roundOfExtension(db: Reading, id: string): Promise<string | undefined> {
  return (await db.selectFrom('extension').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;
}

export interface NewExtensionRow {
  readonly id: string;
  readonly step: string;
  readonly body: string | null;
  readonly item: string | null;
  readonly edition: string | null;
  readonly until: Date;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly reason: string;
  readonly account: string;
  readonly at: Date;
}

/** Adds an extension to the register; nothing in it ever changes. */
export async function insertExtension(db: Writing, round: string, extension: NewExtensionRow): Promise<void> {
  const { id, step, body, item, edition, until, documentNumber, documentDate, reason, account, at } = extension;
  await db
    .insertInto('extension')
    .values({
      id,
      round_id: round,
      step,
      body_id: body,
      item,
      edition_id: edition,
      until,
      document_number: documentNumber,
      document_date: documentDate,
      reason,
      granted_by: account,
      granted_at: at,
    })
    .execute();
}

/** Where codes change hands: extensions of items that still run stand for the new codes too, by the same document. Answers the ids of the new ones. */
export async function carryExtensions(
  db: Writing,
  round: string,
  from: string,
  to: string,
  items: Readonly<Record<string, string | null>>,
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`INSERT INTO extension (id, round_id, step, body_id, item, edition_id, until, document_number, document_date, reason, granted_by, granted_at)
    SELECT gen_random_uuid(), x.round_id, x.step, x.body_id, m.value, ${to}, x.until, x.document_number, x.document_date, x.reason, x.granted_by, ${now}
    FROM extension x JOIN jsonb_each_text(${JSON.stringify(items)}::jsonb) m ON m.key = x.item AND m.value IS NOT NULL
    WHERE x.round_id = ${round} AND coalesce(x.edition_id, ${from}) = ${from} AND x.until > ${now} RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}
