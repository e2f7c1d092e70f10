import type pg from 'pg';

// What the database says about its tables, so that none is ever forgotten.

export interface ColumnInfo {
  readonly name: string;
  /** As a cast writes it. */
  readonly type: string;
}

export interface TableInfo {
  /** "schema.table" */
  readonly key: string;
  /** As SQL writes it. */
  readonly sql: string;
  /** Without generated columns. */
  readonly columns: readonly ColumnInfo[];
  /** The primary key columns as in ORDER BY, so that the order is the same in every cluster. */
  readonly order: readonly string[];
}

/** Excludes PostgreSQL's own tables and those of extensions. */
const OURS = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

/** Every table; partitions are represented by their parent. */
export async function findTables(client: pg.ClientBase): Promise<TableInfo[]> {
  const { rows } = await client.query<TableInfo>(
    `SELECT n.nspname || '.' || c.relname AS key, format('%I.%I', n.nspname, c.relname) AS sql,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum), '[]')
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT coalesce(json_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.position), '[]')
        FROM pg_constraint p CROSS JOIN LATERAL unnest(p.conkey) WITH ORDINALITY AS k (number, position)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE p.conrelid = c.oid AND p.contype = 'p') AS "order"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${OURS} ORDER BY 1`,
  );
  return rows;
}

export interface ReferenceInfo {
  /** Keys of the tables. */
  readonly from: string;
  readonly to: string;
  /** As SQL writes it. */
  readonly constraint: string;
  readonly deferrable: boolean;
}

/** Every foreign key. */
export async function findReferences(client: pg.ClientBase): Promise<ReferenceInfo[]> {
  const { rows } = await client.query<ReferenceInfo>(
    `SELECT n.nspname || '.' || c.relname AS "from", tn.nspname || '.' || t.relname AS "to", quote_ident(f.conname) AS "constraint", f.condeferrable AS deferrable
     FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
     WHERE f.contype = 'f' AND f.conparentid = 0 AND ${OURS} ORDER BY 1, 2, 3`,
  );
  return rows;
}

/** The last value of every identity sequence, by "schema.table.column"; without unused ones. */
export async function findSequences(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ column: string; last: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS "column", q.last_value::text AS last
     FROM pg_class s JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
       JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
       JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_sequences q ON q.schemaname = sn.nspname AND q.sequencename = s.relname
     WHERE s.relkind = 'S' AND q.last_value IS NOT NULL AND ${OURS} ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ column, last }) => [column, last]));
}

/** The names of the applied migrations, in order. */
export async function findMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name COLLATE "C"');
  return rows.map(({ name }) => name);
}

/** The kind of the database; undefined if it was never set. */
export async function findKind(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ kind: string }>('SELECT kind FROM installation');
  return rows[0]?.kind;
}
