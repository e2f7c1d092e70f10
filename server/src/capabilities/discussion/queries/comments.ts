import type { ThreadKind } from '@parindex/core/contracts/schemas/index';
import type { Role } from '@parindex/core/rights/index';
import { type NotNull, sql } from 'kysely';
import { anyOf, isNotNull, membershipNamed, type Named, namedBody, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** A thread without its comments. */
export interface ThreadHead {
  readonly id: string;
  /** The item by its code in `edition`. */
  readonly item: string;
  readonly edition: string;
  readonly kind: ThreadKind;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly resolved: { readonly by: Named; readonly at: string } | null;
  readonly version: number;
}

export interface CommentRow {
  readonly id: string;
  readonly thread: string;
  readonly author: Named;
  readonly role: Role;
  readonly office: Named;
  readonly at: Date;
  /** null where it was lawfully erased. */
  readonly text: string | null;
  readonly withdrawnAt: Date | null;
  readonly mentions: readonly Named[];
}

interface SheetKey {
  readonly round: string;
  readonly body: string;
}

/** The threads of a sheet, of the kinds the caller may read, newest first. */
export function readThreads(db: Reading, { round, body }: SheetKey, kinds: readonly ThreadKind[], id?: string): Promise<ThreadHead[]> {
  const query = db
    .selectFrom('comment_thread as t')
    .select(({ ref }) => [
      't.id',
      't.item',
      't.edition_id as edition',
      't.kind',
      't.begun_by as begunBy',
      't.begun_at as begunAt',
      't.version',
      sql<
        ThreadHead['resolved']
      >`CASE WHEN t.resolved_at IS NOT NULL THEN json_build_object('by', ${person(ref('t.resolved_by'))}, 'at', t.resolved_at) END`.as('resolved'),
    ])
    .where('t.round_id', '=', round)
    .where('t.body_id', '=', body)
    .where('t.kind', '=', anyOf(kinds));
  return (id === undefined ? query : query.where('t.id', '=', id)).orderBy('t.begun_at', 'desc').orderBy('t.id').execute();
}

const comments = (db: Reading) =>
  db
    .selectFrom('comment as c')
    .leftJoin('payload as p', 'p.id', 'c.payload_id')
    .leftJoinLateral(membershipNamed(sql.ref('c.office')).as('o'), (join) => join.onTrue())
    .select(({ ref }) => [
      'c.id',
      'c.thread_id as thread',
      person(ref('c.author')).as('author'),
      'o.role',
      namedBody(sql.ref('o.body_id')).as('office'),
      'c.written_at as at',
      sql<string | null>`p.content->>'text'`.as('text'),
      'c.withdrawn_at as withdrawnAt',
      sql<Named[]>`(SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) ORDER BY w.name, w.id), '[]')
        FROM app.person_names(ARRAY(SELECT m.account_id FROM comment_mention m WHERE m.comment_id = c.id)) w)`.as('mentions'),
    ])
    // Whoever reads a comment is signed in, and may see by which membership it was written.
    .$narrowType<{ role: NotNull }>();

/** The comments of threads, oldest first. */
export const readComments = (db: Reading, threads: readonly string[]): Promise<CommentRow[]> =>
  comments(db).where('c.thread_id', '=', anyOf(threads)).orderBy('c.thread_id').orderBy('c.number').execute();

/** A comment by its id, if the caller may read it. */
export const findComment = (db: Reading, id: string): Promise<CommentRow | undefined> => comments(db).where('c.id', '=', id).executeTakeFirst();

/** Locks a thread; returns whether it is resolved, undefined if the caller may not write in it. */
export const lockThread = (db: Writing, id: string): Promise<{ readonly resolved: boolean } | undefined> =>
  db
    .selectFrom('comment_thread as t')
    .select(({ ref }) => isNotNull(ref('t.resolved_at')).as('resolved'))
    .where('t.id', '=', id)
    .forUpdate()
    .executeTakeFirst();

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
  readonly membership: string;
  readonly at: Date;
  readonly payload: string;
  readonly mentions: readonly string[];
}

/** Writes a comment whose text is kept in a payload, and whom it mentions. */
export async function insertComment(db: Writing, comment: NewCommentRow): Promise<void> {
  const { id, thread, round, body, kind, number, account, membership, at, payload, mentions } = comment;
  await db
    .insertInto('comment')
    .values({ id, thread_id: thread, round_id: round, body_id: body, kind, number, author: account, office: membership, written_at: at, payload_id: payload })
    .execute();
  if (mentions.length > 0)
    await db
      .insertInto('comment_mention')
      .values(mentions.map((one) => ({ comment_id: id, account_id: one })))
      .execute();
}

/** Marks a thread as resolved by somebody, or open again; returns the next version. */
export async function writeThreadState(db: Writing, id: string, by: string | null, at: Date | null): Promise<void> {
  await db
    .updateTable('comment_thread')
    .set((column) => ({ resolved_by: by, resolved_at: at, version: column('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Withdraws a comment; false if it was withdrawn already, or is somebody else's. */
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

export interface ThreadPerson extends Named {
  readonly role: Role;
  readonly office: Named;
}

/** Who takes part in threads of a kind at a sheet, by name; listed once, however many memberships they have. */
export async function readThreadPeople(db: Reading, { round, body }: SheetKey, kind: ThreadKind): Promise<ThreadPerson[]> {
  const { rows } = await sql<ThreadPerson>`
    SELECT * FROM (SELECT DISTINCT ON (p.id) p.id, p.name, p.role, ${namedBody(sql.ref('p.body_id'))} AS office
      FROM app.comment_people(${round}, ${body}, ${kind}) p ORDER BY p.id, p.body_id <> ${body}, p.role) people ORDER BY people.name, people.id`.execute(db);
  return rows;
}

export interface MentionRow {
  readonly comment: string;
  readonly thread: string;
  readonly kind: ThreadKind;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: Named;
  readonly item: string;
  readonly edition: string;
  readonly by: Named;
  readonly at: Date;
  readonly text: string | null;
}

/** Where somebody was mentioned in open threads and has not written since; newest first. Appraisers see shared threads once appraisal has opened. */
export const readMentions = (db: Reading, account: string, most: number): Promise<MentionRow[]> =>
  db
    .selectFrom('comment_mention as m')
    .innerJoin('comment as c', 'c.id', 'm.comment_id')
    .innerJoin('comment_thread as t', 't.id', 'c.thread_id')
    .innerJoin('round as r', 'r.id', 't.round_id')
    .leftJoin('payload as p', 'p.id', 'c.payload_id')
    .select(({ ref }) => [
      'c.id as comment',
      't.id as thread',
      't.kind',
      sql<MentionRow['round']>`json_build_object('id', r.id, 'title', r.title)`.as('round'),
      namedBody(ref('t.body_id')).as('body'),
      't.item',
      't.edition_id as edition',
      person(ref('c.author')).as('by'),
      'c.written_at as at',
      sql<string | null>`p.content->>'text'`.as('text'),
    ])
    .where('m.account_id', '=', account)
    .where('c.withdrawn_at', 'is', null)
    .where('t.resolved_at', 'is', null)
    .where('r.state', '=', 'open')
    .where(sql<boolean>`NOT EXISTS (SELECT FROM comment later WHERE later.thread_id = t.id AND later.number > c.number AND later.author = ${account})`)
    .where(
      sql<boolean>`(app.works_on(t.round_id, t.body_id, (SELECT app.own_sheets())) OR EXISTS (SELECT FROM app.in_force() f WHERE f.role IN ('owner', 'council') AND f.body_id = r.owner_body)
        OR EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'appraisal' AND s.opens <= app.moment()))`,
    )
    .orderBy('c.written_at', 'desc')
    .orderBy('c.id')
    .limit(most)
    .execute();
