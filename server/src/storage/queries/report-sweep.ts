import { sql } from 'kysely';
import type { Reading, Writing } from '../../db/transaction.ts';

/** Holds a report that belongs to no sending for being erased; false where it belongs to one. */
export async function claimReport(db: Writing, report: Buffer, seconds: number): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`SELECT app.claim_report(${report}, ${seconds}) AS claimed`.execute(db);
  return rows[0]?.claimed === true;
}

export async function endReportSweep(db: Writing, report: Buffer): Promise<void> {
  await sql`SELECT app.end_report_sweep(${report})`.execute(db);
}

/** The database's own moment. */
export async function databaseNow(db: Reading): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(db);
  return (rows[0] as { now: Date }).now;
}

/** Whether a report that was put into the store after a moment may have been swept from it. */
export async function wasReportSwept(db: Writing, report: Buffer, since: Date): Promise<boolean> {
  const { rows } = await sql<{ swept: boolean }>`SELECT app.was_report_swept(${report}, ${since}) AS swept`.execute(db);
  return rows[0]?.swept !== false;
}

/** Why bytes must not come in again: removed by decision before, or found infected. */
export async function findRefusedBytes(db: Reading, sha256: string): Promise<'removedBefore' | 'infected' | null> {
  const { rows } = await sql<{ why: 'removedBefore' | 'infected' | null }>`SELECT app.refused_bytes(${Buffer.from(sha256, 'hex')}) AS why`.execute(db);
  return rows[0]?.why ?? null;
}
