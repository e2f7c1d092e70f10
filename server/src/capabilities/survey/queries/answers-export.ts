import type { ResponseMode } from '@parindex/core/survey/export/index';
import type { Answers } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import { type Named, nameInYear } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How many of a group have answered about each body, once the survey is closed: for whoever leads it. */
export async function readClosedBodies(db: Reading, round: string, group: string): Promise<{ body: string; responses: number }[]> {
  const { rows } = await sql<{ body: string; responses: number }>`
    SELECT c.body_id AS body, c.responses::integer AS responses FROM app.closed_bodies(${round}, ${group}) c`.execute(db as Writing);
  return rows;
}

/** What bodies were called in a round's year, whether they are in the round or not, in the order of their ids. */
export async function readNames(db: Reading, round: string, bodies: readonly string[]): Promise<Named[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<Named>`SELECT b.id, ${nameInYear} AS name FROM round r JOIN body b ON b.id = ANY (${[...bodies]}::text[])
    WHERE r.id = ${round} ORDER BY b.id`.execute(db as Writing);
  return rows;
}

/** Before every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** A response as it is kept. */
export interface KeptResponse {
  readonly id: string;
  readonly mode: ResponseMode;
  readonly minutes: number;
  readonly setAside: boolean;
  readonly answers: Answers;
  readonly invalid: readonly string[];
}

/** What a group has answered about a body, in the order of ids after one of them: nothing where it is not for whoever asks, or too few have answered. */
export async function readClosedAnswers(db: Reading, round: string, group: string, body: string, after: string, most: number): Promise<KeptResponse[]> {
  const { rows } = await sql<KeptResponse>`
    SELECT c.id, c.mode, c.minutes, c.set_aside AS "setAside", c.answers, c.invalid
    FROM app.closed_answers(${round}, ${group}, ${body}, ${after}::uuid, ${most}::integer) c`.execute(db as Writing);
  return rows;
}

/** When a file of a group was last made whole, of how many lines and bytes, and their hash. */
export interface MadeFile {
  readonly group: string;
  readonly form: string;
  readonly language: string | null;
  readonly at: Date;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of all bodies of a round's groups as they were last made, by what the trail tells. */
export async function readMadeFiles(db: Reading, round: string): Promise<MadeFile[]> {
  const { rows } = await sql<MadeFile>`
    SELECT DISTINCT ON (1, 2, 3) a.content->>'group' AS "group", a.content->>'form' AS form, a.content->>'language' AS language, a.at,
      (a.content->>'rows')::integer AS rows, (a.content->>'bytes')::bigint::float8 AS bytes, a.content->>'sha256' AS sha256
    FROM audit a WHERE a.subject = ${`round:${round}`} AND a.act = 'survey.exported' AND a.body_id IS NULL ORDER BY 1, 2, 3, a.n DESC`.execute(db as Writing);
  return rows;
}
