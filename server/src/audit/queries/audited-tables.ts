import { sql } from 'kysely';
import type pg from 'pg';
import { streamRows } from '../../db/stream.ts';
import type { Reading, Writing } from '../../db/transaction.ts';

interface AuditedColumns {
  /** The column by which acts tell its rows together: an act tells all rows of a round, or one row by its id. */
  readonly scope: string;
  readonly key: readonly string[];
  /** Columns that hold free text and names: told where they may be erased, under the same name in the act's payload. */
  readonly texts?: readonly string[];
  /** Columns that acts do not tell. */
  readonly unrecorded?: readonly string[];
}

/** Tables beside the ledger of which the trail tells every row as it stands: a check holds them against it. */
export const AUDITED_TABLES = {
  // Its title is free text that acts tell before and after.
  round: { scope: 'id', key: ['id'], unrecorded: ['title'] },
  round_step: { scope: 'round_id', key: ['round_id', 'step'] },
  // What state it is in, its entries say.
  participant: { scope: 'round_id', key: ['round_id', 'body_id'], unrecorded: ['state'] },
  assignment: { scope: 'id', key: ['id'] },
  approval_chain: { scope: 'id', key: ['id'] },
  exclusion: { scope: 'round_id', key: ['round_id', 'body_id', 'item'] },
  domain_owner: { scope: 'round_id', key: ['round_id', 'domain', 'body_id'] },
  extension: { scope: 'id', key: ['id'], texts: ['reason'] },
  takeover: { scope: 'round_id', key: ['round_id', 'number'] },
  handover: { scope: 'id', key: ['id'], texts: ['record'] },
  membership: { scope: 'id', key: ['id'] },
  document: { scope: 'id', key: ['id'] },
  // Names, titles and what was read of a file may be erased; which bytes a version has may not.
  document_version: {
    scope: 'document_id',
    key: ['document_id', 'number'],
    unrecorded: ['file_name', 'doc_number', 'doc_number_key', 'issuer', 'subject', 'proposed', 'findings', 'signatures', 'personal_found', 'search_key'],
  },
  erasure: { scope: 'id', key: ['id'], texts: ['reason', 'note', 'record'] },
  retention_term: { scope: 'document_class', key: ['document_class'] },
  comment_thread: { scope: 'id', key: ['id'] },
  comment: { scope: 'id', key: ['id'] },
  notice: { scope: 'id', key: ['id'], texts: ['text', 'question'] },
  question: { scope: 'id', key: ['id'], texts: ['text'] },
  // What it says, its hash holds; names, sources and reasons may be erased.
  delivery: { scope: 'id', key: ['id'], unrecorded: ['file_name', 'source', 'vintage', 'content', 'reason'] },
  delivery_writing: { scope: 'id', key: ['id'], unrecorded: ['reason', 'rows', 'moved'] },
  estimate_entry: { scope: 'writing_id', key: ['writing_id', 'body_id', 'question', 'respondent_group'], unrecorded: ['source', 'vintage'] },
  roll_up: { scope: 'entry_id', key: ['entry_id'], unrecorded: ['reason'] },
  report_text: { scope: 'id', key: ['id'] },
  unsigned_permission: { scope: 'id', key: ['id'] },
  sending: { scope: 'id', key: ['id'] },
  reopening: { scope: 'id', key: ['id'] },
  comment_mention: { scope: 'comment_id', key: ['comment_id', 'account_id'] },
} as const satisfies Readonly<Record<string, AuditedColumns>>;
export type AuditedTable = keyof typeof AUDITED_TABLES;

const NAMES = Object.keys(AUDITED_TABLES) as AuditedTable[];
const columnsOf = (name: AuditedTable): AuditedColumns => AUDITED_TABLES[name];

/** Rows as they stand after an act: by register and scope, each row without its scope. */
export type RowStates = Partial<Record<AuditedTable, Readonly<Record<string, readonly unknown[]>>>>;

async function readTableRows(db: Reading, name: AuditedTable, scopes: readonly string[] | undefined) {
  const { scope, key, texts = [], unrecorded = [] } = columnsOf(name);
  const { rows } = await sql<{ scope: string; rows: unknown[] }>`
    SELECT t.${sql.ref(scope)}::text AS scope, jsonb_agg(to_jsonb(t) - ${[scope, ...texts, ...unrecorded]}::text[] ORDER BY ${sql.join(key.map((column) => sql.ref(`t.${column}`)))}) AS rows
    FROM ${sql.table(name)} t ${scopes === undefined ? sql`` : sql`WHERE t.${sql.ref(scope)} = ANY (${scopes})`} GROUP BY 1`.execute(db);
  return Object.fromEntries([...(scopes ?? []).map((one) => [one, []]), ...rows.map((row) => [row.scope, row.rows])]);
}

/** How rows stand after an act, for its audit row: all of the scopes that it has touched. */
export async function readRowStates(db: Reading, touched: Partial<Record<AuditedTable, readonly string[]>>): Promise<RowStates> {
  const states: RowStates = {};
  for (const name of NAMES) if (touched[name] !== undefined) states[name] = await readTableRows(db, name, touched[name]);
  return states;
}

/** How documents and their versions stand after an erasure that the asker has decided: row security hides most of them from whoever decides. */
export async function readRowStatesOfErased(db: Reading, erasure: string): Promise<RowStates> {
  const { rows } = await sql<{
    stands: RowStates;
  }>`SELECT app.standing_of_erased(${erasure}, ${[...AUDITED_TABLES.document_version.unrecorded]}::text[]) AS stands`.execute(db);
  return rows[0]?.stands ?? {};
}

/** The act that tells whole registers, once: from then on the trail proves them. */
export const RECORDS_AUDITED_TABLES = 'installation.tellRegisters';

/** Registers that the trail has not told yet. */
export async function unrecordedTables(db: Reading): Promise<AuditedTable[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT jsonb_object_keys(content->'stands') AS name FROM audit WHERE subject = 'installation' AND act = ${RECORDS_AUDITED_TABLES}`.execute(db);
  return NAMES.filter((name) => !rows.some((row) => row.name === name));
}

/** Reads all registers whole, held against writers until the transaction ends: what they write comes after. */
export async function readAuditedTables(db: Writing): Promise<RowStates> {
  await sql`LOCK TABLE ${sql.join(NAMES.map((name) => sql.table(name)))} IN SHARE ROW EXCLUSIVE MODE`.execute(db);
  const states: RowStates = {};
  for (const name of NAMES) states[name] = await readTableRows(db, name, undefined);
  return states;
}

export interface StrayRow {
  readonly register: AuditedTable;
  /** Its key: "ky-2023/council". */
  readonly row: string;
  /** The audit row that told it last; null where none tells it. */
  readonly n: string | null;
  /** Columns that are not as they were told; null where the row itself is missing on one side. */
  readonly columns: readonly string[] | null;
}

const text = (value: string) => `'${value}'`;
const keyOf = (row: string, { key }: AuditedColumns) => `concat_ws('/', ${key.map((column) => `${row}->>${text(column)}`).join(', ')})`;

/** The rows of one register that are not as told last. Values are compared as the table's types read them, and only columns that were told. */
const strayOf = (name: AuditedTable): string => {
  const { scope, texts = [] } = columnsOf(name);
  return `SELECT ${text(name)} AS register, coalesce(told.key, present.key) AS row, told.n, differing.columns
    FROM (
      SELECT typed.n, typed.told, typed.row, ${keyOf('typed.row', columnsOf(name))} AS key FROM (
        SELECT last.n, r.told || last.texts AS told, to_jsonb(jsonb_populate_record(NULL::public.${name}, r.told || last.texts || jsonb_build_object(${text(scope)}, last.scope))) AS row
        FROM (
          SELECT DISTINCT ON (s.scope) s.scope, s.rows, t.n,
            coalesce((SELECT jsonb_object_agg(k, p.content->k) FROM unnest(ARRAY[${texts.map(text).join(', ')}]::text[]) k WHERE p.content ? k), '{}') AS texts
          FROM telling t CROSS JOIN LATERAL jsonb_each(t.stands->${text(name)}) AS s (scope, rows) LEFT JOIN payload p ON p.id = t.payload_id
          ORDER BY s.scope, t.n DESC) last
        CROSS JOIN LATERAL jsonb_array_elements(last.rows) AS r (told)) typed) told
      FULL JOIN (SELECT to_jsonb(t) AS row, ${keyOf('to_jsonb(t)', columnsOf(name))} AS key FROM public.${name} t) present ON present.key = told.key
      CROSS JOIN LATERAL (SELECT array_agg(k ORDER BY k) AS columns FROM jsonb_object_keys(told.told) k WHERE told.row->k IS DISTINCT FROM present.row->k AND present.key IS NOT NULL) differing
    WHERE (told.key IS NULL OR present.key IS NULL OR differing.columns IS NOT NULL)
      AND EXISTS (SELECT FROM telling WHERE act = ${text(RECORDS_AUDITED_TABLES)} AND stands ? ${text(name)})`;
};

/** Rows of registers that were changed, removed or added without an act that tells it; of registers that the trail has told. */
export async function* streamStrayRows(client: pg.ClientBase): AsyncGenerator<StrayRow> {
  // A statement of so many parts takes PostgreSQL seconds to compile, where it can, and moments to run.
  await client.query('SET LOCAL jit = off');
  yield* streamRows<StrayRow>(
    client,
    `WITH telling AS MATERIALIZED (SELECT n, act, payload_id, content->'stands' AS stands FROM audit WHERE content ? 'stands')
     ${NAMES.map(strayOf).join('\nUNION ALL ')} ORDER BY register, row`,
  );
}

/** How many rows are held against the trail. */
export async function countHeldRows(db: Reading): Promise<number> {
  const untold = await unrecordedTables(db);
  let count = 0;
  for (const name of NAMES)
    if (!untold.includes(name)) count += Number((await sql<{ count: string }>`SELECT count(*) AS count FROM ${sql.table(name)}`.execute(db)).rows[0]?.count);
  return count;
}
