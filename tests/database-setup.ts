import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../server/src/db/migrate.ts';
import { prepareDatabase, urlAs } from '../server/src/db/prepare.ts';
import { openEmbedded } from '../server/src/postgres/open.ts';
import { ROOT } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address on the PostgreSQL of this run. */
    readonly postgres: string;
    /** Where served connections go: the same, or a PgBouncer before it. */
    readonly served: string;
  }
}

/** A database brought to the newest form once; each test file copies it. */
export const TEMPLATE = 'parindex_template';

/** One PostgreSQL for the whole run: the embedded one, or that of PARINDEX_TEST_POSTGRES. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['PARINDEX_TEST_POSTGRES'];
  const folder = given ? undefined : (process.env['PARINDEX_TEST_FOLDER'] ?? mkdtempSync(path.join(tmpdir(), 'parindex-test-postgres-')));
  if (folder) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  const server = folder ? await openEmbedded({ root: ROOT, folder, real: false, say: () => {} }) : undefined;
  const superUrl = server?.url('postgres') ?? (given as string);
  const passwords = { owner: 'owner-test', app: 'app-test', signOn: 'sign_on-test', jobs: 'jobs-test', retention: 'retention-test' };
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  // No story pulls the plug of this PostgreSQL: it need not wait for the disk.
  if (server) for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await client.query(`ALTER SYSTEM SET ${setting} = off`);
  if (server) await client.query('SELECT pg_reload_conf()');
  await client.end();
  await prepareDatabase(superUrl, TEMPLATE, passwords);
  await migrate(urlAs(superUrl, { role: 'parindex_owner', password: passwords.owner, database: TEMPLATE }));
  project.provide('postgres', superUrl);
  project.provide('served', process.env['PARINDEX_TEST_SERVED'] ?? superUrl);
  return async () => {
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}
