import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { applyDefinitions, dropDefinitions, runFile } from './definitions.ts';
import { LOCKS } from './locks.ts';

const FOLDER = new URL('./migrations/', import.meta.url).pathname;

/** The role names in the grants of the migrations. */
export const ROLES = {
  owner: 'parindex_owner',
  app: 'parindex_app',
  signOn: 'parindex_sign_on',
  jobs: 'parindex_jobs',
  retention: 'parindex_retention',
} as const;

/** The applied migrations, which must be the first of those to apply. */
async function findApplied(client: pg.ClientBase, known: readonly string[]): Promise<string[]> {
  await client.query('CREATE TABLE IF NOT EXISTS migration (name varchar(255) PRIMARY KEY, timestamp varchar(255) NOT NULL)');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name COLLATE "C"');
  const applied = rows.map(({ name }) => name);
  const stranger = applied.find((name, index) => name !== known[index]);
  if (stranger !== undefined) throw new Error(`the database has migration ${stranger}, where this release has ${known[applied.indexOf(stranger)] ?? 'none'}`);
  return applied;
}

const migrationsIn = (folder: string): string[] =>
  readdirSync(folder)
    .flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -'.sql'.length)] : []))
    .toSorted();

/** The newest migration of this release. */
export const newestMigration = (): string | undefined => migrationsIn(FOLDER).at(-1);

async function applyAll(client: pg.ClientBase, folder: string): Promise<string[]> {
  const known = migrationsIn(folder);
  const applied = await findApplied(client, known);
  const pending = known.slice(applied.length);
  for (const name of pending) {
    await dropDefinitions(client);
    await runFile(client, name, readFileSync(path.join(folder, `${name}.sql`), 'utf8'));
    await client.query('INSERT INTO migration (name, timestamp) VALUES ($1, $2)', [name, new Date().toISOString()]);
  }
  await applyDefinitions(client, pending.length > 0);
  return pending;
}

/** One attempt, all or nothing. */
async function tryToMigrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrating]);
    // People may be at work: a table lock is waited for no longer than this.
    await client.query(`SET LOCAL lock_timeout = '5s'`);
    const applied = await applyAll(client, folder);
    await client.query('COMMIT');
    return applied;
  } finally {
    // Uncommitted work ends with the connection.
    await client.end();
  }
}

/** "lock_not_available" and "deadlock_detected": another transaction was in the way. */
const IN_THE_WAY = ['55P03', '40P01'];
const MOST_TRIES = 12;

/**
 * Migrates a database and installs the functions and policies of this release; runs as its owner. Forward only, in one
 * transaction under a lock: of many processes one does it and the others find it done. Returns the names of the applied
 * migrations.
 */
export async function migrate(ownerUrl: string, folder: string = FOLDER): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryToMigrate(ownerUrl, folder);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !IN_THE_WAY.includes(error.code ?? '') || tries === MOST_TRIES) throw error;
      await pause(1_000);
    }
  }
}
