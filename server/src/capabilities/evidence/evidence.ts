import type { EventEmitter } from 'node:events';
import type { Scanner } from '../../scanner/scanner.ts';
import type { Storage } from '../../storage/storage.ts';
import type { ScannerState } from './scanner-state.ts';

/** What evidence stands on: where bytes lie, who looks through them, whom signatures are judged by, how much may come. */
export interface Evidence {
  readonly storage: Storage;
  /** undefined: none is set. */
  readonly scanner: Scanner | undefined;
  readonly scannerState: ScannerState;
  /** Certificates of authorities and their revocation lists, as the administrator supplies them; undefined: nobody is trusted. */
  readonly trustFolder: string | undefined;
  /** Most bytes of one file, and of all that a body holds in a round. */
  readonly mostFileBytes: number;
  readonly mostBodyBytes: number;
  /** Its event `work` says that a file has come whole to this process; those of other processes are found by looking. */
  readonly received: EventEmitter;
}
