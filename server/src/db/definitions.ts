import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** The files of functions and policies: functions first, as policies call them. Inside a folder the order does not matter. */
const DEFINITIONS = ['functions', 'policies'].flatMap((folder) =>
  readdirSync(new URL(`./${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => `${folder}/${name}`),
);

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Runs SQL of a file; an error says in which. */
export async function runFile(client: pg.ClientBase, file: string, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

/** Whether a database has come to the form in which functions and policies stand in files. */
async function isFromFiles(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migration_repeatable') IS NOT NULL AS there`);
  return rows[0]?.there === true;
}

/** Drops every policy, and every function of ours but those of triggers, which hold them. */
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
 * Takes functions and policies away for the time that a migration runs, so that it may change what they read, and fails
 * at once where it calls one: on an empty database there would be none yet.
 */
export async function dropDefinitions(client: pg.ClientBase): Promise<void> {
  if (await isFromFiles(client)) await client.query(DROP);
}

/** Nobody calls a function but who is granted it; and every body is parsed once all functions are there. */
const AFTER_FUNCTIONS = `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
SET LOCAL check_function_bodies = on;
DO $$
BEGIN
  PERFORM fmgr_sql_validator(p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'app'::regnamespace AND l.lanname = 'sql';
  PERFORM plpgsql_validator(p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'app'::regnamespace AND l.lanname = 'plpgsql';
END $$`;

/** Makes all functions and policies anew where a migration ran or their text is not the one that was applied last. */
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
