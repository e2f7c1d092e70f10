import type pg from 'pg';
import { TABLE_SCHEMA_LIST } from '../schemas.ts';

export interface Column {
  readonly name: string;
  /** As SQL writes it: "timestamp(3) with time zone". */
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
  /** Numbered by the database: "GENERATED ALWAYS AS IDENTITY". */
  readonly always: boolean;
}

export interface Table {
  readonly name: string;
  /** After its columns: " WITH (fillfactor=70)". */
  readonly options: string;
  readonly columns: readonly Column[];
  /** As SQL writes them. */
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  readonly grants: readonly string[];
  readonly secured: boolean;
  /** "account_read FOR SELECT TO parindex_app" */
  readonly policies: readonly string[];
}

export interface Schema {
  readonly extensions: readonly string[];
  readonly tables: readonly Table[];
  /** "app.account() RETURNS uuid, to parindex_app" */
  readonly functions: readonly string[];
}

/** Who may do what, of an access list: "GRANT INSERT, SELECT ON audit TO parindex_app"; the owner's own rights are not told. */
const granted = (acl: string, owner: string, on: string, column = "''") => `
  SELECT 'GRANT ' || string_agg(x.privilege_type || ${column}, ', ' ORDER BY x.privilege_type) || ' ON ' || ${on} || ' TO ' || g.rolname AS text
  FROM aclexplode(${acl}) x JOIN pg_roles g ON g.oid = x.grantee WHERE x.grantee <> ${owner} GROUP BY g.rolname`;

const TABLES = `
SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name, coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') AS options, c.relrowsecurity AS secured,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull, 'always', a.attidentity = 'a',
      'default', CASE WHEN a.attidentity = '' THEN pg_get_expr(d.adbin, d.adrelid) ELSE 'GENERATED ALWAYS AS IDENTITY' END) ORDER BY a.attnum)
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT coalesce(json_agg(pg_get_constraintdef(k.oid) ORDER BY position(k.contype::text IN 'pufc'), k.conname COLLATE "C"), '[]')
    FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')) AS constraints,
  (SELECT coalesce(json_agg(pg_get_indexdef(i.indexrelid) ORDER BY x.relname COLLATE "C"), '[]')
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))) AS indexes,
  (SELECT coalesce(json_agg(pg_get_triggerdef(t.oid) ORDER BY t.tgname COLLATE "C"), '[]') FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggers,
  (SELECT coalesce(json_agg(g.text ORDER BY g.text COLLATE "C"), '[]') FROM (
    ${granted('c.relacl', 'c.relowner', 'c.oid::regclass')}
    UNION ALL
    SELECT 'GRANT ' || p.privilege || ' (' || string_agg(p.attname, ', ' ORDER BY p.attnum) || ') ON ' || c.oid::regclass || ' TO ' || p.rolname FROM (
      SELECT a.attname, a.attnum, x.privilege_type AS privilege, r.rolname FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x JOIN pg_roles r ON r.oid = x.grantee
      WHERE a.attrelid = c.oid AND NOT a.attisdropped AND x.grantee <> c.relowner) p GROUP BY p.privilege, p.rolname) g) AS grants,
  (SELECT coalesce(json_agg(p.policyname || CASE p.permissive WHEN 'RESTRICTIVE' THEN ' AS RESTRICTIVE' ELSE '' END || ' FOR ' || p.cmd || ' TO ' || array_to_string(p.roles, ', ')
      ORDER BY p.policyname COLLATE "C"), '[]') FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS policies
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN (${TABLE_SCHEMA_LIST}) AND c.relkind = 'r' ORDER BY n.nspname <> 'public', n.nspname, c.relname COLLATE "C"`;

const FUNCTIONS = `
SELECT 'app.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ') RETURNS ' || pg_get_function_result(p.oid)
  || coalesce(' to ' || (SELECT string_agg(r.rolname, ', ' ORDER BY r.rolname) FROM aclexplode(p.proacl) x JOIN pg_roles r ON r.oid = x.grantee WHERE x.grantee <> p.proowner), '') AS text
FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace ORDER BY p.proname COLLATE "C"`;

/** What the database says of its own form, in an order that is always the same. */
export async function readSchema(client: pg.ClientBase): Promise<Schema> {
  const texts = async (query: string) => (await client.query<{ text: string }>(query)).rows.map(({ text }) => text);
  return {
    extensions: await texts(`SELECT extname AS text FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1`),
    tables: (await client.query<Table>(TABLES)).rows,
    functions: await texts(FUNCTIONS),
  };
}
