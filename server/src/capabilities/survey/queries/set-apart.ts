import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How many interviews of a group about a body are kept apart, and why. */
export interface SetApartRow {
  readonly body: string;
  readonly group: string;
  readonly reason: 'late' | 'second';
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

/** Takes those in that came late, or leaves all out; how many of each. */
export async function decideSetApart(
  db: Writing,
  round: string,
  body: string,
  group: string,
  take: boolean,
): Promise<{ readonly taken: number; readonly leftOut: number }> {
  const { rows } = await sql<{ taken: number; leftOut: number }>`
    SELECT taken, left_out AS "leftOut" FROM app.decide_set_apart(${round}, ${body}, ${group}, ${take})`.execute(db);
  return rows[0] ?? { taken: 0, leftOut: 0 };
}
