import type { Answers } from '@parindex/core/survey/index';
import type { NotedFlag } from '@parindex/core/survey/quality/flags';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';

/** A group of a body of which forms have come that nobody has looked at, as many as the threshold. */
export interface Place {
  readonly round: string;
  readonly edition: string;
  readonly threshold: number;
  readonly body: string;
  readonly group: string;
}

/** Where enough have come, of surveys that have not ended. */
export async function findArrived(db: Kysely<Tables>): Promise<Place[]> {
  const { rows } = await sql<Place>`SELECT s.round_id AS round, s.edition_id AS edition, s.threshold, f.body_id AS body, f.group_id AS "group"
    FROM survey s JOIN answers.response f ON f.round_id = s.round_id AND f.submitted_at IS NOT NULL AND f.label IS NULL
    WHERE s.closing_asked_at IS NULL GROUP BY 1, 2, 3, 4, 5 HAVING count(*) >= s.threshold ORDER BY 1, 4, 5`.execute(db);
  return rows;
}

/** Holds a place until the transaction ends; false where another process looks at it just now. */
export async function holdPlace(db: Kysely<Tables>, { round, body, group }: Place): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`forms of ${round}/${body}/${group}`}, 0)) AS held`.execute(
    db,
  );
  return rows[0]?.held === true;
}

/** A form with how it came about. */
export interface ExaminedForm {
  readonly reference: Buffer;
  readonly label: string;
  readonly flags: readonly NotedFlag[] | null;
  readonly answers: Answers;
  /** From its first page to its sending, or what an interview took; null on paper, and where it was sent without a page. */
  readonly seconds: number | null;
  /** By the clock of the country. */
  readonly hour: number | null;
}

const columns = sql`f.reference, f.label, f.flags, f.answers,
  CASE WHEN f.mode <> 'paper' AND f.submitted_at > f.begun_at THEN floor(extract(epoch FROM f.submitted_at - f.begun_at))::integer END AS seconds,
  CASE WHEN f.mode = 'online' AND f.submitted_at > f.begun_at THEN extract(hour FROM f.begun_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::integer END AS hour`;

const ofPlace = ({ round, body, group }: Place) => sql`f.round_id = ${round} AND f.body_id = ${body} AND f.group_id = ${group} AND f.submitted_at IS NOT NULL`;

/** Forms without a label, in an order by chance. */
export async function takeUnlabelled(db: Kysely<Tables>, place: Place): Promise<Omit<ExaminedForm, 'label'>[]> {
  const { rows } =
    await sql<ExaminedForm>`SELECT ${columns} FROM answers.response f WHERE ${ofPlace(place)} AND f.label IS NULL ORDER BY f.reference FOR UPDATE`.execute(db);
  return rows;
}

/** Those that have one. */
export async function readExamined(db: Kysely<Tables>, place: Place): Promise<ExaminedForm[]> {
  const { rows } = await sql<ExaminedForm>`SELECT ${columns} FROM answers.response f WHERE ${ofPlace(place)} AND f.label IS NOT NULL ORDER BY f.label`.execute(
    db,
  );
  return rows;
}

/** Keeps labels, and what was noticed. */
export async function writeExamined(
  db: Kysely<Tables>,
  labelled: readonly Pick<ExaminedForm, 'reference' | 'label'>[],
  noted: readonly { readonly label: string; readonly flags: readonly NotedFlag[] | null }[],
): Promise<void> {
  if (labelled.length > 0)
    await sql`UPDATE answers.response f SET label = n.label
      FROM unnest(${labelled.map(({ reference }) => reference)}::bytea[], ${labelled.map(({ label }) => label)}::uuid[]) AS n (reference, label)
      WHERE f.reference = n.reference`.execute(db);
  if (noted.length > 0)
    await sql`UPDATE answers.response f SET flags = n.flags
      FROM jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) AS n (label uuid, flags jsonb) WHERE f.label = n.label`.execute(db);
}
