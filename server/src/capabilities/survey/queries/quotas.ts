import type { QuotaStratum } from '@parindex/core/survey/quotas';
import { sql } from 'kysely';
import { type Named, nameInYear, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Of whom a quota is. */
export interface QuotaOf {
  readonly round: string;
  readonly body: string;
  readonly group: string;
  readonly stratum: QuotaStratum;
  readonly value: string;
}

export interface NewQuota extends QuotaOf {
  readonly id: string;
  readonly number: number;
  readonly most: number;
  readonly aimed: number | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Holds quotas against whoever declares or answers, until the transaction ends. */
export async function holdQuotas(db: Writing, round: string): Promise<void> {
  await sql`SELECT app.hold_quotas(${round})`.execute(db);
}

/** A declaration by its id. */
export const findQuota = (db: Reading, id: string): Promise<Omit<NewQuota, 'id' | 'by' | 'at'> | undefined> =>
  db
    .selectFrom('survey_quota')
    .select(['round_id as round', 'body_id as body', 'group_id as group', 'stratum', 'value', 'number', 'most', 'aimed', 'reason'])
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Omit<NewQuota, 'id' | 'by' | 'at'> | undefined>;

/** How often a quota was declared. */
export async function countDeclared(db: Reading, { round, body, group, stratum, value }: QuotaOf): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM survey_quota
    WHERE round_id = ${round} AND body_id = ${body} AND group_id = ${group} AND stratum = ${stratum} AND lower(value) = lower(${value})`.execute(db as Writing);
  return rows[0]?.count ?? 0;
}

/** Whether somebody of a group has answered about a body. */
export async function isAnswered(db: Reading, round: string, body: string, group: string): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`SELECT app.is_answered(${round}, ${body}, ${group}) AS answered`.execute(db as Writing);
  return rows[0]?.answered === true;
}

export async function insertQuota(db: Writing, { id, round, body, group, stratum, value, number, most, aimed, reason, by, at }: NewQuota): Promise<void> {
  await db
    .insertInto('survey_quota')
    .values({
      ...{ id, round_id: round, body_id: body, group_id: group, stratum, value, number, most, aimed, reason },
      ...{ declared_by: by, declared_at: at },
    })
    .execute();
}

export interface QuotaRow {
  readonly body: Named;
  readonly group: string;
  readonly stratum: QuotaStratum;
  /** As it was written last. */
  readonly value: string;
  readonly listed: number;
  readonly atLeast: number;
  readonly full: boolean;
  readonly declarations: readonly {
    readonly number: number;
    readonly most: number;
    readonly aimed: number | null;
    readonly reason: string | null;
    readonly by: Named;
    readonly at: string;
  }[];
}

/** The quotas of a round with how they stand, in the order of its bodies: for whoever leads or audits the survey. */
export async function readQuotas(db: Reading, round: string): Promise<QuotaRow[]> {
  const { rows } = await sql<QuotaRow>`
    SELECT json_build_object('id', b.id, 'name', ${nameInYear}) AS body, s.group_id AS "group", s.stratum, d.value, s.listed, s.at_least AS "atLeast", s.is_full AS "full", d.declarations
    FROM app.quota_standing(${round}) s JOIN body b ON b.id = s.body_id JOIN round r ON r.id = ${round} LEFT JOIN participant t ON t.round_id = r.id AND t.body_id = b.id
      CROSS JOIN LATERAL (SELECT (array_agg(q.value ORDER BY q.number DESC))[1] AS value,
          json_agg(json_build_object('number', q.number, 'most', q.most, 'aimed', q.aimed, 'reason', q.reason, 'by', ${person(sql.ref('q.declared_by'))},
            'at', to_char(q.declared_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY q.number) AS declarations
        FROM survey_quota q WHERE q.round_id = ${round} AND q.body_id = s.body_id AND q.group_id = s.group_id AND q.stratum = s.stratum AND lower(q.value) = s.value) d
    ORDER BY t.position, b.id, s.group_id, s.stratum = 'whole' DESC, s.stratum, s.value`.execute(db as Writing);
  return rows;
}
