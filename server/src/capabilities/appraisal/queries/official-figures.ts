import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/**
 * Bodies of a round for which an item says what official statistics say, and nothing else: each of its figures stands as a batch
 * of statistics wrote it, the body has answered nothing beside them, and nobody has decided on the item or its figures yet.
 */
export async function readOfficialAlone(db: Reading, round: string, item: string, figures: readonly string[]): Promise<ReadonlySet<string>> {
  if (figures.length === 0) return new Set();
  const { rows } = await sql<{ body: string }>`
    SELECT p.body_id AS body FROM participant p WHERE p.round_id = ${round}
      AND NOT EXISTS (SELECT FROM cell c WHERE c.round_id = p.round_id AND c.body_id = p.body_id AND c.stage <> 'claimed'
        AND ((c.target_kind = 'item' AND c.target = ${item}) OR (c.target_kind = 'figure' AND c.target = ANY (${[...figures]}::text[]))))
      AND NOT EXISTS (SELECT FROM cell c, jsonb_object_keys(c.fields) k WHERE c.round_id = p.round_id AND c.body_id = p.body_id AND c.stage = 'claimed'
        AND c.target_kind = 'item' AND c.target = ${item} AND k NOT IN ('justification', 'citations'))
      AND (SELECT count(*) FROM cell c JOIN entry n ON n.round_id = c.round_id AND n.body_id = c.body_id AND n.seq = (c.seqs->>'value')::integer
        WHERE c.round_id = p.round_id AND c.body_id = p.body_id AND c.stage = 'claimed' AND c.target_kind = 'figure' AND c.target = ANY (${[...figures]}::text[])
          AND n.origin = 'statistic') = ${figures.length}`.execute(db);
  return new Set(rows.map(({ body }) => body));
}
