import type { Reading } from '../../../db/transaction.ts';

/** Whether items of a round stand before its council, or stood. */
export const hasAgenda = async (db: Reading, round: string): Promise<boolean> =>
  (await db.selectFrom('council_item').select('id').where('round_id', '=', round).limit(1).execute()).length > 0;
