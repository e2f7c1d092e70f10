import type { SetApartReason } from '@parindex/core/survey/quotas';
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

/** Takes in those that came late or above a quota, as far as there are places, or leaves all out; how many of each. */
export async function decideSetApart(
  db: Writing,
  round: string,
  body: string,
  group: string,
  take: boolean,
): Promise<{ readonly taken: number; readonly leftOut: number; readonly waiting: number }> {
  const { rows } = await sql<{ taken: number; leftOut: number; waiting: number }>`
    SELECT taken, left_out AS "leftOut", waiting FROM app.decide_set_apart(${round}, ${body}, ${group}, ${take})`.execute(db);
  return rows[0] ?? { taken: 0, leftOut: 0, waiting: 0 };
}
