import type { NoticeKind } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import { anyOf, type Named, namedBody, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface NoticeRow {
  readonly id: string;
  readonly round: string;
  readonly kind: NoticeKind;
  /** By its code in `edition`. */
  readonly item: string | null;
  readonly edition: string | null;
  readonly question: string | null;
  readonly text: string;
  readonly publishedBy: Named;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly docNumber: string | null;
  readonly issuedOn: string | null;
  readonly files: readonly string[];
  /** When the asker said that they had read it. */
  readonly readAt: Date | null;
}

const notices = (db: Reading) =>
  db
    .selectFrom('notice as n')
    .select(({ ref }) => [
      'n.id',
      'n.round_id as round',
      'n.kind',
      'n.item',
      'n.edition_id as edition',
      'n.question',
      'n.text',
      person(ref('n.published_by')).as('publishedBy'),
      'n.published_at as publishedAt',
      'n.withdrawn_at as withdrawnAt',
      'n.doc_number as docNumber',
      'n.issued_on as issuedOn',
      'n.files',
      sql<Date | null>`(SELECT g.read_at FROM notice_reading g WHERE g.notice_id = n.id AND g.account_id = app.account())`.as('readAt'),
    ]);

/** The notices of a round, newest first. */
export const readNotices = (db: Reading, round: string): Promise<NoticeRow[]> =>
  notices(db).where('n.round_id', '=', round).orderBy('n.published_at', 'desc').orderBy('n.id').execute();

/** Notices by their ids, as far as the caller may read them. */
export const findNotices = (db: Reading, ids: readonly string[]): Promise<NoticeRow[]> => notices(db).where('n.id', '=', anyOf(ids)).execute();

export interface NewNoticeRow {
  readonly id: string;
  readonly round: string;
  readonly kind: NoticeRow['kind'];
  readonly item: string | null;
  readonly edition: string | null;
  readonly question: string | null;
  readonly text: string;
  readonly docNumber: string | null;
  readonly issuedOn: string | null;
  readonly files: readonly string[];
  readonly account: string;
  readonly at: Date;
}

/** Publishes a notice; apart from being withdrawn it never changes. */
export async function insertNotice(db: Writing, notice: NewNoticeRow): Promise<void> {
  const { id, round, kind, item, edition, question, text, docNumber, issuedOn, files, account, at } = notice;
  await db
    .insertInto('notice')
    .values({
      ...{ id, round_id: round, kind, item, edition_id: item === null ? null : edition, question, text },
      ...{ doc_number: docNumber, issued_on: issuedOn, files: [...files], published_by: account, published_at: at },
    })
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
  readonly body: Named;
  readonly item: string;
  readonly edition: string;
  readonly text: string;
  readonly askedBy: Named;
  readonly askedAt: Date;
  readonly answer: string | null;
}

export interface QuestionQuery {
  readonly id?: string | undefined;
  readonly round?: string | undefined;
  readonly state?: 'open' | 'answered' | undefined;
}

/** Questions of these bodies, and those addressed to rounds of these owners, newest first. */
export async function readQuestions(
  db: Reading,
  { bodies, owners }: { readonly bodies: readonly string[]; readonly owners: readonly string[] },
  { id, round, state }: QuestionQuery,
): Promise<QuestionRow[]> {
  let query = db
    .selectFrom('question as q')
    .innerJoin('round as r', 'r.id', 'q.round_id')
    .select(({ ref }) => [
      'q.id',
      sql<QuestionRow['round']>`json_build_object('id', r.id, 'title', r.title)`.as('round'),
      namedBody(ref('q.body_id')).as('body'),
      'q.item',
      'q.edition_id as edition',
      'q.text',
      person(ref('q.asked_by')).as('askedBy'),
      'q.asked_at as askedAt',
      'q.answer_id as answer',
    ])
    .where((eb) => eb.or([eb('q.body_id', '=', anyOf(bodies)), eb('r.owner_body', '=', anyOf(owners))]));
  if (id !== undefined) query = query.where('q.id', '=', id);
  if (round !== undefined) query = query.where('q.round_id', '=', round);
  if (state !== undefined) query = query.where('q.answer_id', state === 'open' ? 'is' : 'is not', null);
  return query.orderBy('q.asked_at', 'desc').orderBy('q.id').execute();
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

/** Locks a question against a second answer; false if it has one. */
export async function lockOpenQuestion(db: Writing, id: string): Promise<boolean> {
  return (await db.selectFrom('question').select('id').where('id', '=', id).where('answer_id', 'is', null).forUpdate().executeTakeFirst()) !== undefined;
}

/** Links a question to the notice that answers it. */
export async function writeAnswer(db: Writing, id: string, notice: string): Promise<void> {
  await db.updateTable('question').set({ answer_id: notice }).where('id', '=', id).execute();
}
