import type { EventEmitter } from 'node:events';
import type { CachedHealth } from '../../external-services/cached-health.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import type { Storage } from '../../storage/storage.ts';

/** What evidence needs: storage, scanner, trust for signatures, limits. */
export interface Evidence {
  readonly storage: Storage;
  /** undefined: no scanner is configured. */
  readonly scanner: Scanner | undefined;
  /** Whether both answer at present. */
  readonly scannerState: CachedHealth;
  readonly storeState: CachedHealth;
  /** Certificates and revocation lists supplied by the administrator; undefined: nobody is trusted. */
  readonly trustFolder: string | undefined;
  /** Size limits of one file, and of all that a body stores in a round. */
  readonly mostFileBytes: number;
  readonly mostBodyBytes: number;
  /** Its event `work` announces a complete file in this process; those of other processes are found by polling. */
  readonly received: EventEmitter;
}
