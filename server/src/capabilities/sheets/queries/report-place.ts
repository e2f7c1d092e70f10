import type { BodyKind } from '@parindex/core/bodies/types';
import { issuerOf } from '@parindex/core/submissions/issuers';
import { sql } from 'kysely';
import { anyOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Letterhead } from '../../../documents/document.ts';

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

/** How a body heads its documents and is addressed in those of others. */
export interface HeadedBody {
  readonly id: string;
  readonly kind: BodyKind;
  /** The name of the body above; null if there is none. */
  readonly above: string | null;
}

/** Bodies as documents head and address them, by their ids. */
export async function readHeadedBodies(db: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, HeadedBody>> {
  const { rows } = await sql<HeadedBody>`SELECT b.id, b.kind, ${above} AS above FROM body b WHERE b.id = ${anyOf(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How the documents of an agency are headed; null where there is none. */
export async function readIssuer(db: Reading, agency: { readonly id: string; readonly name: string } | null): Promise<Letterhead['issuer'] | null> {
  const headed = agency && (await readHeadedBodies(db, [agency.id])).get(agency.id);
  return agency && headed ? issuerOf(headed, agency.name) : null;
}
