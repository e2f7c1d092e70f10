import type pg from 'pg';
import type { Acting } from '../../audit/acting.ts';
import type { Clock } from '../../clock.ts';
import { inBackgroundOf } from '../../db/background.ts';
import type { Writing } from '../../db/transaction.ts';
import { inspect } from '../../file-inspection/inspect.ts';
import type { Inspection } from '../../file-inspection/inspection.ts';
import { readSignaturesApart } from '../../signatures/read-apart.ts';
import type { Evidence } from './evidence.ts';
import type { UploadRow } from './queries/uploads.ts';

/** How a file is read. */
export interface FileReading {
  inspect(path: string, name: string): Promise<Inspection>;
  readonly readSignatures: typeof readSignaturesApart;
}

/** In service each file is read by locked-down processes of its own. */
export const READ_APART: FileReading = { inspect, readSignatures: readSignaturesApart };

/** What background work on evidence needs; `pool` is under parindex_jobs. */
export interface EvidenceWork {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly evidence: Evidence;
  /** Apart, where nothing else is said. */
  readonly reading?: FileReading;
  log(text: string, error?: unknown): void;
}

/** One transaction of a job. */
export const asJobs = <T>({ pool }: Pick<EvidenceWork, 'pool'>, work: (db: Writing) => Promise<T>): Promise<T> => inBackgroundOf(pool, work);

/** A job that acts for the uploader, or for nobody. */
export const asJob = ({ clock }: Pick<EvidenceWork, 'clock'>, db: Writing, by: Pick<UploadRow, 'account' | 'office'> | null): Acting => ({
  db,
  account: by?.account ?? null,
  membership: by?.office ?? null,
  receivedAt: clock.now(),
});
