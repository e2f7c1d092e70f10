import type { BackCheckVisit } from '@parindex/core/survey/fieldwork/back-checks';
import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import type { TakenResponse } from '@parindex/core/survey/quality/back-check';
import type { WeightedQuestion } from '@parindex/core/survey/quality/option-weights';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { FieldPlace } from '../acts/lead-fieldwork.ts';
import type { AddressRow } from './addresses.ts';
import type { NewVisit, TakenInterview } from './interviews.ts';

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const visitsOf = (check: ReturnType<typeof sql.ref>) => sql`coalesce((SELECT json_agg(json_build_object('id', v.id,
    'at', to_char(v.visited_at AT TIME ZONE 'UTC', ${sql.lit(MOMENT)}), 'outcome', v.outcome, 'returnAt', to_char(v.return_at AT TIME ZONE 'UTC', ${sql.lit(MOMENT)}))
    ORDER BY v.visited_at, v.id) FROM respondents.back_check_visit v WHERE v.back_check_id = ${check}), '[]'::json)`;

/** A draw of back-checks, with from how many interviews it was made. */
export interface DrawRow {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  readonly number: number;
  readonly percent: number;
  readonly seed: string;
  readonly drawnBy: Named;
  readonly drawnAt: Date;
  readonly among: number;
  readonly drawn: number;
}

/** The draws of a round that the asker leads, in their order. */
export async function readBackCheckDraws(db: Reading, round: string): Promise<DrawRow[]> {
  const { rows } = await sql<DrawRow>`
    SELECT d.id, d.body_id AS body, d.group_id AS "group", d.number, d.percent, d.seed, ${person(sql.ref('d.drawn_by'))} AS "drawnBy", d.drawn_at AS "drawnAt",
      count(*)::integer AS among, count(*) FILTER (WHERE k.drawn)::integer AS drawn
    FROM respondents.back_check_draw d JOIN respondents.back_check k ON k.draw_id = d.id
    WHERE d.round_id = ${round} GROUP BY d.id ORDER BY d.drawn_at, d.body_id, d.group_id, d.number`.execute(db);
  return rows;
}

/** Interviews that were held and are in no draw yet, each with who held it. */
export async function readUndrawn(db: Reading, { round, body, group }: FieldPlace): Promise<TakenResponse[]> {
  const { rows } = await sql<TakenResponse>`
    SELECT a.id, app.interviewer_of(a.id) AS interviewer FROM respondents.interviewed i JOIN respondents.address a ON a.id = i.address_id
    WHERE a.round_id = ${round} AND a.body_id = ${body} AND a.group_id = ${group} AND NOT EXISTS (SELECT FROM respondents.back_check k WHERE k.address_id = a.id)
    ORDER BY a.id`.execute(db);
  return rows;
}

export interface NewDraw extends FieldPlace {
  readonly id: string;
  readonly number: number;
  readonly percent: number;
  readonly seed: string;
  readonly by: string;
  readonly at: Date;
}

export async function insertDraw(db: Writing, draw: NewDraw, among: readonly (TakenResponse & { readonly drawn: boolean })[]): Promise<void> {
  await sql`INSERT INTO respondents.back_check_draw (id, round_id, body_id, group_id, number, percent, seed, drawn_by, drawn_at)
    VALUES (${draw.id}, ${draw.round}, ${draw.body}, ${draw.group}, ${draw.number}, ${draw.percent}, ${draw.seed}, ${draw.by}::uuid, ${draw.at})`.execute(db);
  await sql`INSERT INTO respondents.back_check (id, draw_id, address_id, interviewer_id, drawn)
    SELECT gen_random_uuid(), ${draw.id}::uuid, k.id, k.interviewer, k.drawn
    FROM jsonb_to_recordset(${JSON.stringify(among)}::jsonb) AS k (id uuid, interviewer uuid, drawn boolean)`.execute(db);
}

/** The interviews of a draw, with whether each was drawn. */
export async function readDrawList(db: Reading, round: string, draw: string): Promise<{ id: string; interviewer: string; drawn: boolean }[]> {
  const { rows } = await sql<{ id: string; interviewer: string; drawn: boolean }>`
    SELECT k.address_id AS id, k.interviewer_id AS interviewer, k.drawn FROM respondents.back_check k JOIN respondents.back_check_draw d ON d.id = k.draw_id
    WHERE d.id = ${draw}::uuid AND d.round_id = ${round} ORDER BY k.address_id`.execute(db);
  return rows;
}

/** A back-check that was drawn, with to whom it is given and what came of it. */
export interface BackCheckRow {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  readonly clusterName: string;
  readonly household: string;
  readonly address: string | null;
  readonly interviewer: Named;
  readonly givenTo: Named | null;
  readonly times: number;
  readonly checked: boolean;
  /** Whether its answers were held against those of the first interview. */
  readonly compared: boolean;
  readonly visits: readonly BackCheckVisit[];
}

/** Those of a round that the asker leads. */
export async function readBackChecks(db: Reading, round: string): Promise<BackCheckRow[]> {
  const { rows } = await sql<BackCheckRow>`
    SELECT k.id, a.body_id AS body, a.group_id AS "group", a.cluster_name AS "clusterName", a.household, a.address, ${person(sql.ref('k.interviewer_id'))} AS interviewer,
      (SELECT ${person(sql.ref('g.account_id'))} FROM respondents.back_check_given g WHERE g.back_check_id = k.id ORDER BY g.number DESC LIMIT 1) AS "givenTo",
      (SELECT count(*)::integer FROM respondents.back_check_given g WHERE g.back_check_id = k.id) AS times,
      EXISTS (SELECT FROM respondents.back_checked c WHERE c.back_check_id = k.id) AS checked,
      EXISTS (SELECT FROM respondents.back_checked c WHERE c.back_check_id = k.id AND c.compared) AS compared, ${visitsOf(sql.ref('k.id'))} AS visits
    FROM respondents.back_check k JOIN respondents.back_check_draw d ON d.id = k.draw_id JOIN respondents.address a ON a.id = k.address_id
    WHERE d.round_id = ${round} AND k.drawn ORDER BY a.body_id, a.group_id, a.cluster, a.place`.execute(db);
  return rows;
}

/** Which of these somebody may ask again at: an interviewer who never had the address, and does not belong to the body that is rated. */
export async function thoseWhere(db: Reading, checks: readonly string[], account: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM unnest(${[...checks]}::uuid[]) AS c (id) WHERE app.may_ask_again(c.id, ${account}::uuid)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function insertGiven(db: Writing, checks: readonly Pick<BackCheckRow, 'id' | 'times'>[], account: string, by: string, at: Date): Promise<void> {
  await sql`INSERT INTO respondents.back_check_given (back_check_id, number, account_id, given_by, given_at)
    SELECT c.id, c.times + 1, ${account}::uuid, ${by}::uuid, ${at}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) AS c (id uuid, times integer)`.execute(
    db,
  );
}

/** How far answers agree: by interviewer over all questions, and by question over all interviewers; one of the two is null. */
export interface AgreementRow {
  readonly body: string;
  readonly group: string;
  readonly interviewer: string | null;
  readonly question: string | null;
  readonly same: number;
  readonly differs: number;
}

export async function readAgreement(db: Reading, round: string): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`SELECT a.body_id AS body, a.group_id AS "group", a.interviewer_id AS interviewer, a.question, a.same, a.differs
    FROM app.back_check_agreement(${round}) a`.execute(db as Writing);
  return rows;
}

/** What an interviewer brought, added up over as many interviews as the threshold goes into. */
export interface ResultRow {
  readonly body: string;
  readonly group: string;
  readonly interviewer: string;
  readonly interviews: number;
  readonly minutes: number;
  readonly answers: number;
  readonly weight: string;
}

export async function readInterviewerResults(
  db: Reading,
  round: string,
  weights: readonly (WeightedQuestion & { readonly group: string })[],
): Promise<ResultRow[]> {
  const { rows } =
    await sql<ResultRow>`SELECT r.body_id AS body, r.group_id AS "group", r.interviewer_id AS interviewer, r.interviews, r.minutes, r.answers, r.weight
    FROM app.interviewer_results(${round}, ${JSON.stringify(weights)}::jsonb) r`.execute(db as Writing);
  return rows;
}

/** Where somebody asks again in a group, as an address of their day. */
export async function readOwnBackChecks(
  db: Reading,
  round: string,
  group: string,
): Promise<(Omit<AddressRow, 'interviewer' | 'visits'> & { readonly visits: readonly (BackCheckVisit & { readonly returnAt: string | null })[] })[]> {
  const { rows } = await sql<Omit<AddressRow, 'interviewer' | 'visits'> & { visits: (BackCheckVisit & { returnAt: string | null })[] }>`
    SELECT k.id, k.body_id AS body, k.group_id AS "group", k.cluster, k.cluster_name AS "clusterName", k.household, k.address, false AS reserve, k.place,
      k.checked AS interviewed, ${visitsOf(sql.ref('k.id'))} AS visits
    FROM app.back_checks_taken_along(true) k WHERE k.round_id = ${round} AND k.group_id = ${group}`.execute(db as Writing);
  return rows;
}

/** The form by which somebody asks again; undefined where the asker never had it to do. */
export async function findFormOfBackCheck(db: Reading, check: string): Promise<{ readonly round: string; readonly form: Questionnaire } | undefined> {
  const { rows } = await sql<{ round: string; form: Questionnaire }>`
    SELECT k.round_id AS round, q.form FROM app.back_checks_taken_along(false) k JOIN survey s ON s.round_id = k.round_id
      JOIN edition_questionnaire q ON q.edition_id = s.edition_id AND q.group_id = k.group_id
    WHERE k.id = ${check}::uuid`.execute(db as Writing);
  return rows[0];
}

/** Takes what was said the second time, compares it, and keeps none of it. @param places the questions that are compared */
export async function takeBackCheck(
  db: Writing,
  submission: string,
  check: string,
  answers: Answers,
  places: readonly { readonly id: string; readonly question: string; readonly row: string | null }[],
  receipt: string,
): Promise<TakenInterview> {
  const { rows } = await sql<{ told: TakenInterview }>`SELECT app.take_back_check(${submission}::uuid, ${check}::uuid, ${JSON.stringify(answers)}::jsonb,
    ${JSON.stringify(places)}::jsonb, ${receipt}) AS told`.execute(db);
  return rows[0]?.told as TakenInterview;
}

/** Keeps the visits of back-checks that are not there yet, as `insertVisits` does those of addresses; visits elsewhere are none of its. */
export async function insertBackCheckVisits(
  db: Writing,
  account: string,
  at: Date,
  visits: readonly (Omit<NewVisit, 'outcome'> & { readonly outcome: string })[],
): Promise<{ readonly kept: readonly { readonly id: string; readonly address: string; readonly outcome: string }[]; readonly anew: number }> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO respondents.back_check_visit (id, back_check_id, account_id, visited_at, outcome, return_at, note, came_at)
    SELECT v.id, v.address, ${account}::uuid, v.at, v.outcome, v."returnAt", v.note, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS v (id uuid, address uuid, at timestamptz, outcome text, "returnAt" timestamptz, note text)
    WHERE v.address = ANY ((SELECT app.own_back_checks())::uuid[]) ON CONFLICT (id) DO NOTHING RETURNING id`.execute(db);
  const kept = await db
    .selectFrom('respondents.back_check_visit')
    .select(['id', 'back_check_id as address', 'outcome'])
    .where(
      'id',
      'in',
      visits.map(({ id }) => id),
    )
    .where('account_id', '=', account)
    .execute();
  return { kept, anew: rows.length };
}
