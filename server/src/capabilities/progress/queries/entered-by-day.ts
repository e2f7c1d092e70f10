import type { EnteredOnDay } from '@parindex/core/progress/begun-by-day';
import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** Items and figures of these sheets by the day, in Vietnam, of their first entry that counts. */
export async function readEnteredByDay(db: Reading, round: string, bodies: readonly string[]): Promise<(EnteredOnDay & { readonly body: string })[]> {
  const { rows } = await sql<EnteredOnDay & { readonly body: string }>`
    SELECT f.body_id AS body, f.day::text AS day, f.target_kind AS kind, array_agg(f.target) AS targets FROM (
      SELECT n.body_id, n.target_kind, n.target, (min(n.received_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM entry n
      WHERE n.round_id = ${round} AND n.body_id = ANY (${[...bodies]}::text[]) AND n.standing = 'effective' AND n.stage = 'claimed' AND n.target IS NOT NULL
      GROUP BY n.body_id, n.target_kind, n.target) f
    GROUP BY f.body_id, f.day, f.target_kind`.execute(db);
  return rows;
}
