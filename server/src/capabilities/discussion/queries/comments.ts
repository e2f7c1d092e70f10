import type { ThreadKind } from '@parindex/core/contracts/schemas/index';
import type { Role } from '@parindex/core/rights/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface PersonNamed {
  readonly id: string;
  readonly name: string;
}

/** A thread without what is written in it. */
export interface ThreadHead {
  readonly id: string;
  /** The item by its code in `edition`. */
  readonly item: string;
  readonly edition: string;
  readonly kind: ThreadKind;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly resolved: { readonly by: PersonNamed; readonly at: string } | null;
  readonly version: number;
}

export interface CommentRow {
  readonly id: string;
  readonly thread: string;
  readonly author: PersonNamed;
  readonly role: Role;
  readonly office: PersonNamed;
  readonly at: Date;
  /** null where it was lawfully erased. */
  readonly text: string | null;
  readonly withdrawnAt: Date | null;
  readonly mentions: readonly PersonNamed[];
}

interface SheetKey {
  readonly round: string;
  readonly body: string;
}

const nameOf = (body: string) => sql`(SELECT n.full_name FROM body_name n WHERE n.body_id = ${sql.ref(body)} ORDER BY n.position DESC LIMIT 1)`;
const person = (column: string) => sql`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[${sql.ref(column)}]) w)`;

/** The threads of a sheet of the kinds that the asker reads, the newest first. */
export async function readThreads(db: Reading, { round, body }: SheetKey, kinds: readonly ThreadKind[], id?: string): Promise<ThreadHead[]> {
  const { rows } = await sql<ThreadHead>`
    SELECT t.id, t.item, t.edition_id AS edition, t.kind, t.begun_by AS "begunBy", t.begun_at AS "begunAt", t.version,
      CASE WHEN t.resolved_at IS NOT NULL THEN json_build_object('by', ${person('t.resolved_by')}, 'at', t.resolved_at) END AS resolved
    FROM comment_thread t WHERE t.round_id = ${round} AND t.body_id = ${body} AND t.kind = ANY (${[...kinds]}::text[])
      ${id === undefined ? sql`` : sql`AND t.id = ${id}`} ORDER BY t.begun_at DESC, t.id`.execute(db);
  return rows;
}

const comments = sql`SELECT c.id, c.thread_id AS thread, ${person('c.author')} AS author, o.role, json_build_object('id', o.body_id, 'name', ${nameOf('o.body_id')}) AS office,
      c.written_at AS at, p.content->>'text' AS text, c.withdrawn_at AS "withdrawnAt",
      (SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) ORDER BY w.name, w.id), '[]')
        FROM app.person_names(ARRAY(SELECT m.account_id FROM comment_mention m WHERE m.comment_id = c.id)) w) AS mentions
    FROM comment c LEFT JOIN payload p ON p.id = c.payload_id LEFT JOIN LATERAL app.offices(ARRAY[c.office]) o ON true`;

/** What is written in threads, in the order in which it was written. */
export async function readComments(db: Reading, threads: readonly string[]): Promise<CommentRow[]> {
  if (threads.length === 0) return [];
  const { rows } = await sql<CommentRow>`${comments} WHERE c.thread_id = ANY (${[...threads]}::uuid[]) ORDER BY c.thread_id, c.number`.execute(db);
  return rows;
}

/** A comment by its id, wherever the asker may read it. */
export async function findComment(db: Reading, id: string): Promise<CommentRow | undefined> {
  const { rows } = await sql<CommentRow>`${comments} WHERE c.id = ${id}`.execute(db);
  return rows[0];
}

/** Holds a thread against other writers; tells whether it is resolved, undefined where the asker may not write in it. */
export async function lockThread(db: Writing, id: string): Promise<{ readonly resolved: boolean } | undefined> {
  const { rows } = await sql<{ resolved: boolean }>`SELECT t.resolved_at IS NOT NULL AS resolved FROM comment_thread t WHERE t.id = ${id} FOR UPDATE`.execute(
    db,
  );
  return rows[0];
}

export interface NewThreadRow extends SheetKey {
  readonly id: string;
  readonly item: string;
  readonly edition: string;
  readonly kind: ThreadKind;
  readonly account: string;
  readonly at: Date;
}

/** Begins a thread. */
export async function insertThread(db: Writing, { id, round, body, item, edition, kind, account, at }: NewThreadRow): Promise<void> {
  await db
    .insertInto('comment_thread')
    .values({ id, round_id: round, body_id: body, item, edition_id: edition, kind, begun_by: account, begun_at: at })
    .execute();
}

export interface NewCommentRow extends SheetKey {
  readonly id: string;
  readonly thread: string;
  readonly kind: ThreadKind;
  readonly number: number;
  readonly account: string;
  readonly office: string;
  readonly at: Date;
  readonly payload: string;
  readonly mentions: readonly string[];
}

/** Writes a comment whose text is kept in a payload, and whom it mentions. */
export async function insertComment(db: Writing, comment: NewCommentRow): Promise<void> {
  const { id, thread, round, body, kind, number, account, office, at, payload, mentions } = comment;
  await db
    .insertInto('comment')
    .values({ id, thread_id: thread, round_id: round, body_id: body, kind, number, author: account, office, written_at: at, payload_id: payload })
    .execute();
  if (mentions.length > 0)
    await db
      .insertInto('comment_mention')
      .values(mentions.map((one) => ({ comment_id: id, account_id: one })))
      .execute();
}

/** Says that a thread is resolved, by whom, or open again; the version is the one after. */
export async function writeThreadState(db: Writing, id: string, by: string | null, at: Date | null): Promise<void> {
  await db
    .updateTable('comment_thread')
    .set((column) => ({ resolved_by: by, resolved_at: at, version: column('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Takes a comment back; false where it was taken back already, or is another's. */
export async function withdrawRow(db: Writing, id: string, account: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('comment')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('author', '=', account)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface ThreadPerson extends PersonNamed {
  readonly role: Role;
  readonly office: PersonNamed;
}

/** Who takes part in threads of a kind at a sheet, by name; one who holds several offices stands once. */
export async function readThreadPeople(db: Reading, { round, body }: SheetKey, kind: ThreadKind): Promise<ThreadPerson[]> {
  const { rows } = await sql<ThreadPerson>`
    SELECT * FROM (SELECT DISTINCT ON (p.id) p.id, p.name, p.role, json_build_object('id', p.body_id, 'name', ${nameOf('p.body_id')}) AS office
      FROM app.comment_people(${round}, ${body}, ${kind}) p ORDER BY p.id, p.body_id <> ${body}, p.role) people ORDER BY people.name, people.id`.execute(db);
  return rows;
}

export interface MentionRow {
  readonly comment: string;
  readonly thread: string;
  readonly kind: ThreadKind;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: PersonNamed;
  readonly item: string;
  readonly edition: string;
  readonly by: PersonNamed;
  readonly at: Date;
  readonly text: string | null;
}

/**
 * Where somebody was mentioned in threads that are open, and has not written since; newest first. What is shared, an appraiser
 * reads from when appraisal opens.
 */
export async function readMentions(db: Reading, account: string, most: number): Promise<MentionRow[]> {
  const { rows } = await sql<MentionRow>`
    SELECT c.id AS comment, t.id AS thread, t.kind, json_build_object('id', r.id, 'title', r.title) AS round,
      json_build_object('id', t.body_id, 'name', ${nameOf('t.body_id')}) AS body, t.item, t.edition_id AS edition, ${person('c.author')} AS by,
      c.written_at AS at, p.content->>'text' AS text
    FROM comment_mention m JOIN comment c ON c.id = m.comment_id JOIN comment_thread t ON t.id = c.thread_id JOIN round r ON r.id = t.round_id
      LEFT JOIN payload p ON p.id = c.payload_id
    WHERE m.account_id = ${account} AND c.withdrawn_at IS NULL AND t.resolved_at IS NULL AND r.state = 'open'
      AND NOT EXISTS (SELECT FROM comment later WHERE later.thread_id = t.id AND later.number > c.number AND later.author = ${account})
      AND (t.body_id = ANY ((SELECT app.own_bodies())::text[]) OR EXISTS (SELECT FROM app.in_force() f WHERE f.role IN ('owner', 'council') AND f.body_id = r.owner_body)
        OR EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'appraisal' AND s.opens <= app.moment()))
    ORDER BY c.written_at DESC, c.id LIMIT ${most}`.execute(db);
  return rows;
}
