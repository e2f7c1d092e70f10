import pg from 'pg';
import { LOCKS } from './locks.ts';
import { ROLES } from './migrate.ts';

export type RoleName = keyof typeof ROLES;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same server seen by another role, or another database. */
export function urlAs(url: string, change: { role?: string; password?: string; database?: string }): string {
  const made = new URL(url);
  if (change.role !== undefined) made.username = encodeURIComponent(change.role);
  if (change.password !== undefined) made.password = encodeURIComponent(change.password);
  if (change.database !== undefined) made.pathname = `/${encodeURIComponent(change.database)}`;
  return made.href;
}

/**
 * Makes the roles and the database where they are missing; run under a role that may. The four roles own, serve, seal
 * and purge; none of those that serve owns anything or goes around row security.
 */
export async function prepareDatabase(superUrl: string, database: string, passwords: Readonly<Record<RoleName, string>>): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    // Two processes may come here at once; roles belong to the whole server.
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.preparing]);
    for (const [name, role] of Object.entries(ROLES)) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const password = literal(passwords[name as RoleName]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
      else await client.query(`ALTER ROLE ${role} PASSWORD ${password}`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${ROLES.owner} ENCODING 'UTF8' TEMPLATE template0`);
    await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${Object.values(ROLES).join(', ')}`);
  } finally {
    await client.end();
  }
}

/** Why this role must not serve, or undefined: it could go around row security or the refusals. */
export async function roleTooStrong(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; super: boolean; bypasses: boolean; owns: boolean }>(
      `SELECT r.rolname AS role, r.rolsuper AS super, r.rolbypassrls AS bypasses,
        EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' AND c.relkind = 'r'
          WHERE pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns
       FROM pg_roles r WHERE r.rolname = current_user`,
    );
    const found = rows[0];
    if (!found) return 'unknown role';
    if (found.super) return `${found.role}: superuser`;
    if (found.bypasses) return `${found.role}: BYPASSRLS`;
    if (found.owns) return `${found.role}: owns tables`;
    return undefined;
  } finally {
    await client.end();
  }
}
