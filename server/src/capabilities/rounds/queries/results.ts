import { gunzipSync } from 'node:zlib';
import type { FinalItem } from '@parindex/core/ranking/final-items';
import type { FinalBody } from '@parindex/core/ranking/final-result';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { ComputedResult } from '../compute-result.ts';

/** The final result of a round as a whole. */
export interface RoundResultRow {
  readonly closedAt: Date;
  readonly snapshotHash: string;
  readonly resultHash: string;
  readonly by: Named;
  readonly at: Date;
}

/** The kept result of the closing that stands. */
const standingResult = (db: Reading, round: string) =>
  db
    .selectFrom('round_result as k')
    .innerJoin('round as r', (join) => join.onRef('r.id', '=', 'k.round_id').onRef('r.closed_at', '=', 'k.closed_at'))
    .where('k.round_id', '=', round)
    .where('r.state', '=', 'closed');

/** That of a closed round; undefined where it has none, or the asker does not see the round whole. */
export function findRoundResult(db: Reading, round: string): Promise<RoundResultRow | undefined> {
  return standingResult(db, round)
    .select(({ ref }) => [
      'k.closed_at as closedAt',
      'k.snapshot_hash as snapshotHash',
      'k.result_hash as resultHash',
      person(ref('k.made_by')).as('by'),
      'k.made_at as at',
    ])
    .executeTakeFirst();
}

/** The canonical text of the snapshot from which it was computed. */
export async function readKeptSnapshot(db: Reading, round: string): Promise<string | undefined> {
  const row = await standingResult(db, round).select('k.snapshot').executeTakeFirst();
  return row && gunzipSync(row.snapshot).toString();
}

export interface BodyResultRow {
  readonly body: string;
  readonly result: FinalBody;
}

/** What bodies came to in a closed round, as far as the asker is told: those without a place last; of one body alone, if it is named. */
export async function readBodyResults(db: Reading, round: string, body?: string): Promise<BodyResultRow[]> {
  const { rows } = await sql<BodyResultRow>`
    SELECT b.body_id AS body, b.result FROM body_result b JOIN round r ON r.id = b.round_id AND r.closed_at = b.closed_at AND r.state = 'closed'
      JOIN participant p ON p.round_id = b.round_id AND p.body_id = b.body_id
    WHERE b.round_id = ${round} ${body === undefined ? sql`` : sql`AND b.body_id = ${body}`}
    ORDER BY (b.result->>'rank')::int NULLS LAST, p.position, b.body_id`.execute(db);
  return rows;
}

/** Where a body stood in a closed round. */
export interface BodyPlaceRow {
  readonly body: string;
  readonly index: FinalBody['index'];
  readonly rank: number | null;
}

/** Index and place of bodies in a closed round, as far as the asker is told. */
export async function readBodyPlaces(db: Reading, round: string): Promise<BodyPlaceRow[]> {
  const { rows } = await sql<BodyPlaceRow>`
    SELECT b.body_id AS body, CASE WHEN jsonb_typeof(b.result->'index') = 'object' THEN b.result->'index' END AS index, (b.result->>'rank')::int AS rank
    FROM body_result b JOIN round r ON r.id = b.round_id AND r.closed_at = b.closed_at AND r.state = 'closed' WHERE b.round_id = ${round}`.execute(db);
  return rows;
}

export interface BodyItemsRow {
  readonly body: string;
  /** null: kept before items were. */
  readonly items: readonly FinalItem[] | null;
}

/** How the items of bodies stand in the final result of a closed round, in the order of their places, as far as the asker is told; of one body alone, if it is named. */
export async function readBodyItems(db: Reading, round: string, body?: string): Promise<BodyItemsRow[]> {
  const { rows } = await sql<BodyItemsRow>`
    SELECT b.body_id AS body, b.items FROM body_result b JOIN round r ON r.id = b.round_id AND r.closed_at = b.closed_at AND r.state = 'closed'
      JOIN participant p ON p.round_id = b.round_id AND p.body_id = b.body_id
    WHERE b.round_id = ${round} ${body === undefined ? sql`` : sql`AND b.body_id = ${body}`}
    ORDER BY (b.result->>'rank')::int NULLS LAST, p.position, b.body_id`.execute(db);
  return rows;
}

/** How many bodies have a result, and how many of them a place. */
export async function countResults(db: Reading, round: string): Promise<{ readonly bodies: number; readonly placed: number }> {
  const { rows } = await sql<{ bodies: number; placed: number }>`SELECT bodies, placed FROM app.count_results(${round})`.execute(db);
  return rows[0] ?? { bodies: 0, placed: 0 };
}

/** Whether the asker runs a round that is closed, since when it is, and how many bodies it has. */
export async function findClosing(db: Reading, round: string): Promise<{ readonly closedAt: Date; readonly bodies: number } | undefined> {
  const { rows } = await sql<{ closedAt: Date; bodies: number }>`
    SELECT r.closed_at AS "closedAt", (SELECT count(*)::int FROM participant p WHERE p.round_id = r.id) AS bodies FROM round r WHERE r.id = ${round} AND r.state = 'closed' AND r.closed_at IS NOT NULL AND r.id = ANY (app.find_run_rounds())`.execute(
    db,
  );
  return rows[0];
}

interface NewRoundResult extends ComputedResult {
  readonly round: string;
  readonly closedAt: Date;
  readonly by: string;
  readonly at: Date;
}

/** Rows that go to the database at a time. */
const BATCH = 500;

export async function insertRoundResult(db: Writing, { round, closedAt, snapshot, snapshotHash, resultHash, by, at, bodies }: NewRoundResult): Promise<void> {
  const of = { round_id: round, closed_at: closedAt };
  await db
    .insertInto('round_result')
    .values({ ...of, snapshot_hash: snapshotHash, result_hash: resultHash, snapshot: Buffer.from(snapshot), made_by: by, made_at: at })
    .execute();
  const rows = bodies.map(({ body, ...kept }) => ({ ...of, body_id: body, ...kept }));
  for (let from = 0; from < rows.length; from += BATCH)
    await db
      .insertInto('body_result')
      .values(rows.slice(from, from + BATCH))
      .execute();
}
