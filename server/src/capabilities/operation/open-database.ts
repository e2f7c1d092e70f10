import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Config } from '../../config.ts';
import type { InstallationKind } from '../../context.ts';
import { ROLES } from '../../db/migrate.ts';
import { prepareDatabase, type RoleName, roleTooStrong, urlAs } from '../../db/prepare.ts';
import { openEmbedded } from '../../postgres/open.ts';
import { WrongSetting } from '../../wrong-setting.ts';
import { upgradeDatabase } from './upgrade-database.ts';

export interface OpenDatabase {
  readonly kind: InstallationKind;
  readonly app: string;
  readonly signOn: string | undefined;
  readonly jobs: string | undefined;
  readonly owner: string | undefined;
  /** The data folder of the embedded database; undefined on a server. */
  readonly folder: string | undefined;
  /** Starts the embedded database again when it has died, until the returned function is called. */
  keepRunning?(log: (text: string, error?: unknown) => void): () => Promise<void>;
  stop(): Promise<void>;
}

const DATABASES: Readonly<Record<InstallationKind, string>> = { sandbox: 'parindex_sandbox', real: 'parindex' };

/** Passwords of the roles in the embedded database: made once, readable by this user alone. A role that came with this release gets its own. */
function rolePasswords(folder: string): Record<RoleName, string> {
  const file = path.join(folder, 'roles.json');
  const known: Partial<Record<RoleName, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const names = Object.keys(ROLES) as RoleName[];
  if (names.every((name) => known[name] !== undefined)) return known as Record<RoleName, string>;
  const made = Object.fromEntries(names.map((name) => [name, known[name] ?? randomBytes(24).toString('base64url')])) as Record<RoleName, string>;
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** Whether `parindex init` has made the real database in the embedded server. */
async function hasDatabase(superUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Milliseconds that a start waits for a database that does not answer. */
const LONGEST_WAIT = 15_000;

async function kindOf(url: string): Promise<InstallationKind | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LONGEST_WAIT });
  await client.connect();
  try {
    const { rows } = await client.query<{ kind: InstallationKind }>('SELECT kind FROM installation');
    return rows[0]?.kind;
  } finally {
    await client.end();
  }
}

const NOT_MADE = 'Cơ sở dữ liệu chưa được khởi tạo; hãy chạy "parindex init". (The database is not set up yet; run "parindex init".)';

/**
 * Opens the database to serve from: the PostgreSQL of DATABASE_URL, or the embedded one. Applies migrations where
 * allowed. `make` sets up a missing database: the sandbox for a plain start, the real one for `parindex init`.
 */
export async function openDatabase(config: Config, kind: InstallationKind, make: boolean, say: (text: string) => void): Promise<OpenDatabase> {
  const opened = config.database ? await onServer(config.database, make ? kind : undefined) : await embedded(config, kind, make, say);
  try {
    for (const role of ['app', 'signOn'] as const) {
      const url = opened[role];
      const strong = url === undefined ? undefined : await roleTooStrong(url, role);
      if (strong === undefined) continue;
      throw new WrongSetting(
        `Không phục vụ dưới vai trò có thể bỏ qua quyền theo dòng (${strong}); hãy dùng vai trò ${ROLES[role]}. (Refusing to serve under a role that could go around row security; use ${ROLES[role]}.)`,
      );
    }
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

/** PostgreSQL's codes for a missing table, and for a rejected sign-in. */
const NO_TABLE = '42P01';
const REFUSED_SIGN_ON = new Set(['28P01', '28000', '3D000']);

/** Why a database could not be read: one that is not set up has no kind; other errors are passed on. */
function explainConnection(error: unknown): undefined {
  const { code } = error as Error & { code?: string };
  // Of several addresses that one name stands for, the error says nothing but its code.
  const message = (error as Error).message || code;
  if (code === NO_TABLE) return undefined;
  if (code !== undefined && REFUSED_SIGN_ON.has(code))
    throw new WrongSetting(
      `PostgreSQL từ chối kết nối; đề nghị kiểm tra vai trò, mật khẩu và tên cơ sở dữ liệu trong DATABASE_URL. (PostgreSQL refused: ${message}. Check role, password and database in DATABASE_URL.)`,
    );
  throw new WrongSetting(
    `Không kết nối được với PostgreSQL; đề nghị kiểm tra máy chủ cơ sở dữ liệu và DATABASE_URL. (PostgreSQL cannot be reached: ${message}.)`,
  );
}

async function onServer({ app, signOn, jobs, owner }: NonNullable<Config['database']>, make: InstallationKind | undefined): Promise<OpenDatabase> {
  if (owner !== undefined) {
    await kindOf(owner).catch(explainConnection);
    await upgradeDatabase(owner, new Date());
    if (make) await setKind(owner, make);
  }
  const kind = await kindOf(app).catch(explainConnection);
  if (!kind) throw new WrongSetting(NOT_MADE);
  return { kind, app, signOn, jobs, owner, folder: undefined, stop: async () => {} };
}

async function embedded(config: Config, kind: InstallationKind, make: boolean, say: (text: string) => void): Promise<OpenDatabase> {
  const server = await openEmbedded({ root: config.root, folder: config.dataFolder, stateHome: config.stateHome, real: kind === 'real', say });
  try {
    const name = DATABASES[kind];
    if (!make && !(await hasDatabase(server.url('postgres'), name))) throw new WrongSetting(NOT_MADE);
    const passwords = rolePasswords(server.folder);
    await prepareDatabase(server.url('postgres'), name, passwords);
    const urlOf = (role: RoleName) => urlAs(server.url(name), { role: ROLES[role], password: passwords[role] });
    await upgradeDatabase(urlOf('owner'), new Date());
    await setKind(urlOf('owner'), kind);
    return {
      ...{ kind, app: urlOf('app'), signOn: urlOf('signOn'), jobs: urlOf('jobs'), owner: urlOf('owner'), folder: server.folder },
      keepRunning: (log) => server.keepRunning(log),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Records once what kind of database it is; a sandbox never becomes real, or the reverse. */
async function setKind(ownerUrl: string, kind: InstallationKind): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('INSERT INTO installation (kind) VALUES ($1) ON CONFLICT DO NOTHING', [kind]);
    const { rows } = await client.query<{ kind: InstallationKind }>('SELECT kind FROM installation');
    if (rows[0]?.kind !== kind)
      throw new WrongSetting(
        kind === 'real'
          ? 'Cơ sở dữ liệu này chứa dữ liệu minh họa, không dùng làm thật được. (This database is a sandbox and cannot become real.)'
          : 'Cơ sở dữ liệu này chứa dữ liệu thật, không dùng để thử được. (This database is real and cannot be a sandbox.)',
      );
  } finally {
    await client.end();
  }
}
