import type pg from 'pg';
import { inBackgroundOf } from '../../db/background.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { hashOfKey } from '../../storage/keys.ts';
import { claimReport, endReportSweep } from '../../storage/queries/report-sweep.ts';
import type { Storage } from '../../storage/storage.ts';

/** A report is put into the store before it counts as sent; one with which nothing was sent stays this long. */
const GRACE_MS = 24 * 60 * 60_000;
const HELD_SECONDS = 300;
const EVERY_SECONDS = 3_600;

export interface ReportWork {
  readonly pool: pg.Pool;
  readonly evidence: { readonly storage: Storage };
}

/** Erases reports that were refused after they had been read, or whose sending broke off. Returns their number. */
export async function sweepReports({ pool, evidence: { storage } }: ReportWork, graceMs: number = GRACE_MS): Promise<number> {
  // By the store's own clock, or this process's: a grace of a day is not about seconds.
  const before = Date.now() - graceMs;
  let swept = 0;
  for await (const { key, at } of storage.list('reports/')) {
    const hash = hashOfKey(key);
    if (at.getTime() > before || hash === undefined) continue;
    const report = Buffer.from(hash, 'hex');
    if (!(await inBackgroundOf(pool, (db) => claimReport(db, report, HELD_SECONDS)))) continue;
    await storage.remove(key);
    await inBackgroundOf(pool, (db) => endReportSweep(db, report));
    swept += 1;
  }
  return swept;
}

export const submissionJobs = (work: ReportWork): JobKind[] => [
  { kind: 'submissions.sweep', everySeconds: EVERY_SECONDS, run: () => sweepReports(work).then(() => false) },
];
