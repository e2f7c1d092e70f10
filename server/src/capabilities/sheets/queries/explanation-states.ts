import { type ExplanationState, explanationAfter, type WholeExplanationAct } from '@parindex/core/round/index';
import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** What each explanation of a round is, by the last act on the whole of it; those without one are open. */
export async function readExplanationStates(db: Reading, round: string, body?: string): Promise<ReadonlyMap<string, ExplanationState>> {
  const { rows } = await sql<{ body: string; act: WholeExplanationAct }>`
    SELECT DISTINCT ON (n.body_id) n.body_id AS body, n.act FROM entry n
    WHERE n.round_id = ${round} ${body === undefined ? sql`` : sql`AND n.body_id = ${body}`} AND n.act IN ('freezeExplanation', 'sendExplanation', 'takeBackExplanation')
    ORDER BY n.body_id, n.seq DESC`.execute(db);
  return new Map(rows.map(({ body: whose, act }) => [whose, explanationAfter(act)]));
}

/** What the explanation of a sheet is. */
export const findExplanationState = async (db: Reading, round: string, body: string): Promise<ExplanationState> =>
  (await readExplanationStates(db, round, body)).get(body) ?? explanationAfter(null);
