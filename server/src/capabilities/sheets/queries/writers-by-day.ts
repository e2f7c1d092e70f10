import { sql } from 'kysely';
import { personName } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

export interface WrittenDay {
  /** yyyy-mm-dd, in Vietnam. */
  readonly day: string;
  /** The seq of the last claim up to the day's end; 0 where there was none. */
  readonly last: number;
  /** In order of how much they wrote. */
  readonly writers: readonly { readonly name: string; readonly entries: number }[];
}

/** The days on which a sheet was written in by what counts (a department's proposals do not, until they are taken over), and by whom. */
export async function readWritersByDay(db: Reading, round: string, body: string): Promise<WrittenDay[]> {
  const { rows } = await sql<WrittenDay>`
    SELECT w.day::text AS day, coalesce(max(max(w.last)) OVER (ORDER BY w.day), 0)::integer AS last,
      json_agg(json_build_object('name', ${personName(sql.ref('w.actor'))}, 'entries', w.entries) ORDER BY w.entries DESC, w.actor) AS writers
    FROM (
      SELECT (n.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, n.actor, count(*)::integer AS entries, max(n.seq) FILTER (WHERE n.stage = 'claimed' AND n.target IS NOT NULL) AS last
      FROM entry n
      WHERE n.round_id = ${round} AND n.body_id = ${body} AND n.standing = 'effective'
      GROUP BY 1, 2) w
    GROUP BY w.day ORDER BY w.day`.execute(db);
  return rows;
}
