import pg from 'pg';
import { recordAuditedTables } from '../../audit/record-audited-tables.ts';
import { inBackground } from '../../db/background.ts';
import { migrate } from '../../db/migrate.ts';
import { hasActs } from './queries/installation.ts';

/**
 * Brings a database to the newest form, under its owner; what was written before the trail told registers is told once,
 * as it stands. Answers the names of the migrations that were applied.
 */
export async function upgradeDatabase(ownerUrl: string, moment: Date): Promise<string[]> {
  const applied = await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inBackground(client, 'BEGIN', async (db) => {
      // An empty one may still be restored into.
      if (await hasActs(db)) await recordAuditedTables({ db, account: null, membership: null, receivedAt: moment });
    });
  } finally {
    await client.end();
  }
  return applied;
}
