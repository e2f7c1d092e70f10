import type { SetApartReason } from '@parindex/core/survey/set-apart';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How many interviews and paper forms of a group about a body are kept apart, and why. */
export interface SetApartRow {
  readonly body: string;
  readonly group: string;
  readonly reason: SetApartReason;
  readonly waiting: number;
  readonly taken: number;
  readonly leftOut: number;
}

/** For whoever leads or audits the survey. */
export async function readSetApart(db: Reading, round: string): Promise<SetApartRow[]> {
  const { rows } = await sql<SetApartRow>`SELECT body_id AS body, group_id AS "group", reason, waiting::integer, taken::integer, left_out::integer AS "leftOut"
    FROM app.interviews_set_apart(${round})`.execute(db as Writing);
  return rows;
}

/** How many interviews were held, as their interviewers noted, and have not come; for whoever leads or audits the survey. */
export async function countAwaited(db: Reading, round: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT coalesce(sum(count), 0)::integer AS count FROM app.interviews_awaited(${round})`.execute(db as Writing);
  return rows[0]?.count ?? 0;
}

/** Takes in those that are kept apart for one reason, as far as there are places, or leaves all out; how many of each. */
export async function decideSetApart(
  db: Writing,
  round: string,
  body: string,
  group: string,
  because: SetApartReason,
  take: boolean,
): Promise<{ readonly taken: number; readonly leftOut: number; readonly waiting: number }> {
  const { rows } = await sql<{ taken: number; leftOut: number; waiting: number }>`
    SELECT taken, left_out AS "leftOut", waiting FROM app.decide_set_apart(${round}, ${body}, ${group}, ${because}, ${take})`.execute(db);
  return rows[0] ?? { taken: 0, leftOut: 0, waiting: 0 };
}
