import type { Reading, Writing } from '../../../db/transaction.ts';

/** How many bodies of a round that is being closed are computed. */
export interface ClosingProgress {
  readonly computed: number;
  readonly bodies: number;
}

/** What was told longer ago than this many milliseconds is of a computation that broke off. */
const TELLS_WITHIN = 60_000;

/** How far the closing that goes on has come, for whoever runs the round; undefined where none goes on. */
export const findClosingProgress = (db: Reading, round: string, moment: Date): Promise<ClosingProgress | undefined> =>
  db
    .selectFrom('closing_progress')
    .select(['computed', 'bodies'])
    .where('round_id', '=', round)
    .where('told_at', '>', new Date(moment.getTime() - TELLS_WITHIN))
    .executeTakeFirst();

export async function tellClosingProgress(db: Writing, round: string, { computed, bodies }: ClosingProgress, at: Date): Promise<void> {
  const told = { computed, bodies, told_at: at };
  await db
    .insertInto('closing_progress')
    .values({ round_id: round, ...told })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet(told))
    .execute();
}
