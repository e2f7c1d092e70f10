import type { BodyRegistry } from '@parindex/core/bodies/index';
import type pg from 'pg';
import type { CheckFiles } from './capabilities/editions/checks.ts';
import type { Template } from './capabilities/editions/templates.ts';
import type { Evidence } from './capabilities/evidence/evidence.ts';
import type { Clock } from './clock.ts';
import type { Keys } from './keys/keys.ts';

/** The kind of database: invented bodies for trying things out, or real data. */
export type InstallationKind = 'sandbox' | 'real';

/** How long a session lasts, and how many an account has at once. */
export interface SessionTerms {
  readonly idleMinutes: number;
  readonly longestHours: number;
  readonly most: number;
}

/** Everything that the server depends on, made once at the start and passed down. */
export interface Context {
  readonly kind: InstallationKind;
  /** The public address; undefined on a local address without a name. */
  readonly origin: string | undefined;
  readonly clock: Clock;
  /** Serves requests, under parindex_app. */
  readonly pool: pg.Pool;
  /** Finds out who somebody is, under parindex_sign_on. */
  readonly signOn: pg.Pool;
  /** The usual ones where nothing is set. */
  readonly sessions?: SessionTerms;
  readonly evidence: Evidence;
  /** Those that the database does not hold: of secrets, and of seals. */
  readonly keys: Keys;
  /** The declared checks of the editions. */
  readonly checks: CheckFiles;
  /** What a draft of an edition may begin with. */
  readonly templates: () => readonly Template[];
  /** The bodies of the published results, which have pages of their own; none where no results are served. */
  readonly published?: BodyRegistry;
  /** Whether reminders are sent by mail; otherwise an administrator passes them on. */
  readonly hasMailServer?: boolean;
  log(text: string, error?: unknown): void;
}
