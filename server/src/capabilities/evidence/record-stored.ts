import { readRowStates } from '../../audit/queries/audited-tables.ts';
import { recordAct } from '../../audit/record.ts';
import type { Writing } from '../../db/transaction.ts';
import { asJob, type EvidenceWork } from './work.ts';

/** How stored bytes stand, for an audit row: their length, what a scanner found, and whether they are gone. */
export const readStored = (db: Writing, sha256: Buffer) => readRowStates(db, { content: [sha256.toString('hex')] });

/** Tells the trail how stored bytes stand after a job that no other act tells. */
export async function recordStored(work: Pick<EvidenceWork, 'clock'>, db: Writing, sha256: Buffer): Promise<void> {
  await recordAct(asJob(work, db, null), {
    act: 'evidence.stored',
    subject: `content:${sha256.toString('hex')}`,
    content: { stands: await readStored(db, sha256) },
  });
}
