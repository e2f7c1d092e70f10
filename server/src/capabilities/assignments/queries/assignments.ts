import type { ApprovalChain } from '@parindex/core/assignments/index';
import type { AssignedMatter } from '@parindex/core/assignments/matters';
import { COUNTING, type PartStanding, type Target } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import { bodiesAbove, bodiesUnder, count, lastName, type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { type AssignmentRow, assignmentsWhere } from '../../sheets/queries/assigned.ts';

/** Assignments by their ids, including those taken back. */
export async function findAssignments(db: Reading, ids: readonly string[]): Promise<(AssignmentRow & { readonly ended: boolean })[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AssignmentRow & { ended: boolean }>`SELECT x.*, a.ended_at IS NOT NULL AS ended
    FROM (${assignmentsWhere(sql`a.id = ANY (${[...ids]}::uuid[])`)}) x JOIN assignment a ON a.id = x.id`.execute(db);
  return rows;
}

export interface NewAssignmentRow {
  readonly id: string;
  readonly matter: AssignedMatter;
  readonly target: Target;
  readonly to: string;
  readonly person: string | null;
  readonly due: Date | null;
  readonly payload: string | null;
}

interface Sheet {
  readonly round: string;
  readonly body: string;
  readonly edition: string;
}

/** Assigns items and figures of a sheet to departments. */
export async function insertAssignments(
  db: Writing,
  { round, body, edition }: Sheet,
  rows: readonly NewAssignmentRow[],
  account: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('assignment')
    .values(
      rows.map(({ id, matter, target, to, person: account_id, due, payload }) => ({
        id,
        round_id: round,
        body_id: body,
        matter,
        target_kind: target.kind,
        target: target.id,
        edition_id: edition,
        to_body: to,
        to_account: account_id,
        due,
        payload_id: payload,
        assigned_by: account,
        assigned_at: at,
      })),
    )
    .execute();
}

/** Takes assignments back; those taken back already are left as they are. */
export async function endAssignments(db: Writing, ids: readonly string[], account: string, at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('assignment')
    .set({ ended_by: account, ended_at: at })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute();
}

/** Sets a body's chain of approval; false if it has another version by now. */
export async function writeChain(
  db: Writing,
  {
    id,
    round,
    body,
    division,
    review,
    version,
  }: ApprovalChain & { readonly id: string; readonly round: string; readonly body: string; readonly version: number },
  account: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('approval_chain')
    .values({ id, round_id: round, body_id: body, division, review, set_by: account, set_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['round_id', 'body_id'])
        .doUpdateSet({ division, review, set_by: account, set_at: at, version: version + 1 })
        .where('approval_chain.version', '=', version),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** A department to which a body may give a part, with its people. */
export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

/** The departments a body may assign to: itself and all below it on the day. */
export async function readDepartments(db: Reading, body: string): Promise<DepartmentRow[]> {
  const { rows } = await sql<DepartmentRow>`
    SELECT d.body_id AS id, ${lastName(sql.ref('d.body_id'))} AS name,
      coalesce(json_agg(json_build_object('id', d.account_id, 'name', d.name, 'role', d.role) ORDER BY d.name, d.account_id) FILTER (WHERE d.account_id IS NOT NULL AND d.name IS NOT NULL), '[]') AS people
    FROM app.departments_of(${body}) d GROUP BY d.body_id ORDER BY 2, 1`.execute(db);
  return rows;
}

/** An assigned part of some sheet, as listed in a department's work. */
export interface LoadRow extends AssignmentRow {
  readonly roundTitle: string;
  readonly year: number;
  readonly bodyName: string;
}

/** Assignments of open rounds, by other bodies to these ones, or to bodies above and below them. */
const given = (
  bodies: readonly string[],
) => sql<boolean>`a.ended_at IS NULL AND a.matter = 'sheet' AND a.to_body <> a.body_id AND a.body_id <> ALL (${[...bodies]}::text[]) AND a.to_body IN (
      SELECT ${bodiesUnder(bodies)}
      UNION SELECT above.id FROM unnest(${[...bodies]}::text[]) AS b (id) CROSS JOIN LATERAL ${bodiesAbove(sql.ref('b.id'))} AS above (id))`;

/** All parts assigned to departments in open rounds: their own, and those of bodies above and below them; earliest due first. */
export async function readLoad(db: Reading, bodies: readonly string[]): Promise<LoadRow[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<LoadRow>`
    SELECT x.*, r.title AS "roundTitle", r.year, ${lastName(sql.ref('x.body'))} AS "bodyName"
    FROM (${assignmentsWhere(given(bodies))}) x JOIN round r ON r.id = x.round AND r.state = 'open'
    ORDER BY x.due NULLS LAST, r.year DESC, x.round, x.body, x.kind, x.target`.execute(db);
  return rows;
}

/** How far a part of a sheet has come. */
export interface PartState {
  readonly kind: 'item' | 'figure';
  readonly target: string;
  readonly standing: PartStanding;
  /** The reason given by whoever put it in this state; null if there was none, or it was lawfully erased. */
  readonly said: string | null;
  readonly by: Named | null;
}

/** How far the parts of a sheet have come. */
export const readPartsStanding = (db: Reading, { round, body }: { readonly round: string; readonly body: string }): Promise<PartState[]> =>
  db
    .selectFrom('part as t')
    .leftJoin('entry as n', (join) => join.onRef('n.round_id', '=', 't.round_id').onRef('n.body_id', '=', 't.body_id').onRef('n.seq', '=', 't.seq'))
    .leftJoin('payload as l', 'l.id', 'n.payload_id')
    .select(({ ref }) => [
      't.target_kind as kind',
      't.target',
      't.standing',
      sql<string | null>`l.content->>'reason.text'`.as('said'),
      person(ref('n.actor')).as('by'),
    ])
    .where('t.round_id', '=', round)
    .where('t.body_id', '=', body)
    .execute();

/** How many assigned parts of each sheet their leaders have not approved. */
export async function countNotApproved(db: Reading, round: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('assignment as a')
    .leftJoin('part as p', (join) =>
      join
        .onRef('p.round_id', '=', 'a.round_id')
        .onRef('p.body_id', '=', 'a.body_id')
        .onRef('p.target_kind', '=', 'a.target_kind')
        .onRef('p.target', '=', 'a.target'),
    )
    .select(['a.body_id as body', count().as('count')])
    .where('a.round_id', '=', round)
    .where('a.ended_at', 'is', null)
    .where('a.matter', '=', 'sheet')
    .whereRef('a.to_body', '<>', 'a.body_id')
    .where((eb) => eb.or([eb('p.standing', 'is', null), eb('p.standing', 'not in', COUNTING)]))
    .groupBy('a.body_id')
    .execute();
  return new Map(rows.map(({ body, count }) => [body, count]));
}
