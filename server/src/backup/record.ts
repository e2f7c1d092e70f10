import pg from 'pg';
import { recordAct } from '../audit/record.ts';
import { inBackground } from '../db/background.ts';
import type { BackupTail } from './format.ts';

/** The act by which a backup is recorded. */
export const BACKS_UP = 'installation.backUp';

/** Records in the trail that a backup of that moment was made, and to whom it was encrypted; runs under parindex_owner. */
export async function recordBackup(ownerUrl: string, { rows, sha256 }: BackupTail, moment: Date, recipients: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inBackground(client, 'BEGIN', (db) =>
      recordAct(
        { db, account: null, membership: null, receivedAt: moment },
        { act: BACKS_UP, subject: 'installation', content: { rows: String(rows), sha256, encryptedTo: recipients } },
      ),
    );
  } finally {
    await client.end();
  }
}
