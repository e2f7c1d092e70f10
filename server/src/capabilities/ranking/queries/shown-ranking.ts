import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** From here on the transaction also counts the sheets of this round, where its owner shows the ranking to whoever asks; false: they do not. */
export async function countForRanking(db: Reading, round: string): Promise<boolean> {
  const { rows } = await sql<{ counts: boolean }>`SELECT app.count_for_ranking(${round}) AS counts`.execute(db);
  return rows[0]?.counts === true;
}
