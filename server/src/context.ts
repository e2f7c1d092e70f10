import type pg from 'pg';
import type { CheckFiles } from './capabilities/editions/checks.ts';
import type { Evidence } from './capabilities/evidence/evidence.ts';

export interface Clock {
  now(): Date;
}

/** What the database is: invented bodies to try things on, or the real thing. */
export type InstallationKind = 'sandbox' | 'real';

/** All that the server stands on, made once at the top and passed down. */
export interface Context {
  readonly kind: InstallationKind;
  /** How people reach it; undefined on a local address without a name. */
  readonly origin: string | undefined;
  readonly clock: Clock;
  /** Serves requests, under parindex_app. */
  readonly pool: pg.Pool;
  readonly evidence: Evidence;
  /** What is declared beside the editions for the check before sending. */
  readonly checks: CheckFiles;
  /** Whether reminders go by mail; else an administrator hands them over. */
  readonly hasMailServer?: boolean;
  log(text: string, error?: unknown): void;
}
