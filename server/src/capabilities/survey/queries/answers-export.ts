import type { ResponseMode } from '@parindex/core/survey/export/index';
import type { Answers } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import { type Named, nameInYear } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { FreeText } from '../free-texts-list.ts';

/** How many of a group have answered about each body, null where fewer than the threshold, once the survey is closed: for whoever leads it. */
export async function readClosedBodies(db: Reading, round: string, group: string): Promise<{ body: string; responses: number | null }[]> {
  const { rows } = await sql<{ body: string; responses: number | null }>`
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
  readonly mode: ResponseMode | null;
  readonly minutes: number | null;
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

/** What a group has written freely in answer to these questions, at most so many; of bodies of which enough have answered, for whoever leads the closed survey. */
export async function readFreeTexts(db: Reading, round: string, group: string, questions: readonly string[], most: number): Promise<FreeText[]> {
  const { rows } = await sql<FreeText>`SELECT t.body_id AS body, t.question, t.said AS text
    FROM app.closed_texts(${round}, ${group}, ${[...questions]}::text[], ${most}::integer) t`.execute(db as Writing);
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
