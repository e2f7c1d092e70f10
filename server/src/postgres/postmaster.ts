import { readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterFolder, portBefore, writeSettings } from './cluster.ts';
import { isCode } from './is-code.ts';
import { commandOf, isRunning } from './process-identity.ts';
import { EmbeddedRefused } from './refused.ts';
import { run } from './run.ts';

/** Where a cluster is and what opens it. */
export interface Site {
  readonly folder: string;
  readonly major: string;
  readonly bin: string;
  readonly password: string;
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
}

// Recovery after a crash is minutes at worst with the default limit on WAL.
const START_SECONDS = 300;
const STOP_SECONDS = 60;

/**
 * The port of the server that already runs on the cluster, perhaps left alone by a process that was killed. A note of a server
 * that is gone is removed, also when its number now belongs to another program, at which PostgreSQL itself would stop.
 */
export async function findServer(site: Site): Promise<number | undefined> {
  const cluster = clusterFolder(site.folder, site.major);
  const until = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const noted = readPidFile(cluster);
    if (!noted) return undefined;
    if (!isPostmaster(noted.pid, cluster)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (await answers(noted.port, site.password, cluster)) return noted.port;
    if (Date.now() > until) throw mute(site.folder, noted.pid);
    await pause(50);
  }
}

/** Whether a server runs on the cluster, whether it answers yet or not. */
export function hasServer(site: Site): boolean {
  const cluster = clusterFolder(site.folder, site.major);
  const noted = readPidFile(cluster);
  return noted !== undefined && isPostmaster(noted.pid, cluster);
}

/** Starts the server and waits until it takes connections; gives its port. */
export async function startServer(site: Site): Promise<number> {
  const cluster = clusterFolder(site.folder, site.major);
  const first = join(site.folder, 'log', 'start.log');
  // Again after a while: the port may be taken in between, and children of a killed server hold its memory for a moment.
  for (const wait of [0, 200, 1000, 3000]) {
    await pause(wait);
    // The one that stood in the way may be a server that a killed process had just started.
    const found = wait > 0 ? await findServer(site) : undefined;
    if (found !== undefined) return found;
    const port = await freePort(portBefore(site.folder, site.major));
    writeSettings(site.folder, site.major, port);
    rmSync(first, { force: true });
    const args = ['start', '--wait', `--timeout=${START_SECONDS}`, '--silent', `--pgdata=${cluster}`, `--log=${first}`];
    const { code } = await run(join(site.bin, 'pg_ctl'), args, site.folder, true);
    if (code === 0) return port;
  }
  throw notStarted(site.folder);
}

/** Stops the server, if one runs: open transactions are rolled back, all that was committed is on disk. */
export async function stopServer(site: Site): Promise<void> {
  const cluster = clusterFolder(site.folder, site.major);
  const noted = readPidFile(cluster);
  if (!noted || !isPostmaster(noted.pid, cluster)) return;
  const args = ['stop', '--wait', `--timeout=${STOP_SECONDS}`, '--silent', '--mode=fast', `--pgdata=${cluster}`];
  const { code, errors } = await run(join(site.bin, 'pg_ctl'), args, site.folder);
  if (code !== 0 && isPostmaster(noted.pid, cluster))
    throw new EmbeddedRefused(`PostgreSQL chưa dừng được (tiến trình ${noted.pid}).`, `PostgreSQL did not stop (process ${noted.pid}).`, errors.trim());
}

// Line 1 the number (negative for a server without clients), line 4 the port, which a server that is only just starting has not written yet.
function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3] ?? 0) };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

// By its command line, which everyone may read; what /proc tells beyond it is closed to root in many containers.
function isPostmaster(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  const command = commandOf(pid);
  // Where the system does not tell, rather wait for an answer than start a second server.
  if (command === undefined) return isRunning(pid);
  if (!/^postgres(\.exe)?$/.test(basename(command[0] ?? ''))) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return command.join(' ').includes(cluster);
  const given = command[command.indexOf('-D') + 1] ?? '';
  try {
    return realpathSync(given) === realpathSync(cluster);
  } catch {
    return false;
  }
}

async function answers(port: number, password: string, cluster: string): Promise<boolean> {
  if (!(port > 0)) return false;
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false, connectionTimeoutMillis: 5000 });
  // A server that stops while asked reports it here too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(cluster);
  } catch (error) {
    if (isCode(error, '28P01', '28000')) throw wrongPassword(cluster);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function lastLines(folder: string): string {
  const logs = join(folder, 'log');
  try {
    const files = readdirSync(logs).map((name) => join(logs, name));
    const newest = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(0, 2);
    return newest.map((file) => `${file}:\n${readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n')}`).join('\n');
  } catch {
    return logs;
  }
}

const notStarted = (folder: string) =>
  new EmbeddedRefused(`PostgreSQL không khởi động được trong ${folder}.`, `PostgreSQL did not start in ${folder}.`, lastLines(folder));

const mute = (folder: string, pid: number) =>
  new EmbeddedRefused(
    `PostgreSQL đang chạy trong ${folder} (tiến trình ${pid}) nhưng không trả lời.`,
    `PostgreSQL runs in ${folder} (process ${pid}) but does not answer.`,
    lastLines(folder),
  );

const wrongPassword = (cluster: string) =>
  new EmbeddedRefused(
    `PostgreSQL đang chạy trên ${cluster} không nhận mật khẩu trong tệp "password".`,
    `The PostgreSQL that runs on ${cluster} does not accept the password in the file "password".`,
  );
