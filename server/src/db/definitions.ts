import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

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
    SELECT format('DROP POLICY %I ON public.%I', policyname, tablename) FROM pg_policies WHERE schemaname = 'public'
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

/** Recreates all functions and policies if a migration ran or their text has changed since it was last applied. */
export async function applyDefinitions(client: pg.ClientBase, migrated: boolean): Promise<void> {
  if (!(await isFromFiles(client))) return;
  const files = DEFINITIONS.map((file) => [file, textOf(file)] as const);
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const { rows } = await client.query<{ hash: string }>('SELECT hash FROM migration_repeatable');
  if (!migrated && rows[0]?.hash === hash) return;
  await client.query(DROP);
  await client.query('SET LOCAL check_function_bodies = off');
  for (const [file, text] of files.filter(([file]) => file.startsWith('functions/'))) await runFile(client, file, text);
  await client.query(AFTER_FUNCTIONS);
  for (const [file, text] of files.filter(([file]) => file.startsWith('policies/'))) await runFile(client, file, text);
  await client.query('INSERT INTO migration_repeatable (hash) VALUES ($1) ON CONFLICT (single) DO UPDATE SET hash = excluded.hash, applied_at = now()', [hash]);
}
