import pg from 'pg';
import { recordAuditedTables } from '../../audit/record-audited-tables.ts';
import { inBackground } from '../../db/background.ts';
import { migrate } from '../../db/migrate.ts';
import { hasActs } from './queries/installation.ts';

/**
 * Migrates a database, as its owner. Audited tables that the trail does not know yet are recorded once, as they are.
 * Returns the names of the applied migrations.
 */
export async function upgradeDatabase(ownerUrl: string, moment: Date): Promise<string[]> {
  const applied = await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inBackground(client, 'BEGIN', async (db) => {
      // Nothing is recorded in an empty one, so that a backup may still be restored into it.
      if (await hasActs(db)) await recordAuditedTables({ db, account: null, membership: null, receivedAt: moment });
    });
  } finally {
    await client.end();
  }
  return applied;
}
