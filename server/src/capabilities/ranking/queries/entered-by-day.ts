import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** What was entered in one sheet on one day for the first time. */
export interface EnteredOnDay {
  readonly body: string;
  readonly day: string;
  readonly count: number;
}

/** Items and figures of these sheets by the day, in Vietnam, of their first entry that counts. */
export async function readEnteredByDay(db: Reading, round: string, bodies: readonly string[]): Promise<EnteredOnDay[]> {
  const { rows } = await sql<EnteredOnDay>`
    SELECT f.body_id AS body, f.day::text AS day, count(*)::int AS count FROM (
      SELECT n.body_id, (min(n.received_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM entry n
      WHERE n.round_id = ${round} AND n.body_id = ANY (${[...bodies]}::text[]) AND n.standing = 'effective' AND n.stage = 'claimed' AND n.target IS NOT NULL
      GROUP BY n.body_id, n.target_kind, n.target) f
    GROUP BY f.body_id, f.day ORDER BY f.day`.execute(db);
  return rows;
}
