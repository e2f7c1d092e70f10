import { sql } from 'kysely';
import { lastName, stepsOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

export interface WorkRow {
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly body: string;
  readonly name: string;
  readonly owns: boolean;
  readonly appraises: boolean;
  readonly takesPart: boolean;
  readonly steps: readonly { readonly step: string; readonly opens: string; readonly closes: string }[];
}

/** The part that bodies have in open rounds: owner, appraiser or participant; the round that ends first comes first. */
export async function findWork(db: Reading, bodies: readonly string[]): Promise<WorkRow[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<WorkRow>`
    SELECT r.id AS round, r.title, r.year, b.id AS body, ${lastName(sql.ref('b.id'))} AS name,
      stands.owns, stands.appraises, stands.takes_part AS "takesPart",
      ${stepsOf(sql.ref('r.id'))} AS steps
    FROM round r CROSS JOIN body b CROSS JOIN LATERAL (SELECT r.owner_body = b.id AS owns,
      EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = b.id) AS appraises,
      EXISTS (SELECT FROM participant p WHERE p.round_id = r.id AND p.body_id = b.id) AS takes_part) stands
    WHERE r.state = 'open' AND b.id = ANY (${[...new Set(bodies)]}::text[]) AND (stands.owns OR stands.appraises OR stands.takes_part)
    ORDER BY r.year DESC, r.id, b.id`.execute(db);
  return rows;
}
