import type { Step } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { nameInYear, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

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
  readonly decision: string | null;
  readonly reason: string;
  readonly grantedBy: { readonly id: string; readonly name: string };
  readonly grantedAt: Date;
}

/** The order of the register: when an extension was granted, its id. */
export type ExtensionOrder = readonly [grantedAt: string, id: string];

/** The register of a round's extensions, in the order in which they were granted: all, or a page. */
export function readExtensions(db: Reading, round: string, page?: { after: ExtensionOrder | undefined; limit: number }): Promise<ExtensionRow[]> {
  let query = db
    .selectFrom('extension as x')
    .innerJoin('round as r', 'r.id', 'x.round_id')
    .leftJoin('body as b', 'b.id', 'x.body_id')
    .select(({ ref }) => [
      'x.id',
      'x.step',
      'x.body_id as body',
      sql<string | null>`CASE WHEN b.id IS NULL THEN NULL ELSE ${nameInYear} END`.as('bodyName'),
      'x.item',
      'x.edition_id as edition',
      'x.until',
      'x.document_number as documentNumber',
      'x.document_date as documentDate',
      'x.decision_id as decision',
      'x.reason',
      person(ref('x.granted_by')).as('grantedBy'),
      'x.granted_at as grantedAt',
    ])
    .where('x.round_id', '=', round);
  if (page?.after) query = query.where(sql<boolean>`(x.granted_at, x.id) > (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  if (page) query = query.limit(page.limit);
  return query.orderBy('x.granted_at').orderBy('x.id').execute();
}

/** The round that has an extension with this id, if any. */
export async function roundOfExtension(db: Reading, id: string): Promise<string | undefined> {
  return (await db.selectFrom('extension').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;
}

export interface NewExtensionRow {
  readonly id: string;
  readonly step: Step;
  readonly body: string | null;
  readonly item: string | null;
  readonly edition: string | null;
  readonly until: Date;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly decision: string | null;
  readonly reason: string;
  readonly account: string;
  readonly at: Date;
}

/** Adds an extension to the register; it never changes afterwards. */
export async function insertExtension(db: Writing, round: string, extension: NewExtensionRow): Promise<void> {
  const { id, step, body, item, edition, until, documentNumber, documentDate, decision, reason, account, at } = extension;
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
      decision_id: decision,
      reason,
      granted_by: account,
      granted_at: at,
    })
    .execute();
}

/** When a takeover changes codes, running extensions of items are granted for the new codes too, by the same document and in the name of whoever takes over. Returns the new ids. */
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
  }>`INSERT INTO extension (id, round_id, step, body_id, item, edition_id, until, document_number, document_date, decision_id, reason, granted_by, granted_at)
    SELECT gen_random_uuid(), x.round_id, x.step, x.body_id, m.value, ${to}, x.until, x.document_number, x.document_date, x.decision_id, x.reason, app.account(), ${now}
    FROM extension x JOIN jsonb_each_text(${JSON.stringify(items)}::jsonb) m ON m.key = x.item AND m.value IS NOT NULL
    WHERE x.round_id = ${round} AND coalesce(x.edition_id, ${from}) = ${from} AND x.until > ${now} RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}
