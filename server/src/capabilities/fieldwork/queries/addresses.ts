import type { FieldRule, Visit } from '@parindex/core/survey/fieldwork/visits';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How a group is visited, with who declared it. */
export interface FieldRuleRow extends FieldRule {
  readonly group: string;
  readonly declaredBy: Named;
  readonly declaredAt: Date;
}

/** The rules of a round that the asker sees, by group. */
export async function readFieldRules(db: Reading, round: string): Promise<Map<string, FieldRuleRow>> {
  const rows = await db
    .selectFrom('respondents.field_rule as r')
    .select(({ ref }) => [
      'r.group_id as group',
      'r.most_visits as mostVisits',
      'r.replaced',
      person(ref('r.declared_by')).as('declaredBy'),
      'r.declared_at as declaredAt',
    ])
    .where('r.round_id', '=', round)
    .execute();
  return new Map(rows.map((row) => [row.group, row as FieldRuleRow]));
}

export async function insertFieldRule(
  db: Writing,
  rule: FieldRule & { readonly round: string; readonly group: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('respondents.field_rule')
    .values({
      round_id: rule.round,
      group_id: rule.group,
      most_visits: rule.mostVisits,
      replaced: [...rule.replaced],
      declared_by: rule.by,
      declared_at: rule.at,
    })
    .execute();
}

/** An address with who visits it and what was noted there. */
export interface AddressRow {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  readonly cluster: string;
  readonly clusterName: string;
  readonly household: string;
  readonly address: string | null;
  readonly reserve: boolean;
  readonly place: number;
  readonly interviewer: Named;
  readonly interviewed: boolean;
  readonly visits: readonly (Visit & { readonly returnAt: string | null })[];
}

interface AddressesOf {
  readonly round: string;
  readonly body?: string;
  readonly group?: string;
  /** Those that this account visits now. */
  readonly account?: string;
}

/** The addresses of a round as far as the asker sees them, village by village. */
export async function readAddresses(db: Reading, { round, body, group, account }: AddressesOf): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    SELECT a.id, a.body_id AS body, a.group_id AS "group", a.cluster, a.cluster_name AS "clusterName", a.household, a.address, a.reserve, a.place,
      ${person(sql.ref('s.account_id'))} AS interviewer, EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = a.id) AS interviewed,
      coalesce(v.visits, '[]'::json) AS visits
    FROM respondents.address a JOIN respondents.assignment s ON s.address_id = a.id AND s.ended_at IS NULL
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', v.id, 'at', to_char(v.visited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'outcome', v.outcome,
          'returnAt', to_char(v.return_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY v.visited_at, v.id) AS visits
        FROM respondents.visit v WHERE v.address_id = a.id) v ON true
    WHERE a.round_id = ${round} ${body === undefined ? sql`` : sql`AND a.body_id = ${body}`} ${group === undefined ? sql`` : sql`AND a.group_id = ${group}`}
      ${account === undefined ? sql`` : sql`AND s.account_id = ${account}::uuid`}
    ORDER BY a.body_id, a.group_id, a.cluster, a.reserve, a.place`.execute(db);
  return rows;
}

/** A household that is listed already. */
interface KnownHousehold {
  readonly cluster: string;
  readonly household: string;
  readonly reserve: boolean;
  /** Who visits it now. */
  readonly interviewer: string;
}

/** Households of a body's group that are listed already; those that are still to be interviewed last. */
export async function readHouseholds(db: Reading, round: string, body: string, group: string): Promise<KnownHousehold[]> {
  const { rows } = await sql<KnownHousehold>`SELECT a.cluster, a.household, a.reserve, s.account_id AS interviewer
    FROM respondents.address a JOIN respondents.assignment s ON s.address_id = a.id AND s.ended_at IS NULL
    WHERE a.round_id = ${round} AND a.body_id = ${body} AND a.group_id = ${group}
    ORDER BY EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = a.id) DESC, a.id`.execute(db);
  return rows;
}

/** Whoever else lists addresses of a round, or gives them to somebody, waits until the transaction ends. */
export async function holdAddresses(db: Writing, round: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`addresses of ${round}`}, 0))`.execute(db);
}

/** Interviewers by the mail addresses of their accounts. */
export async function findInterviewers(
  db: Reading,
  round: string,
  rated: string,
  mails: readonly string[],
): Promise<Map<string, { id: string; own: boolean }>> {
  const { rows } = await sql<{ id: string; email: string; own: boolean }>`
    SELECT id, email, own FROM app.find_interviewers(${round}, ${rated}, ${[...mails]}::text[])`.execute(db as Writing);
  return new Map(rows.map(({ id, email, own }) => [email, { id, own }]));
}

export interface NewAddress {
  readonly id: string;
  readonly cluster: string;
  readonly clusterName: string;
  readonly household: string;
  readonly address: string | null;
  readonly reserve: boolean;
  readonly place: number;
  readonly account: string;
}

interface Listing {
  readonly round: string;
  readonly body: string;
  readonly group: string;
  readonly by: string;
  readonly at: Date;
}

/** Lists addresses, each with who visits it. */
export async function insertAddresses(db: Writing, { round, body, group, by, at }: Listing, added: readonly NewAddress[]): Promise<void> {
  const rows = JSON.stringify(added);
  await sql`INSERT INTO respondents.address (id, round_id, body_id, group_id, cluster, cluster_name, household, address, reserve, place, listed_by, listed_at)
    SELECT a.id, ${round}, ${body}, ${group}, a.cluster, a."clusterName", a.household, a.address, a.reserve, a.place, ${by}::uuid, ${at}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb) AS a (id uuid, cluster text, "clusterName" text, household text, address text, reserve boolean, place integer)`.execute(
    db,
  );
  await sql`INSERT INTO respondents.assignment (address_id, account_id, assigned_by, assigned_at)
    SELECT a.id, a.account, ${by}::uuid, ${at}::timestamptz FROM jsonb_to_recordset(${rows}::jsonb) AS a (id uuid, account uuid)`.execute(db);
}

/** Gives the addresses of a village at which no interview was held to somebody else; how many. */
export async function assignVillage(db: Writing, { round, body, group, by, at }: Listing, cluster: string, account: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`UPDATE respondents.assignment s SET ended_at = ${at}::timestamptz FROM respondents.address a
    WHERE a.id = s.address_id AND a.round_id = ${round} AND a.body_id = ${body} AND a.group_id = ${group} AND a.cluster = ${cluster} AND s.ended_at IS NULL
      AND s.account_id <> ${account}::uuid AND NOT EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = a.id) RETURNING a.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`INSERT INTO respondents.assignment (address_id, account_id, assigned_by, assigned_at)
    SELECT id, ${account}::uuid, ${by}::uuid, ${at}::timestamptz FROM unnest(${ids}::uuid[]) AS id`.execute(db);
  return ids.length;
}
