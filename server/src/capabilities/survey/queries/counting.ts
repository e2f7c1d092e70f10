import type { Answers } from '@parindex/core/survey/index';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';

export interface SentForm {
  readonly reference: Buffer;
  readonly body_id: string;
  readonly group_id: string;
  readonly answers: Answers;
  /** Whether a reviewer has set it aside: it is taken out of the counts, or never comes into them. */
  readonly setAside: boolean;
}

/** How a form is read. */
const isSetAside = sql<boolean>`decision IS NOT DISTINCT FROM 'setAside'`;
const SENT = ['reference', 'body_id', 'group_id', 'answers', isSetAside.as('setAside')] as const;

/** Surveys of which forms may still have to be counted, those that are to be closed among them. */
export async function findOpenSurveys(db: Kysely<Tables>): Promise<{ round: string; edition: string; closing: boolean }[]> {
  const rows = await db
    .selectFrom('survey')
    .select(['round_id', 'edition_id', 'closing_asked_at'])
    .where('closed_at', 'is', null)
    .orderBy('round_id')
    .execute();
  return rows.map(({ round_id, edition_id, closing_asked_at }) => ({ round: round_id, edition: edition_id, closing: closing_asked_at !== null }));
}

/** Forms that were sent and are not counted, or are and were set aside since; held against another process that counts. */
export const takeUncounted = (db: Kysely<Tables>, round: string, most: number): Promise<SentForm[]> =>
  db
    .selectFrom('answers.response')
    .select([...SENT])
    .where('round_id', '=', round)
    .where('submitted_at', 'is not', null)
    .where(sql<boolean>`counted = (${isSetAside})`)
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

/** All forms of a survey that were sent and are not set aside, a batch at a time. */
export async function* readSent(db: Kysely<Tables>, round: string, batch: number): AsyncGenerator<SentForm[]> {
  for (let after: Buffer = Buffer.alloc(0); ; ) {
    const rows = await db
      .selectFrom('answers.response')
      .select([...SENT])
      .where('round_id', '=', round)
      .where('submitted_at', 'is not', null)
      .where(sql<boolean>`NOT (${isSetAside})`)
      .where('reference', '>', after)
      .orderBy('reference')
      .limit(batch)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.reference as Buffer;
  }
}

export interface CountRow {
  readonly body: string;
  readonly group: string;
  readonly question: string;
  readonly option: string;
  readonly count: number;
}

/** Changes counts that are there, held in the order of their keys; none comes below 0. */
async function takeFromCounts(db: Kysely<Tables>, round: string, counts: readonly CountRow[]): Promise<void> {
  const changes = sql`jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS n (body text, "group" text, question text, option text, count bigint)`;
  const same = sql`c.round_id = ${round} AND c.body_id = n.body AND c.group_id = n."group" AND c.question = n.question AND c.option = n.option`;
  await sql`SELECT FROM answers.answer_count c JOIN ${changes} ON ${same} ORDER BY c.body_id, c.group_id, c.question, c.option FOR UPDATE OF c`.execute(db);
  await sql`UPDATE answers.answer_count c SET count = c.count + n.count FROM ${changes} WHERE ${same}`.execute(db);
}

/** Adds to the counts what forms came to, and takes away what those came to that were set aside. */
export async function changeCounts(db: Kysely<Tables>, round: string, counts: readonly CountRow[]): Promise<void> {
  const [fewer, more] = [counts.filter(({ count }) => count < 0), counts.filter(({ count }) => count > 0)];
  if (fewer.length > 0) await takeFromCounts(db, round, fewer);
  if (more.length > 0) await addCounts(db, round, more);
}

/** Adds to the counts, in the order of their keys, so that two who add never wait for each other in a circle. */
async function addCounts(db: Kysely<Tables>, round: string, counts: readonly CountRow[]): Promise<void> {
  const column = <K extends keyof CountRow>(key: K) => counts.map((each) => each[key]);
  await sql`INSERT INTO answers.answer_count AS c (round_id, body_id, group_id, question, option, count)
    SELECT ${round}, n.* FROM unnest(${column('body')}::text[], ${column('group')}::text[], ${column('question')}::text[], ${column('option')}::text[], ${column('count')}::bigint[]) AS n (b, g, q, o, n)
    ON CONFLICT (round_id, body_id, group_id, question, option) DO UPDATE SET count = c.count + excluded.count`.execute(db);
}

/** What a form came to by how much of it was answered. */
export interface CountedForm {
  readonly reference: Buffer;
  readonly outcome: 'complete' | 'partial' | 'breakOff';
}

/** They are in the counts now, or out of them. */
export async function markCounted(db: Kysely<Tables>, forms: readonly CountedForm[]): Promise<void> {
  await sql`UPDATE answers.response f SET counted = NOT (${isSetAside}), outcome = n.outcome
    FROM unnest(${forms.map(({ reference }) => reference)}::bytea[], ${forms.map(({ outcome }) => outcome)}::text[]) AS n (reference, outcome) WHERE f.reference = n.reference`.execute(
    db,
  );
}

export async function readCounts(db: Kysely<Tables>, round: string): Promise<CountRow[]> {
  const rows = await db
    .selectFrom('answers.answer_count')
    .select(['body_id', 'group_id', 'question', 'option', 'count'])
    .where('round_id', '=', round)
    .where('count', '>', '0')
    .execute();
  return rows.map(({ body_id, group_id, question, option, count }) => ({ body: body_id, group: group_id, question, option, count: Number(count) }));
}

/** Closes a survey whose forms are all counted; undefined where nothing is to be closed. */
export async function closeCounted(db: Kysely<Tables>, round: string, hash: string, at: Date): Promise<number | undefined> {
  const { rows } = await sql<{ moved: string | null }>`SELECT app.close_survey(${round}, ${hash}, ${at}) AS moved`.execute(db);
  return rows[0]?.moved == null ? undefined : Number(rows[0].moved);
}
