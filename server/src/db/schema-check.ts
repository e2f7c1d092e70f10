import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RELEASE } from './definitions-release.ts';
import { newestMigration, ROLES } from './migrate.ts';
import { FINGERPRINTS } from './schema-fingerprints.ts';
import { TABLE_SCHEMA_LIST } from './schemas.ts';

export type SchemaObjectKind = 'table' | 'columns' | 'constraint' | 'index' | 'trigger' | 'rule' | 'policy' | 'function' | 'rights' | 'role';

/** Something of which the database's own walls are made. */
export interface SchemaObject {
  readonly kind: SchemaObjectKind;
  /** Its own name; of rights the role that has them. */
  readonly name: string;
  /** The table, or whatever else it belongs to; empty where it stands for itself. */
  readonly of: string;
}

export interface SchemaDifference extends SchemaObject {
  readonly how: 'missing' | 'added' | 'changed';
  /** How it is, where that can be read in a few words: rights, and row security. */
  readonly now?: string;
}

/** Rights of an access list by grantee: "INSERT, SELECT", a star where they may be passed on. The owner's own are not told. */
const rights = (acl: string, owner: string, of: string, from: string, only = 'true') => `
  SELECT 'rights', CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END, ${of},
    string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY x.privilege_type)
  FROM ${from} CROSS JOIN LATERAL aclexplode(${acl}) x WHERE x.grantee <> ${owner} AND ${only} GROUP BY 2, 3`;

const NOT_OF_AN_EXTENSION = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/** Everything that holds: one row each, with its state. What operators may have of their own beside ours is left out: schemas, roles, extensions, indexes. */
const STATES = `WITH ours AS (
    SELECT c.oid, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name,
      c.relowner = (SELECT m.relowner FROM pg_class m WHERE m.oid = 'public.migration'::regclass) AS by_owner
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN (${TABLE_SCHEMA_LIST}, 'app') AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${NOT_OF_AN_EXTENSION('pg_class', 'c.oid')}),
  functions AS (
    SELECT p.*, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
      p.proowner = (SELECT m.relowner FROM pg_class m WHERE m.oid = 'public.migration'::regclass) AS by_owner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('public', 'app') AND ${NOT_OF_AN_EXTENSION('pg_proc', 'p.oid')})
  SELECT 'table' AS kind, name, '' AS of, concat_ws(', ', CASE WHEN relkind IN ('r', 'p') THEN CASE WHEN relrowsecurity THEN 'ENABLE' ELSE 'DISABLE' END || ' ROW LEVEL SECURITY' ELSE relkind::text END,
      CASE WHEN relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END, CASE WHEN NOT by_owner THEN 'OWNER ' || pg_get_userbyid(relowner) END,
      CASE WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = ours.oid AND t.tgisinternal AND t.tgenabled <> 'O') THEN 'REFERENCES DISABLED' END) AS state FROM ours
  UNION ALL SELECT 'columns', '', ours.name, string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END, a.attidentity::text,
      a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY a.attname COLLATE "C")
    FROM ours JOIN pg_attribute a ON a.attrelid = ours.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE ours.relkind IN ('r', 'p') GROUP BY ours.name
  UNION ALL SELECT 'constraint', k.conname, ours.name, concat_ws(' ', pg_get_constraintdef(k.oid), CASE WHEN NOT k.convalidated THEN 'NOT VALID' END)
    FROM ours JOIN pg_constraint k ON k.conrelid = ours.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')
  UNION ALL SELECT 'index', x.relname, ours.name, concat_ws(' ', pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN 'INVALID' END)
    FROM ours JOIN pg_index i ON i.indrelid = ours.oid AND i.indisunique JOIN pg_class x ON x.oid = i.indexrelid
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  UNION ALL SELECT 'trigger', t.tgname, ours.name, concat_ws(' ', pg_get_triggerdef(t.oid), 'ENABLED ' || t.tgenabled::text) FROM ours JOIN pg_trigger t ON t.tgrelid = ours.oid AND NOT t.tgisinternal
  UNION ALL SELECT 'rule', r.rulename, ours.name, pg_get_ruledef(r.oid) FROM ours JOIN pg_rewrite r ON r.ev_class = ours.oid AND r.rulename <> '_RETURN'
  UNION ALL SELECT 'policy', p.polname, ours.name, concat_ws(' ', p.polcmd::text, CASE WHEN NOT p.polpermissive THEN 'RESTRICTIVE' END, 'TO',
      (SELECT string_agg(CASE r.oid WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r.oid) END, ', ' ORDER BY 1) FROM unnest(p.polroles) r (oid)),
      'USING', pg_get_expr(p.polqual, p.polrelid), 'CHECK', pg_get_expr(p.polwithcheck, p.polrelid))
    FROM ours JOIN pg_policy p ON p.polrelid = ours.oid
  UNION ALL SELECT 'function', name, '', concat_ws(' ', f.prokind::text, pg_get_function_result(f.oid), l.lanname, f.provolatile::text, CASE WHEN f.prosecdef THEN 'SECURITY DEFINER' END,
      CASE WHEN f.proleakproof THEN 'LEAKPROOF' END, CASE WHEN f.proisstrict THEN 'STRICT' END, f.proconfig::text, CASE WHEN NOT by_owner THEN 'OWNER ' || pg_get_userbyid(f.proowner) END,
      f.prosrc, CASE WHEN f.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(f.oid) END)
    FROM functions f JOIN pg_language l ON l.oid = f.prolang
  UNION ALL ${rights('ours.relacl', 'ours.relowner', 'ours.name', 'ours')}
  UNION ALL SELECT 'rights', grantee, of, string_agg(privilege || ' (' || columns || ')', ', ' ORDER BY privilege) FROM (
      SELECT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END AS grantee, ours.name || ', columns' AS of, x.privilege_type AS privilege, string_agg(a.attname, ', ' ORDER BY a.attname COLLATE "C") AS columns
      FROM ours JOIN pg_attribute a ON a.attrelid = ours.oid AND NOT a.attisdropped CROSS JOIN LATERAL aclexplode(a.attacl) x WHERE x.grantee <> ours.relowner GROUP BY 1, 2, 3) g GROUP BY grantee, of
  UNION ALL ${rights(`coalesce(f.proacl, acldefault('f', f.proowner))`, 'f.proowner', 'f.name', 'functions f')}
  UNION ALL ${rights('n.nspacl', 'n.nspowner', `'schema ' || n.nspname`, 'pg_namespace n', `n.nspname IN (${TABLE_SCHEMA_LIST}, 'app') AND (n.nspname <> 'public' OR x.privilege_type = 'CREATE')`)}
  UNION ALL SELECT 'role', r.rolname, '', concat_ws(', ', CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
      (SELECT 'MEMBER OF ' || string_agg(g.rolname, ', ' ORDER BY g.rolname) FROM pg_roles g WHERE g.oid <> r.oid AND g.rolname = ANY ($1) AND pg_has_role(r.oid, g.oid, 'MEMBER')))
    FROM pg_roles r WHERE r.rolname = ANY ($1) AND r.rolname <> $2`;

/** How many of them a release makes. */
export const schemaObjects: number = Object.keys(FINGERPRINTS).length;

interface State extends SchemaObject {
  readonly state: string;
}

/** Told as they are; of all others only a hash is kept. */
const READABLE: readonly SchemaObjectKind[] = ['table', 'rights', 'role'];

const fingerprintOf = ({ kind, state }: State) => (READABLE.includes(kind) ? state : createHash('sha256').update(state).digest('base64url').slice(0, 16));

const keyOf = ({ kind, name, of }: SchemaObject) => [kind, name, of].join('|');

function objectOf(key: string): SchemaObject {
  const [kind = '', name = '', of = ''] = key.split('|');
  return { kind: kind as SchemaObjectKind, name, of };
}

/**
 * The state of everything that the walls in a database are made of, in an order that is always the same. PostgreSQL writes
 * definitions out by what the search path makes visible, so it is set meanwhile: in an open transaction.
 */
export async function readFingerprints(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows: paths } = await client.query<{ path: string }>(`SELECT current_setting('search_path') AS path, set_config('search_path', 'public', true)`);
  const { rows } = await client.query<State>(STATES, [Object.values(ROLES), ROLES.owner]);
  await client.query(`SELECT set_config('search_path', $1, true)`, [paths[0]?.path]);
  return new Map(rows.map((row) => [keyOf(row), fingerprintOf(row)] as const).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether migrations, functions and policies of a database say that they are of this release; held by nothing but its own word. */
export async function isOfThisRelease(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ hash: string; newest: string }>(
    `SELECT hash, (SELECT max(name COLLATE "C") FROM public.migration) AS newest FROM public.migration_repeatable`,
  );
  return rows[0]?.hash === RELEASE.hash && rows[0].newest === newestMigration();
}

/** What of tables, functions, policies, triggers and rights is not as this release makes it. */
export async function schemaDifferences(client: pg.ClientBase): Promise<SchemaDifference[]> {
  const found = await readFingerprints(client);
  const known = new Map(Object.entries(FINGERPRINTS));
  const differences: SchemaDifference[] = [];
  for (const key of new Set([...known.keys(), ...found.keys()])) {
    const [now, made] = [found.get(key), known.get(key)];
    if (now === made) continue;
    const object = objectOf(key);
    const how = now === undefined ? 'missing' : made === undefined ? 'added' : 'changed';
    differences.push({ ...object, how, ...(now !== undefined && READABLE.includes(object.kind) ? { now } : {}) });
  }
  return differences;
}
