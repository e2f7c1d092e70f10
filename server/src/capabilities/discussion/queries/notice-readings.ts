import { sql } from 'kysely';
import { lastName, membershipNamed, type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface NoticeReadingRow {
  readonly person: Named;
  /** The body of the office through which they read it; null: the whole installation. */
  readonly body: Named | null;
  readonly readAt: Date;
}

/** Who has said to have read a notice, the first before; all of them for the owners of the round alone. */
export const readNoticeReadings = (db: Reading, notice: string): Promise<NoticeReadingRow[]> =>
  db
    .selectFrom('notice_reading as g')
    .leftJoinLateral(membershipNamed(sql.ref('g.office')).as('o'), (join) => join.onTrue())
    .select(({ ref }) => [
      person(ref('g.account_id')).as('person'),
      sql<Named | null>`CASE WHEN o.body_id IS NULL THEN NULL ELSE json_build_object('id', o.body_id, 'name', ${lastName(sql.ref('o.body_id'))}) END`.as(
        'body',
      ),
      'g.read_at as readAt',
    ])
    .where('g.notice_id', '=', notice)
    .orderBy('g.read_at')
    .orderBy('g.id')
    .execute();

/** The bodies that take part in a round, by name. */
export const participantsNamed = async (db: Reading, round: string): Promise<Named[]> => {
  const { rows } = await sql<Named>`SELECT p.body_id AS id, ${lastName(sql.ref('p.body_id'))} AS name FROM participant p
    WHERE p.round_id = ${round} ORDER BY p.position, p.body_id`.execute(db);
  return rows;
};

export async function insertNoticeReading(
  db: Writing,
  { id, notice, account, office, at }: { readonly id: string; readonly notice: string; readonly account: string; readonly office: string; readonly at: Date },
): Promise<void> {
  await db.insertInto('notice_reading').values({ id, notice_id: notice, account_id: account, office, read_at: at }).execute();
}
