import type { REVIEW_STATES } from '@parindex/core/contracts/schemas/survey-review';
import type { ResponseMode } from '@parindex/core/survey/export/index';
import type { Answers } from '@parindex/core/survey/index';
import type { ResponseDecision } from '@parindex/core/survey/quality/decisions';
import type { NotedFlag } from '@parindex/core/survey/quality/flags';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type ReviewState = (typeof REVIEW_STATES)[number];

/** A form that was noticed or decided on; by its label, which leads to nobody. */
export interface ReviewedForm {
  readonly id: string;
  readonly body: Named;
  readonly group: string;
  readonly flags: readonly NotedFlag[];
  readonly state: ReviewState;
}

export interface ReviewedOf {
  readonly state: ReviewState | undefined;
  readonly body: string | undefined;
  readonly group: string | undefined;
}

const columns = sql`f.form_id AS id, json_build_object('id', b.id, 'name', (SELECT n.full_name FROM body_name n WHERE n.body_id = b.id ORDER BY n.position DESC LIMIT 1)) AS body,
  f.group_id AS "group", coalesce(f.flags, '[]') AS flags, coalesce(f.decision, 'undecided') AS state`;

const within = ({ body, group }: Omit<ReviewedOf, 'state'>) => sql`${body === undefined ? sql`` : sql`AND f.body_id = ${body}`}
  ${group === undefined ? sql`` : sql`AND f.group_id = ${group}`}`;

/** Those after one of them, in the order of their labels: for their reviewers. */
export async function readReviewed(db: Reading, round: string, of: ReviewedOf, after: string | undefined, most: number): Promise<ReviewedForm[]> {
  const { rows } = await sql<ReviewedForm>`SELECT ${columns} FROM app.forms_to_review(${round}) f JOIN body b ON b.id = f.body_id
    WHERE true ${within(of)} ${of.state === undefined ? sql`` : sql`AND coalesce(f.decision, 'undecided') = ${of.state}`}
      ${after === undefined ? sql`` : sql`AND f.form_id > ${after}::uuid`}
    ORDER BY f.form_id LIMIT ${most}`.execute(db as Writing);
  return rows;
}

/** How many there are by state. */
export async function countReviewed(db: Reading, round: string, of: Omit<ReviewedOf, 'state'>): Promise<Record<ReviewState, number>> {
  const { rows } = await sql<Record<ReviewState, number>>`SELECT count(*) FILTER (WHERE f.decision IS NULL)::integer AS undecided,
      count(*) FILTER (WHERE f.decision = 'accepted')::integer AS accepted, count(*) FILTER (WHERE f.decision = 'setAside')::integer AS "setAside"
    FROM app.forms_to_review(${round}) f WHERE true ${within(of)}`.execute(db as Writing);
  return rows[0] as Record<ReviewState, number>;
}

export interface FormToReview extends ReviewedForm {
  /** Null: told of nobody once the survey is closed, as too few answered in one mode. */
  readonly mode: ResponseMode | null;
  readonly answers: Answers;
}

/** One of them with its answers; undefined where there is none for whoever asks. */
export async function findFormToReview(db: Reading, round: string, form: string): Promise<FormToReview | undefined> {
  const { rows } =
    await sql<FormToReview>`SELECT ${columns}, f.mode, f.answers FROM app.form_to_review(${round}, ${form}::uuid) f JOIN body b ON b.id = f.body_id`.execute(
      db as Writing,
    );
  return rows[0];
}

/** What was decided on a form. */
export interface ReviewRow {
  readonly id: string;
  readonly form: string;
  readonly number: number;
  readonly decision: ResponseDecision;
  readonly reason: string | null;
  readonly by: Named;
  readonly at: Date;
}

/** What was decided on forms, in its order. */
export async function readReviews(db: Reading, forms: readonly string[]): Promise<ReviewRow[]> {
  if (forms.length === 0) return [];
  const rows = await db
    .selectFrom('form_review as v')
    .select(({ ref }) => ['v.id', 'v.form_id as form', 'v.number', 'v.decision', 'v.reason', person(ref('v.decided_by')).as('by'), 'v.decided_at as at'])
    .where('v.form_id', 'in', [...forms])
    .orderBy('v.form_id')
    .orderBy('v.number')
    .execute();
  return rows as ReviewRow[];
}

/** A decision by its id. */
export const findReview = (db: Reading, id: string): Promise<Pick<ReviewRow, 'form' | 'number' | 'decision' | 'reason'> | undefined> =>
  db.selectFrom('form_review').select(['form_id as form', 'number', 'decision', 'reason']).where('id', '=', id).executeTakeFirst() as Promise<
    Pick<ReviewRow, 'form' | 'number' | 'decision' | 'reason'> | undefined
  >;

/** Whoever else decides on a form waits until the transaction ends. */
export async function holdForm(db: Writing, form: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`review of ${form}`}, 0))`.execute(db);
}

export interface NewReview {
  readonly id: string;
  readonly round: string;
  readonly form: string;
  readonly number: number;
  readonly decision: ResponseDecision;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function insertReview(db: Writing, { id, round, form, number, decision, reason, by, at }: NewReview): Promise<void> {
  await db.insertInto('form_review').values({ id, round_id: round, form_id: form, number, decision, reason, decided_by: by, decided_at: at }).execute();
}

/** How many forms of a closed survey are set aside, for whoever leads it. */
export async function countSetAside(db: Reading, round: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT app.closed_set_aside(${round}) AS count`.execute(db as Writing);
  return Number(rows[0]?.count ?? 0);
}
