import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { RELEASE } from './definitions-release.ts';
import { TABLE_SCHEMA_LIST } from './schemas.ts';

/** The files of functions and policies; functions first, as policies call them. Within a folder the order does not matter. */
const DEFINITIONS = ['functions', 'policies'].flatMap((folder) =>
  readdirSync(new URL(`./${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => `${folder}/${name}`),
);

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Runs the SQL of a file; an error names the file. */
export async function runFile(client: pg.ClientBase, file: string, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

/** Whether the database has migrated to functions and policies kept as files. */
async function isFromFiles(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migration_repeatable') IS NOT NULL AS there`);
  return rows[0]?.there === true;
}

/** Drops all policies, and all our functions except trigger functions, which their triggers need. */
const DROP = `DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename) FROM pg_policies WHERE schemaname IN (${TABLE_SCHEMA_LIST})
  LOOP EXECUTE statement; END LOOP;
  FOR statement IN
    SELECT format('DROP FUNCTION %s', p.oid::regprocedure) FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = p.oid)
  LOOP EXECUTE statement; END LOOP;
END $$`;

/**
 * Drops functions and policies while a migration runs, so that it may change what they depend on, and fails immediately
 * if it calls one: on an empty database they would not exist yet.
 */
export async function dropDefinitions(client: pg.ClientBase): Promise<void> {
  if (await isFromFiles(client)) await client.query(DROP);
}

/** Functions can only be called by those granted it; bodies are checked once all functions exist. */
const AFTER_FUNCTIONS = `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
SET LOCAL check_function_bodies = on;
DO $$
BEGIN
  PERFORM fmgr_sql_validator(p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'app'::regnamespace AND l.lanname = 'sql';
  PERFORM plpgsql_validator(p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'app'::regnamespace AND l.lanname = 'plpgsql';
END $$`;

const readFiles = () => DEFINITIONS.map((file) => [file, textOf(file)] as const);

const hashOfFiles = (files: ReturnType<typeof readFiles>) => createHash('sha256').update(JSON.stringify(files)).digest('hex');

/** The release that the files are of, by the one that was written down last: another text is the next release. */
export function releaseOfFiles(last: typeof RELEASE): typeof RELEASE {
  const hash = hashOfFiles(readFiles());
  return hash === last.hash ? last : { release: last.release + 1, hash };
}

/**
 * Makes all functions and policies anew where a migration ran or their text is not the one that was applied last. Throws
 * where those of a later release are there: an older process that starts once more would take a wall away that was mended.
 */
export async function applyDefinitions(client: pg.ClientBase, migrated: boolean): Promise<void> {
  if (!(await isFromFiles(client))) return;
  const files = readFiles();
  const hash = hashOfFiles(files);
  const { rows } = await client.query<{ hash: string; release: number }>('SELECT hash, release FROM migration_repeatable');
  const applied = rows[0]?.release ?? 0;
  if (applied > RELEASE.release)
    throw new Error(
      `the functions and policies of the database are of release ${applied}, those of this program of ${RELEASE.release}; an older program does not put its own back`,
    );
  if (!migrated && rows[0]?.hash === hash) return;
  await client.query(DROP);
  await client.query('SET LOCAL check_function_bodies = off');
  for (const [file, text] of files.filter(([file]) => file.startsWith('functions/'))) await runFile(client, file, text);
  await client.query(AFTER_FUNCTIONS);
  for (const [file, text] of files.filter(([file]) => file.startsWith('policies/'))) await runFile(client, file, text);
  await client.query(
    'INSERT INTO migration_repeatable (hash, release) VALUES ($1, $2) ON CONFLICT (single) DO UPDATE SET hash = excluded.hash, release = excluded.release, applied_at = now()',
    [hash, RELEASE.release],
  );
}
