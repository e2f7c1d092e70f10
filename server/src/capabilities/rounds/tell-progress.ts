import type { Context } from '../../context.ts';
import { inTransactionAs } from '../../db/transaction.ts';
import type { TellProgress } from './keep-result.ts';
import { tellClosingProgress } from './queries/closing-progress.ts';

/** Between two words on how far it has come, in milliseconds. */
const EVERY = 1_000;

/**
 * Tells how far the closing of a round has come while its own transaction is still open, in one of its own, and so to every process that serves.
 * Nothing hangs on it: where it fails, that is logged, and the closing goes on.
 */
export function tellingOf(context: Context, account: string, round: string): TellProgress {
  let next = 0;
  return async (computed, bodies) => {
    if (performance.now() < next && computed < bodies) return;
    next = performance.now() + EVERY;
    const at = context.clock.now();
    await inTransactionAs(context, account, at, (db) => tellClosingProgress(db, round, { computed, bodies }, at)).catch((error: unknown) =>
      context.log('the progress of a closing was not told', error),
    );
  };
}
