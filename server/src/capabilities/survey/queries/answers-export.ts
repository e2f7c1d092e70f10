import type { ClosedResponse, ResponseMode } from '@parindex/core/survey/export/index';
import type { Answers } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How many of a group have answered about each body, once the survey is closed: for whoever leads it. */
export async function readClosedBodies(db: Reading, round: string, group: string): Promise<{ body: string; responses: number }[]> {
  const { rows } = await sql<{ body: string; responses: number }>`
    SELECT c.body_id AS body, c.responses::integer AS responses FROM app.closed_bodies(${round}, ${group}) c`.execute(db as Writing);
  return rows;
}

/** Before every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What a group has answered about a body, in the order of ids after one of them: nothing where it is not for whoever asks, or too few have answered. */
export async function readClosedAnswers(db: Reading, round: string, group: string, body: string, after: string, most: number): Promise<ClosedResponse[]> {
  const { rows } = await sql<{ id: string; mode: ResponseMode; minutes: number; setAside: boolean; answers: Answers }>`
    SELECT c.id, c.mode, c.minutes, c.set_aside AS "setAside", c.answers FROM app.closed_answers(${round}, ${group}, ${body}, ${after}::uuid, ${most}::integer) c`.execute(
    db as Writing,
  );
  return rows.map((row) => ({ ...row, body }));
}
