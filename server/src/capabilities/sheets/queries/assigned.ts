import type { ApprovalChain } from '@parindex/core/assignments/index';
import type { AssignedMatter } from '@parindex/core/assignments/matters';
import { sql } from 'kysely';
import { lastName, type Named } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** An item or figure of a sheet assigned to a department, and not taken back. */
export interface AssignmentRow {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly matter: AssignedMatter;
  readonly kind: 'item' | 'figure';
  /** By its code in `edition`. */
  readonly target: string;
  readonly edition: string;
  readonly to: Named;
  readonly person: Named | null;
  readonly due: Date | null;
  /** null where there is none, or it was lawfully erased. */
  readonly note: string | null;
  readonly assignedBy: Named;
  readonly assignedAt: Date;
}

/** Assignments with names, each name read once: a whole sheet may be assigned. */
export const assignmentsWhere = (where: ReturnType<typeof sql>) => sql`WITH found AS MATERIALIZED (SELECT a.* FROM assignment a WHERE ${where}),
      places AS MATERIALIZED (SELECT t.to_body, ${lastName(sql.ref('t.to_body'))} AS name FROM (SELECT DISTINCT to_body FROM found) t),
      people AS MATERIALIZED (SELECT w.id, w.name FROM app.person_names(ARRAY(SELECT assigned_by FROM found UNION SELECT to_account FROM found WHERE to_account IS NOT NULL)) w)
    SELECT a.id, a.round_id AS round, a.body_id AS body, a.matter, a.target_kind AS kind, a.target, a.edition_id AS edition,
      json_build_object('id', a.to_body, 'name', place.name) AS "to", CASE WHEN doer.id IS NOT NULL THEN json_build_object('id', doer.id, 'name', doer.name) END AS person,
      a.due, l.content->>'note' AS note, json_build_object('id', giver.id, 'name', giver.name) AS "assignedBy", a.assigned_at AS "assignedAt"
    FROM found a JOIN places place USING (to_body) JOIN people giver ON giver.id = a.assigned_by LEFT JOIN people doer ON doer.id = a.to_account
      LEFT JOIN payload l ON l.id = a.payload_id`;

/** The assignments of a sheet, oldest first. */
export async function readAssignments(db: Reading, { round, body }: { readonly round: string; readonly body: string }): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`${assignmentsWhere(sql`a.round_id = ${round} AND a.body_id = ${body} AND a.ended_at IS NULL`)}
    ORDER BY a.assigned_at, a.target_kind, a.target`.execute(db);
  return rows;
}

/** Which documents of a sheet the departments brought to which the asker belongs, each with these bodies of the asker. */
export async function readBringers(db: Reading, round: string, body: string): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ document: string; bodies: string[] }>`
    SELECT document, array_agg(department) AS bodies FROM app.bringers(${round}, ${body}) GROUP BY document`.execute(db);
  return new Map(rows.map(({ document, bodies }) => [document, bodies]));
}

/** A body's chain of approval in a round; version 0 with the defaults where none was set. */
export async function readChain(db: Reading, round: string, body: string): Promise<ApprovalChain & { readonly id: string | null; readonly version: number }> {
  const row = await db
    .selectFrom('approval_chain')
    .select(['id', 'division', 'review', 'version'])
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .executeTakeFirst();
  return row ?? { id: null, division: false, review: false, version: 0 };
}
