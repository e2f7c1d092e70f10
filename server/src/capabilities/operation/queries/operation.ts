import type { operationAnswer } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import type { z } from 'zod';
import { findSealingPlace, unsealed } from '../../../audit/queries/seal.ts';
import type { Reading } from '../../../db/transaction.ts';
import { CLUSTER } from '../../../postgres/cluster-name.ts';

export interface ServingDatabase {
  readonly kind: 'embedded' | 'server';
  readonly version: string;
}

/** Which PostgreSQL is running; the embedded one has a name of its own. */
export async function findServingDatabase(db: Reading): Promise<ServingDatabase> {
  const { rows } = await sql<{ name: string; version: string }>`
    SELECT current_setting('cluster_name') AS name, current_setting('server_version') AS version`.execute(db);
  return { kind: rows[0]?.name === CLUSTER ? 'embedded' : 'server', version: rows[0]?.version ?? '' };
}

/** The names of the applied migrations, in order. */
export async function findAppliedMigrations(db: Reading): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM migration ORDER BY name COLLATE "C"`.execute(db);
  return rows.map(({ name }) => name);
}

/** The moment of the newest recorded backup; null if there is none. */
export async function findLastBackup(db: Reading): Promise<Date | null> {
  const last = await db.selectFrom('audit').select('at').where('act', '=', sql.lit('installation.backUp')).orderBy('n', 'desc').limit(1).executeTakeFirst();
  return last?.at ?? null;
}

/** When the oldest row that is not sealed yet was written. */
export async function findWaitingSince(db: Reading): Promise<Date | null> {
  const { since } = await unsealed(db, await findSealingPlace(db))
    .select(({ fn }) => fn.min('at').as('since'))
    .executeTakeFirstOrThrow();
  return since;
}

/** The state of evidence files, for administrators of the whole installation. */
export async function findEvidenceStanding(db: Reading): Promise<Omit<z.output<typeof operationAnswer>['evidence'], 'store'>> {
  const { rows } = await sql<{ standing: Omit<z.output<typeof operationAnswer>['evidence'], 'store'> }>`SELECT app.evidence_standing() AS standing`.execute(db);
  return (rows[0] as (typeof rows)[number]).standing;
}
