import { randomUUID } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER, CLUSTER_NAME } from './cluster-name.ts';
import { EmbeddedRefused } from './refused.ts';
import { run } from './run.ts';
import { giveToServer } from './server-user.ts';

/** The cluster folder of this major release, whether it exists yet or not. */
export const clusterFolder = (folder: string, major: string): string => join(folder, `cluster-${major}`);

/** Refuses a data folder with a cluster of another major release, which these programs cannot read. */
export function refuseOtherMajors(folder: string, major: string): void {
  for (const name of readdirSync(folder)) {
    const named = CLUSTER_NAME.exec(name)?.[1];
    if (named === undefined) continue;
    const file = join(folder, name, 'PG_VERSION');
    const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : named;
    if (named !== major || found !== major) throw ofOtherMajor(join(folder, name), found === major ? named : found, major);
  }
}

/** Removes what an interrupted start left behind. */
export function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^preparing-|^lock\.[0-9a-f-]{36}$/.test(name)) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // An orphaned initdb is still writing there; a later start removes it.
    }
  }
}

/** Makes the cluster under a temporary name, so that an unfinished one is never used. */
export async function createCluster(folder: string, major: string, bin: string, password: string): Promise<void> {
  const preparing = join(folder, `preparing-${randomUUID()}`);
  const draft = join(preparing, 'cluster');
  const passwordFile = join(preparing, 'password');
  mkdirSync(preparing, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveToServer(passwordFile);
  giveToServer(preparing);
  try {
    await initialise(folder, bin, draft, passwordFile);
    renameSync(draft, clusterFolder(folder, major));
  } finally {
    rmSync(preparing, { recursive: true, force: true });
  }
}

// What counts as a letter is asked of the C library even under ICU: with plain C, pg_trgm splits words at every accented
// letter. Names of a locale that knows Unicode differ by system; C is there always.
const CHARACTER_LOCALES: Readonly<Record<string, readonly string[]>> = {
  linux: ['C.UTF-8', 'en_US.UTF-8', 'C'],
  darwin: ['en_US.UTF-8', 'C'],
  win32: ['vi-VN', 'C'],
};

async function initialise(folder: string, bin: string, draft: string, passwordFile: string): Promise<void> {
  let trouble = '';
  for (const characters of CHARACTER_LOCALES[process.platform] ?? ['C']) {
    const { code, errors } = await run(
      join(bin, 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--data-checksums',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi-VN',
        '--locale=C',
        `--lc-ctype=${characters}`,
        '--no-instructions',
      ],
      folder,
    );
    if (code === 0) return;
    trouble = errors;
    if (errors.includes('look up effective user ID')) throw nameless();
    if (!errors.includes('locale')) break;
    rmSync(draft, { recursive: true, force: true });
  }
  throw new EmbeddedRefused(`Không tạo được cơ sở dữ liệu trong ${folder}.`, `The database could not be made in ${folder}.`, trouble.trim());
}

const SETTINGS = 'parindex.conf';

const quote = (text: string): string => `'${text.replaceAll('\\', '/').replaceAll("'", "''")}'`;

/** Rewrites the settings at each start, so that a later release can change them. */
export function writeSettings(folder: string, major: string, port: number): void {
  const logs = join(folder, 'log');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  giveToServer(logs);
  const settings: Readonly<Record<string, string>> = {
    // Local TCP only, without a socket file: its path length is limited and its folder differs by system.
    listen_addresses: quote('127.0.0.1'),
    port: String(port),
    unix_socket_directories: quote(''),
    cluster_name: quote(CLUSTER),
    max_connections: '100',
    shared_buffers: quote('128MB'),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: quote('scram-sha-256'),
    timezone: quote('Asia/Ho_Chi_Minh'),
    log_timezone: quote('Asia/Ho_Chi_Minh'),
    // One log for each day of the week, overwritten a week later.
    logging_collector: 'on',
    log_directory: quote(logs),
    log_filename: quote('postgres-%a.log'),
    log_rotation_age: quote('1d'),
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_line_prefix: quote('%m [%p] %d '),
    log_statement: quote('none'),
    // Without the values of a row that was refused: an address or a name is for no log.
    log_error_verbosity: quote('terse'),
    log_min_duration_statement: '-1',
    log_checkpoints: 'off',
  };
  const file = join(clusterFolder(folder, major), SETTINGS);
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(draft, `# Written by ParIndex at each start.\n${lines.join('')}`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  giveToServer(draft);
  renameSync(draft, file);
  const main = join(clusterFolder(folder, major), 'postgresql.conf');
  const include = `include_if_exists '${SETTINGS}'`;
  if (!readFileSync(main, 'utf8').includes(include)) appendFileSync(main, `\n${include}\n`);
}

/** The port of the last start, if it is free, so that other connections find the server again. */
export function portBefore(folder: string, major: string): number {
  const file = join(clusterFolder(folder, major), SETTINGS);
  return existsSync(file) ? Number(/^port = (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0;
}

// As with `docker run --user 1234`: initdb needs a user name, the server does not.
const nameless = () =>
  new EmbeddedRefused(
    'Người dùng chạy PostgreSQL không có tên trong /etc/passwd; hãy chạy bằng người dùng có tên, hoặc đặt DATABASE_URL.',
    'The user that PostgreSQL runs as has no name in /etc/passwd; run as a user with a name, or set DATABASE_URL.',
  );

const ofOtherMajor = (place: string, found: string, major: string) =>
  new EmbeddedRefused(
    `${place} là cơ sở dữ liệu của PostgreSQL ${found}, bản này dùng PostgreSQL ${major}. Hãy chạy "parindex backup" bằng bản phần mềm cũ, chuyển thư mục đó đi nơi khác, rồi chạy "parindex restore" bằng bản này.`,
    `${place} is a database of PostgreSQL ${found}, this release uses PostgreSQL ${major}. Run "parindex backup" with the old release, move that folder away, then run "parindex restore" with this one.`,
  );
