import type { RecordedAct } from '@parindex/core/words/acts';
import type { Writing } from '../db/transaction.ts';

/** Somebody at work within one request: the transaction, who they are, in what office, and when their request came in. */
export interface Acting {
  readonly db: Writing;
  /** null where nobody is signed in yet. */
  readonly account: string | null;
  /** The membership by which they may do it. */
  readonly membership: string | null;
  readonly receivedAt: Date;
  /** The acts recorded so far, where a request must tell what it did; a job answers to nobody. */
  readonly recorded?: Set<RecordedAct>;
}

/** What an act has done: something, which it has told the trail; or nothing, as it only shows, or was told when it came first. */
export type Effect = 'done' | 'unchanged';

/** The effect of what may have come before. */
export const effectOf = (replayed: boolean): Effect => (replayed ? 'unchanged' : 'done');
