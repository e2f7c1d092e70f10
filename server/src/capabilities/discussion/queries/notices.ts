import type { NoticeKind } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

interface PersonNamed {
  readonly id: string;
  readonly name: string;
}

export interface NoticeRow {
  readonly id: string;
  readonly round: string;
  readonly kind: NoticeKind;
  /** By its code in `edition`. */
  readonly item: string | null;
  readonly edition: string | null;
  readonly question: string | null;
  readonly text: string;
  readonly publishedBy: PersonNamed;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
}

const person = (column: string) => sql`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${sql.ref(column)}]) w)`;

const notices = sql`SELECT n.id, n.round_id AS round, n.kind, n.item, n.edition_id AS edition, n.question, n.text, ${person('n.published_by')} AS "publishedBy",
    n.published_at AS "publishedAt", n.withdrawn_at AS "withdrawnAt" FROM notice n`;

/** What was published in a round, newest first. */
export async function readNotices(db: Reading, round: string): Promise<NoticeRow[]> {
  return (await sql<NoticeRow>`${notices} WHERE n.round_id = ${round} ORDER BY n.published_at DESC, n.id`.execute(db)).rows;
}

/** Notices by their ids, wherever the asker may read them. */
export async function findNotices(db: Reading, ids: readonly string[]): Promise<NoticeRow[]> {
  if (ids.length === 0) return [];
  return (await sql<NoticeRow>`${notices} WHERE n.id = ANY (${[...ids]}::uuid[])`.execute(db)).rows;
}

export interface NewNoticeRow {
  readonly id: string;
  readonly round: string;
  readonly kind: NoticeRow['kind'];
  readonly item: string | null;
  readonly edition: string | null;
  readonly question: string | null;
  readonly text: string;
  readonly account: string;
  readonly at: Date;
}

/** Publishes a notice; but for being withdrawn it never changes. */
export async function insertNotice(db: Writing, { id, round, kind, item, edition, question, text, account, at }: NewNoticeRow): Promise<void> {
  await db
    .insertInto('notice')
    .values({ id, round_id: round, kind, item, edition_id: item === null ? null : edition, question, text, published_by: account, published_at: at })
    .execute();
}

/** Withdraws a notice; false where it was withdrawn already. */
export async function withdrawNoticeRow(db: Writing, id: string, account: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ withdrawn_by: account, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface QuestionRow {
  readonly id: string;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: PersonNamed;
  readonly item: string;
  readonly edition: string;
  readonly text: string;
  readonly askedBy: PersonNamed;
  readonly askedAt: Date;
  readonly answer: string | null;
}

export interface QuestionsWanted {
  readonly id?: string | undefined;
  readonly round?: string | undefined;
  readonly state?: 'open' | 'answered' | undefined;
}

/** Questions of these bodies, and those put to rounds of these owners, newest first. */
export async function readQuestions(
  db: Reading,
  { bodies, owners }: { readonly bodies: readonly string[]; readonly owners: readonly string[] },
  { id, round, state }: QuestionsWanted,
): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    SELECT q.id, json_build_object('id', r.id, 'title', r.title) AS round,
      json_build_object('id', q.body_id, 'name', (SELECT n.full_name FROM body_name n WHERE n.body_id = q.body_id ORDER BY n.position DESC LIMIT 1)) AS body,
      q.item, q.edition_id AS edition, q.text, ${person('q.asked_by')} AS "askedBy", q.asked_at AS "askedAt", q.answer_id AS answer
    FROM question q JOIN round r ON r.id = q.round_id
    WHERE (q.body_id = ANY (${[...bodies]}::text[]) OR r.owner_body = ANY (${[...owners]}::text[]))
      ${id === undefined ? sql`` : sql`AND q.id = ${id}`} ${round === undefined ? sql`` : sql`AND q.round_id = ${round}`}
      ${state === undefined ? sql`` : state === 'open' ? sql`AND q.answer_id IS NULL` : sql`AND q.answer_id IS NOT NULL`}
    ORDER BY q.asked_at DESC, q.id`.execute(db);
  return rows;
}

export interface NewQuestionRow {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly item: string;
  readonly edition: string;
  readonly text: string;
  readonly account: string;
  readonly at: Date;
}

/** Asks a question. */
export async function insertQuestion(db: Writing, { id, round, body, item, edition, text, account, at }: NewQuestionRow): Promise<void> {
  await db.insertInto('question').values({ id, round_id: round, body_id: body, item, edition_id: edition, text, asked_by: account, asked_at: at }).execute();
}

/** Holds a question against another answer; false where it has one. */
export async function lockOpenQuestion(db: Writing, id: string): Promise<boolean> {
  return (await sql`SELECT FROM question q WHERE q.id = ${id} AND q.answer_id IS NULL FOR UPDATE`.execute(db)).rows.length === 1;
}

/** Says by which notice a question is answered. */
export async function writeAnswer(db: Writing, id: string, notice: string): Promise<void> {
  await db.updateTable('question').set({ answer_id: notice }).where('id', '=', id).execute();
}
