import type { BodyKind } from '@parindex/core/bodies/types';
import { issuerOf } from '@parindex/core/submissions/issuers';
import { sql } from 'kysely';
import { anyOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Letterhead } from '../../../documents/document.ts';
import type { Agency } from '../../../documents/issued.ts';

/** What the heading of a report needs besides the sheet: the body's kind, its parent, the round's owner and its kind. */
export interface ReportPlace {
  readonly title: string;
  readonly owner: string;
  readonly ownerKind: BodyKind;
  readonly kind: BodyKind;
  /** The name of the body above; null if there is none. */
  readonly above: string | null;
}

const nameOf = (id: ReturnType<typeof sql>) => sql<string>`(SELECT n.full_name FROM body_name n WHERE n.body_id = ${id} ORDER BY n.position DESC LIMIT 1)`;
const above = nameOf(sql`(SELECT a.value FROM body_attribute a WHERE a.body_id = b.id AND a.attribute = 'parent' ORDER BY a.position DESC LIMIT 1)`);

/** Reads what the heading of a report needs. */
export async function readReportPlace(db: Reading, round: string, body: string): Promise<ReportPlace> {
  const { rows } = await sql<ReportPlace>`SELECT r.title, coalesce(${nameOf(sql`r.owner_body`)}, r.owner_body) AS owner,
      (SELECT o.kind FROM body o WHERE o.id = r.owner_body) AS "ownerKind", b.kind, ${above} AS above
    FROM round r CROSS JOIN body b WHERE r.id = ${round} AND b.id = ${body}`.execute(db);
  return rows[0] as ReportPlace;
}

/** Bodies as documents head and address them, by their ids, under the last of their names. */
export async function readAgencies(db: Reading, ids: readonly string[]): Promise<(id: string) => Agency> {
  const { rows } = await sql<Agency & { readonly id: string }>`
    SELECT b.id, coalesce(${nameOf(sql`b.id`)}, b.id) AS name, b.kind, ${above} AS above FROM body b WHERE b.id = ${anyOf(ids)}`.execute(db);
  const agencies = new Map(rows.map(({ id, ...agency }) => [id, agency]));
  return (id) => agencies.get(id) ?? { name: id, kind: 'ministry', above: null };
}

/** How the documents of an agency are headed; null where there is none. */
export async function readIssuer(db: Reading, agency: { readonly id: string; readonly name: string } | null): Promise<Letterhead['issuer'] | null> {
  return agency && issuerOf((await readAgencies(db, [agency.id]))(agency.id), agency.name);
}
