import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { connectPool } from './connect.ts';

const FOLDER = new URL('./migrations/', import.meta.url).pathname;

/** The names of roles that the grants of the migrations speak of. */
export const ROLES = { owner: 'parindex_owner', app: 'parindex_app', jobs: 'parindex_jobs', retention: 'parindex_retention' } as const;

const fromFiles = (folder: string): MigrationProvider => ({
  async getMigrations() {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    const migration = (file: string): Migration => ({
      up: async (db) => {
        await sql.raw(readFileSync(path.join(folder, file), 'utf8')).execute(db);
      },
    });
    return Object.fromEntries(files.map((file) => [file.replace(/\.sql$/, ''), migration(file)]));
  },
});

/**
 * Brings a database to the newest form; run as its owner. Forward only, in one transaction under a lock: of many
 * processes one does the work and the others find it done. Answers the names of what was applied.
 */
export async function migrate(ownerUrl: string, folder: string = FOLDER): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: connectPool(ownerUrl, 1) }) });
  try {
    const migrator = new Migrator({ db, provider: fromFiles(folder), migrationTableName: 'migration', migrationLockTableName: 'migration_lock' });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    return (results ?? []).map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}
