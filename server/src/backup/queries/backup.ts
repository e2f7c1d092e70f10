import type pg from 'pg';
import type { ReferenceInfo, TableInfo } from '../../db/catalogue.ts';
import { streamRows } from '../../db/stream.ts';

/** Settings under which values print as the same texts in every cluster and version. */
const TEXT_FORMS = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1; SET LOCAL search_path = public`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Locks the structure of every table, and fixes the text formats, until the transaction ends. */
export async function holdTables(client: pg.ClientBase, tables: readonly TableInfo[], mode: 'ACCESS SHARE' | 'SHARE ROW EXCLUSIVE'): Promise<void> {
  await client.query(TEXT_FORMS);
  await client.query(`LOCK TABLE ${tables.map(({ sql }) => sql).join(', ')} IN ${mode} MODE`);
}

/**
 * Transaction ids are only valid in their own cluster. The sealer only needs to know which rows lie below its horizon:
 * those get 0 and the horizon becomes 1; other rows take the id of the restoring transaction.
 */
const OWN_TO_A_CLUSTER: Readonly<Record<string, string>> = {
  'public.audit.xid': `CASE WHEN (SELECT xid < p.horizon OR n <= p.after_n FROM app.sealing_place() p) THEN '0' END`,
  'public.seal.horizon': `'1'`,
};
const GIVEN_ANEW: Readonly<Record<string, string>> = { 'public.audit.xid': 'pg_current_xact_id()' };

/** The rows of a table in the order of its key, each value as PostgreSQL's text. */
export function streamTable(client: pg.ClientBase, { key, sql, columns, order }: TableInfo): AsyncGenerator<(string | null)[]> {
  const values = columns.map(({ name }) => OWN_TO_A_CLUSTER[`${key}.${name}`] ?? `${quoted(name)}::text`);
  return streamRows(client, `SELECT ${values.join(', ')} FROM ${sql} ${order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`}`, true);
}

/** Appends rows, given as JSON arrays of texts in the order of the columns. */
export async function insertRows(client: pg.ClientBase, { key, sql, columns }: TableInfo, rows: string): Promise<void> {
  const value = (name: string, type: string, index: number) => {
    const given = `(r->>${index})::${type}`;
    const anew = GIVEN_ANEW[`${key}.${name}`];
    return anew === undefined ? given : `coalesce(${given}, ${anew})`;
  };
  await client.query(
    `INSERT INTO ${sql} (${columns.map(({ name }) => quoted(name)).join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${columns.map(({ name, type }, index) => value(name, type, index)).join(', ')} FROM json_array_elements($1::json) r`,
    [rows],
  );
}

/** Whether a table has a row. */
export async function hasRows(client: pg.ClientBase, { sql }: TableInfo): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(`SELECT EXISTS (SELECT FROM ${sql}) AS some`);
  return rows[0]?.some === true;
}

/** Allows rows to be inserted before those they refer to, until `checkReferences`. */
export async function deferReferences(client: pg.ClientBase, references: readonly ReferenceInfo[], tables: ReadonlyMap<string, TableInfo>): Promise<void> {
  for (const { from, constraint } of references.filter(({ deferrable }) => !deferrable))
    await client.query(`ALTER TABLE ${tables.get(from)?.sql} ALTER CONSTRAINT ${constraint} DEFERRABLE`);
  await client.query('SET CONSTRAINTS ALL DEFERRED');
}

/** Checks all deferred foreign keys and makes them immediate again. */
export async function checkReferences(client: pg.ClientBase, references: readonly ReferenceInfo[], tables: ReadonlyMap<string, TableInfo>): Promise<void> {
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { from, constraint } of references.filter(({ deferrable }) => !deferrable))
    await client.query(`ALTER TABLE ${tables.get(from)?.sql} ALTER CONSTRAINT ${constraint} NOT DEFERRABLE`);
}

/** Continues an identity column after its last value at the time of the backup. */
export async function setSequence(client: pg.ClientBase, { sql }: TableInfo, column: string, last: string): Promise<void> {
  await client.query(`SELECT setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, (SELECT max(${quoted(column)}) FROM ${sql})))`, [sql, column, last]);
}

/** Deletes what the empty database recorded about itself; the backup brings its own. */
export async function forgetInstallation(client: pg.ClientBase): Promise<void> {
  await client.query('DELETE FROM installation');
}

/** Ends what opens an account without its password: personal tokens, one-time links, addresses of calendars. Sessions are not in a backup. */
export async function endSecrets(client: pg.ClientBase, tables: ReadonlyMap<string, TableInfo>, moment: Date): Promise<void> {
  await client.query('UPDATE personal_token SET revoked_at = $1 WHERE revoked_at IS NULL', [moment]);
  await client.query('UPDATE one_time_link SET withdrawn_at = $1 WHERE used_at IS NULL AND withdrawn_at IS NULL', [moment]);
  // A request that waits may have been stopped since: its code goes, and the database carries out none that was asked for before a restore.
  if (tables.has('public.account_request_code')) await client.query('DELETE FROM account_request_code');
  // A backup of an older form has none.
  if (tables.has('public.calendar_feed')) await client.query('DELETE FROM calendar_feed');
}

/** Updates the planner's statistics. */
export async function analyseTables(client: pg.ClientBase, tables: readonly TableInfo[]): Promise<void> {
  await client.query(`ANALYZE ${tables.map(({ sql }) => sql).join(', ')}`);
}
