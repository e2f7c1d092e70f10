import type { BodyKind } from '@parindex/core/bodies/types';
import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** What the heading of a report needs besides the sheet: the body's kind, its parent, the round's owner. */
export interface ReportPlace {
  readonly title: string;
  readonly owner: string;
  readonly kind: BodyKind;
  /** The name of the body above; null if there is none. */
  readonly above: string | null;
}

/** Reads what the heading of a report needs. */
export async function readReportPlace(db: Reading, round: string, body: string): Promise<ReportPlace> {
  const name = (id: ReturnType<typeof sql>) => sql<string>`(SELECT n.full_name FROM body_name n WHERE n.body_id = ${id} ORDER BY n.position DESC LIMIT 1)`;
  const { rows } = await sql<ReportPlace>`SELECT r.title, coalesce(${name(sql`r.owner_body`)}, r.owner_body) AS owner, b.kind,
      ${name(sql`(SELECT a.value FROM body_attribute a WHERE a.body_id = b.id AND a.attribute = 'parent' ORDER BY a.position DESC LIMIT 1)`)} AS above
    FROM round r CROSS JOIN body b WHERE r.id = ${round} AND b.id = ${body}`.execute(db);
  return rows[0] as ReportPlace;
}
