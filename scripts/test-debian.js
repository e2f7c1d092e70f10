// npm run test:debian: all tests on Debian's PostgreSQL, served through a PgBouncer in transaction mode, and with Debian's clamd. Words behind "--" go to vitest.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectNode } from './project.js';
import { run } from './run.js';

const VERSIONS = '/usr/lib/postgresql';
const PASSWORDS = { app: 'app-test', sign_on: 'sign_on-test', jobs: 'jobs-test', owner: 'owner-test', retention: 'retention-test' };
/** PostgreSQL refuses root; this number needs no account of its own. */
const NOBODY = 65_534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const newest = existsSync(VERSIONS)
  ? readdirSync(VERSIONS)
      .filter((version) => existsSync(join(VERSIONS, version, 'bin', 'initdb')))
      .sort((a, b) => Number(b) - Number(a))[0]
  : undefined;
const wanted = process.env.PARINDEX_TEST_MAJOR ?? newest;
const bouncer = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((file) => existsSync(file));
const clamd = ['/usr/sbin/clamd', '/usr/bin/clamd'].find((file) => existsSync(file));
if (!wanted || !existsSync(join(VERSIONS, wanted, 'bin', 'initdb')) || !bouncer || !clamd) {
  console.error(
    "Cần PostgreSQL, PgBouncer và clamd của Debian: apt-get install postgresql pgbouncer clamav-daemon\n(Needs Debian's PostgreSQL, PgBouncer and clamd: apt-get install postgresql pgbouncer clamav-daemon)",
  );
  process.exit(2);
}
const bin = (command) => join(VERSIONS, wanted, 'bin', command);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The scanners' standard test file, in two parts: whole, it would be found in this very file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Starts clamd with that one signature, and waits until it listens. */
async function startClamd(place, port) {
  mkdirSync(place);
  writeFileSync(join(place, 'test.ndb'), `Test.Eicar:0:0:${Buffer.from(EICAR, 'latin1').toString('hex')}\n`);
  const settings = join(place, 'clamd.conf');
  writeFileSync(
    settings,
    `DatabaseDirectory ${place}\nTCPSocket ${port}\nTCPAddr 127.0.0.1\nForeground yes\nTemporaryDirectory ${place}\nAlertExceedsMax yes\nStreamMaxLength 300M\nMaxFileSize 300M\nMaxScanSize 400M\n`,
  );
  chmodSync(place, 0o777);
  const child = spawn(clamd, ['-c', settings], { ...asNobody, cwd: '/', stdio: 'ignore' });
  for (let tries = 0; tries < 150; tries++) {
    const listens = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (listens) return child;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('clamd does not listen');
}

function must(command, args) {
  const done = spawnSync(command, args, { ...asNobody, cwd: '/', encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr || done.stdout}`);
}

const folder = mkdtempSync(join(tmpdir(), 'parindex-debian-'));
chmodSync(folder, 0o777);
const cluster = join(folder, 'cluster');
const children = [];
let status = 1;
try {
  const [port, pooled, scanner] = [await freePort(), await freePort(), await freePort()];
  must(bin('initdb'), ['-D', cluster, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust']);
  writeFileSync(
    join(cluster, 'postgresql.conf'),
    `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = ''\nmax_connections = 200\ntimezone = 'Asia/Ho_Chi_Minh'\npassword_encryption = 'scram-sha-256'\n`,
  );
  must(bin('pg_ctl'), ['-D', cluster, '-w', '-l', join(folder, 'log'), 'start']);
  const users = join(folder, 'users.txt');
  writeFileSync(users, [...Object.entries(PASSWORDS).map(([role, password]) => `"parindex_${role}" "${password}"`), '"postgres" ""'].join('\n'));
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]\n* = host=127.0.0.1 port=${port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${pooled}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${users}\npool_mode = transaction\ndefault_pool_size = 10\nmax_client_conn = 1000\nserver_idle_timeout = 2\nignore_startup_parameters = extra_float_digits,options\nlogfile = ${join(folder, 'pgbouncer.log')}\n`,
  );
  children.push(spawn(bouncer, [settings], { ...asNobody, cwd: '/', stdio: 'ignore' }));
  children.push(await startClamd(join(folder, 'clamd'), scanner));
  console.log(`PostgreSQL ${wanted}, PgBouncer, clamd`);
  const env = {
    PARINDEX_TEST_POSTGRES: `postgres://postgres@127.0.0.1:${port}/postgres`,
    PARINDEX_TEST_CLAMD: `tcp://127.0.0.1:${scanner}`,
    PARINDEX_TEST_SERVED: `postgres://postgres@127.0.0.1:${pooled}/postgres`,
  };
  status = await run(projectNode(), [join(import.meta.dirname, 'test.js'), ...process.argv.slice(2)], { env });
} finally {
  for (const child of children) child.kill('SIGKILL');
  spawnSync(bin('pg_ctl'), ['-D', cluster, '-m', 'immediate', 'stop'], { ...asNobody, cwd: '/' });
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status;
