import pg from 'pg';
import { LOCKS } from './locks.ts';
import { ROLES } from './migrate.ts';
import { TABLE_SCHEMA_LIST } from './schemas.ts';

export type RoleName = keyof typeof ROLES;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same server for another role or database. */
export function urlAs(url: string, change: { role?: string; password?: string; database?: string }): string {
  const made = new URL(url);
  if (change.role !== undefined) made.username = encodeURIComponent(change.role);
  if (change.password !== undefined) made.password = encodeURIComponent(change.password);
  if (change.database !== undefined) made.pathname = `/${encodeURIComponent(change.database)}`;
  return made.href;
}

const KEEPALIVES = { tcp_keepalives_idle: 30, tcp_keepalives_interval: 10, tcp_keepalives_count: 3 } as const;

/**
 * Creates missing roles and the database; needs a role with that right. The roles own, serve, sign on, seal and purge; none
 * of those that serve owns anything or bypasses row security.
 */
export async function prepareDatabase(superUrl: string, database: string, passwords: Readonly<Record<RoleName, string>>): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    // Two processes may do this at once, and roles belong to the whole server.
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.preparing]);
    for (const [name, role] of Object.entries(ROLES)) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const password = literal(passwords[name as RoleName]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
      else await client.query(`ALTER ROLE ${role} PASSWORD ${password}`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${ROLES.owner} ENCODING 'UTF8' TEMPLATE template0`);
    // Else PostgreSQL notices after two hours that a host has vanished, and what it held is held as long.
    for (const [setting, seconds] of Object.entries(KEEPALIVES)) await client.query(`ALTER DATABASE ${quoted(database)} SET ${setting} = ${seconds}`);
    await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${Object.values(ROLES).join(', ')}`);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's own roles that bypass rights on tables. */
const STRONG_ROLES = ['pg_write_all_data', 'pg_read_all_data', 'pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files'];

/** What the role is or can become by SET ROLE, and its rights on append-only tables. */
const WHY_TOO_STRONG = `SELECT current_user AS role, CASE
    WHEN EXISTS (SELECT FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND r.rolsuper) THEN 'superuser'
    WHEN EXISTS (SELECT FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND r.rolbypassrls) THEN 'BYPASSRLS'
    WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN (${TABLE_SCHEMA_LIST}) AND c.relkind = 'r'
      WHERE pg_has_role(current_user, c.relowner, 'MEMBER')) THEN 'owns tables'
    WHEN EXISTS (SELECT FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND r.rolcreaterole) THEN 'CREATEROLE'
    WHEN EXISTS (SELECT FROM pg_roles r WHERE r.rolname = ANY ($1) AND r.rolname <> $2 AND pg_has_role(current_user, r.oid, 'MEMBER'))
      THEN 'member of ' || (SELECT string_agg(r.rolname, ', ') FROM pg_roles r WHERE r.rolname = ANY ($1) AND r.rolname <> $2 AND pg_has_role(current_user, r.oid, 'MEMBER'))
    WHEN EXISTS (SELECT FROM unnest(ARRAY['entry', 'audit', 'seal']) t WHERE has_table_privilege(current_user, 'public.' || t, 'UPDATE, DELETE, TRUNCATE')) THEN 'may change the ledger'
    WHEN has_database_privilege(current_user, current_database(), 'TEMP') THEN 'TEMP (REVOKE ALL ON DATABASE … FROM PUBLIC)'
  END AS why`;

/** Why the role of an address must not serve as this one, or undefined: it could go around row security or the refusals, or is another as well. */
export async function roleTooStrong(url: string, as: RoleName = 'app'): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; why: string | null }>(WHY_TOO_STRONG, [[...STRONG_ROLES, ...Object.values(ROLES)], ROLES[as]]);
    const [found] = rows;
    return found?.why == null ? undefined : `${found.role}: ${found.why}`;
  } finally {
    await client.end();
  }
}
