import type { Writing } from '../db/transaction.ts';

/** Somebody at work within one request: the transaction, who they are, in what office, and when their request came in. */
export interface Acting {
  readonly db: Writing;
  /** null where nobody is signed in yet. */
  readonly account: string | null;
  /** The membership by which they may do it. */
  readonly office: string | null;
  readonly receivedAt: Date;
  /** How many acts have been recorded: a request that writes without telling is refused. */
  recorded: number;
}
