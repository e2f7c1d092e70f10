import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { applyDefinitions, dropDefinitions, runFile } from './definitions.ts';
import { LOCKS } from './locks.ts';

const FOLDER = new URL('./migrations/', import.meta.url).pathname;

/** The names of roles that the grants of the migrations speak of. */
export const ROLES = { owner: 'parindex_owner', app: 'parindex_app', jobs: 'parindex_jobs', retention: 'parindex_retention' } as const;

/** What was applied so far, which must be the first of what there is to apply. */
async function findApplied(client: pg.ClientBase, known: readonly string[]): Promise<string[]> {
  await client.query('CREATE TABLE IF NOT EXISTS migration (name varchar(255) PRIMARY KEY, timestamp varchar(255) NOT NULL)');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name COLLATE "C"');
  const applied = rows.map(({ name }) => name);
  const stranger = applied.find((name, index) => name !== known[index]);
  if (stranger !== undefined) throw new Error(`the database has migration ${stranger}, where this release has ${known[applied.indexOf(stranger)] ?? 'none'}`);
  return applied;
}

async function applyAll(client: pg.ClientBase, folder: string): Promise<string[]> {
  const known = readdirSync(folder).flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -'.sql'.length)] : []));
  known.sort();
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

/** One try: all of it or nothing. */
async function tryToMigrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrating]);
    // People are at work meanwhile: they wait for a table no longer than this.
    await client.query(`SET LOCAL lock_timeout = '5s'`);
    const applied = await applyAll(client, folder);
    await client.query('COMMIT');
    return applied;
  } finally {
    // What was begun and not committed goes with the connection.
    await client.end();
  }
}

/** "lock_not_available" and "deadlock_detected": somebody was in the way. */
const IN_THE_WAY = ['55P03', '40P01'];
const MOST_TRIES = 12;

/**
 * Brings a database to the newest form, with the functions and policies of this release; run as its owner. Forward only,
 * in one transaction under a lock: of many processes one does the work and the others find it done. Answers the names of
 * the migrations that were applied.
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
