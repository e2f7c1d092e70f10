import { sql } from 'kysely';
import { type Named, nameInYear, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** The survey of a round. */
export interface SurveyRow {
  readonly round: string;
  readonly edition: string;
  readonly threshold: number;
  readonly openedAt: Date;
  /** When it was asked to be closed: from then on it takes no form. */
  readonly endedAt: Date | null;
  readonly closedAt: Date | null;
}

export const findSurvey = (db: Reading, round: string): Promise<SurveyRow | undefined> =>
  db
    .selectFrom('survey')
    .select(['round_id as round', 'edition_id as edition', 'threshold', 'opened_at as openedAt', 'closing_asked_at as endedAt', 'closed_at as closedAt'])
    .where('round_id', '=', round)
    .executeTakeFirst();

export interface NewSurvey {
  readonly round: string;
  readonly edition: string;
  readonly threshold: number;
  readonly by: string;
  readonly at: Date;
}

export async function insertSurvey(db: Writing, { round, edition, threshold, by, at }: NewSurvey): Promise<void> {
  await db.insertInto('survey').values({ round_id: round, edition_id: edition, threshold, opened_by: by, opened_at: at }).execute();
}

/** How many of a group of a body are listed, have a link, have answered. */
export interface ProgressRow {
  readonly body: string;
  readonly group: string;
  readonly listed: number;
  readonly invited: number;
  readonly answered: number;
}

/** Of all bodies for whoever leads or audits the round; of their own for others. */
export async function readProgress(db: Reading, round: string): Promise<ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`SELECT p.body_id AS body, p.group_id AS "group", p.listed::integer AS listed, p.invited::integer AS invited,
      p.answered::integer AS answered FROM app.survey_progress(${round}) p`.execute(db);
  return rows;
}

/** The bodies of a round, in its order; just these, or all where null. */
export async function readBodies(db: Reading, round: string, bodies: readonly string[] | null): Promise<Named[]> {
  const { rows } = await sql<Named>`SELECT b.id, ${nameInYear} AS name FROM round r JOIN participant p ON p.round_id = r.id JOIN body b ON b.id = p.body_id
    WHERE r.id = ${round} ${bodies === null ? sql`` : sql`AND b.id = ANY (${[...bodies]}::text[])`} ORDER BY p.position, b.id`.execute(db);
  return rows;
}

/** By which document a body stands for its list. */
export interface ConfirmationRow {
  readonly body: string;
  readonly number: string;
  readonly date: string;
  readonly by: Named;
  readonly at: Date;
  /** False once the list was changed. */
  readonly holds: boolean;
  readonly listed: number | null;
  readonly hash: string | null;
  readonly file: Named | null;
}

/** How many each body of a round has ever listed, as far as the asker sees them: whatever changes a list makes it more. */
export async function readEverListed(db: Reading, round: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ body: string; count: string }>`SELECT body_id AS body, count FROM app.ever_listed(${round})`.execute(db as Writing);
  return new Map(rows.map(({ body, count }) => [body, Number(count)]));
}

/** The latest confirmation of each body of a round, as far as the asker sees them. */
export async function readConfirmations(db: Reading, round: string): Promise<Map<string, ConfirmationRow>> {
  const rows = await db
    .selectFrom('respondents.list_confirmation as c')
    .leftJoin(sql<{ body_id: string; count: string }>`app.ever_listed(${round})`.as('e'), 'e.body_id', 'c.body_id')
    .select(({ ref }) => [
      'c.body_id as body',
      'c.document_number as number',
      'c.document_date as date',
      person(ref('c.confirmed_by')).as('by'),
      'c.confirmed_at as at',
      'c.listed',
      'c.list_hash as hash',
      sql<boolean>`c.ever_listed IS NULL OR c.ever_listed = e.count`.as('holds'),
      sql<Named | null>`(SELECT json_build_object('id', f.id, 'name', f.name) FROM round_file f WHERE f.id = ${ref('c.file_id')})`.as('file'),
    ])
    .where('c.round_id', '=', round)
    .orderBy('c.confirmed_at')
    .execute();
  return new Map(rows.map((row) => [row.body, row]));
}

/** The documents by which a body has ever stood for its list. */
export async function readConfirmingDocuments(
  db: Reading,
  round: string,
  body: string,
): Promise<{ readonly number: string; readonly date: string; readonly sha256: string | null }[]> {
  return db
    .selectFrom('respondents.list_confirmation as c')
    .leftJoin('round_file as f', 'f.id', 'c.file_id')
    .select(({ ref }) => ['c.document_number as number', 'c.document_date as date', sql<string | null>`encode(${ref('f.sha256')}, 'hex')`.as('sha256')])
    .where('c.round_id', '=', round)
    .where('c.body_id', '=', body)
    .execute();
}

/** The bodies whose lists are confirmed as they stand. */
export const readConfirmedBodies = async (db: Reading, round: string): Promise<string[]> =>
  [...(await readConfirmations(db, round)).values()].filter(({ holds }) => holds).map(({ body }) => body);

export interface NewConfirmation {
  readonly round: string;
  readonly body: string;
  readonly number: string;
  readonly date: string;
  readonly groups: Readonly<Record<string, number>>;
  readonly listed: number;
  readonly everListed: number;
  readonly hash: string;
  readonly file: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function insertConfirmation(
  db: Writing,
  { round, body, number, date, groups, listed, everListed, hash, file, by, at }: NewConfirmation,
): Promise<void> {
  await db
    .insertInto('respondents.list_confirmation')
    .values({
      ...{ round_id: round, body_id: body, document_number: number, document_date: date },
      ...{ groups: JSON.stringify(groups), listed, ever_listed: everListed, list_hash: hash, file_id: file, confirmed_by: by, confirmed_at: at },
    })
    .execute();
}
