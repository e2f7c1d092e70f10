import type { RecordedAct } from '@parindex/core/words/acts';
import type { Writing } from '../db/transaction.ts';

/** Who acts within one request: the transaction, the account, the membership it acts by, and when the request arrived. */
export interface Acting {
  readonly db: Writing;
  /** null where nobody is signed in yet. */
  readonly account: string | null;
  /** The membership by which the act is allowed. */
  readonly membership: string | null;
  readonly receivedAt: Date;
  /** The acts recorded so far; a request must record at least one. A job has none to collect. */
  readonly recorded?: Set<RecordedAct>;
}

/** Whether an act changed something, and recorded it, or not: it only reads, or was recorded when the same request came first. */
export type Effect = 'done' | 'unchanged';

/** The effect of a request that may be a repetition. */
export const effectOf = (replayed: boolean): Effect => (replayed ? 'unchanged' : 'done');
