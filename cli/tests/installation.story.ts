import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sealAll } from '../../server/src/audit/testing/seal-all.ts';
import { startTestServer, type TestServer } from '../../server/src/testing/test-server.ts';
import { ask, makeWorld, type World } from '../../server/src/testing/world.ts';
import { BIN, ROOT, parindexProcess as runAlone, parindex as runHere } from './testing/commands.ts';

/** Some commands start a process, and some a PostgreSQL of their own. */
const SLOW_MS = 120_000;

let folder: string;
let maker: pg.Client;
const made: string[] = [];
const fileNamed = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-installation-'));
  // Run as root, the embedded PostgreSQL runs as another user, who must reach it.
  chmodSync(folder, 0o755);
  maker = new pg.Client({ connectionString: inject('postgres') });
  await maker.connect();
});
afterAll(async () => {
  for (const name of made) await maker.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await maker.end();
  rmSync(folder, { recursive: true, force: true });
});

type Environment = Readonly<Record<string, string>>;

/** Runs a command around an installation, in this process. */
const parindex = (environment: Environment, ...args: string[]) => runHere(args, { environment });
/** The same in a process of its own, as an operator does. */
const parindexProcess = (environment: Environment, ...args: string[]) => runAlone(args, { environment });

const addressOf = (name: string, role: string) => {
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  url.username = `parindex_${role}`;
  url.password = `${role}-test`;
  return url.href;
};
const settingsOf = (urls: { app: string; signOn: string; jobs: string; owner: string }): Environment => ({
  DATABASE_URL: urls.app,
  DATABASE_SIGN_ON_URL: urls.signOn,
  DATABASE_JOBS_URL: urls.jobs,
  DATABASE_OWNER_URL: urls.owner,
  PARINDEX_STORE: fileNamed('evidence'),
  PARINDEX_KEYS: fileNamed(`keys-${path.basename(urls.app)}`),
});

/** A database without anything in it, as an operator makes it on a server. */
async function newDatabase(name: string): Promise<Environment> {
  const full = `test_cli_${name}_${process.pid}`;
  await maker.query(`CREATE DATABASE ${full} OWNER parindex_owner`);
  await maker.query(`REVOKE ALL ON DATABASE ${full} FROM PUBLIC`);
  await maker.query(`GRANT CONNECT ON DATABASE ${full} TO parindex_owner, parindex_app, parindex_sign_on, parindex_jobs`);
  made.push(full);
  return settingsOf({ app: addressOf(full, 'app'), signOn: addressOf(full, 'sign_on'), jobs: addressOf(full, 'jobs'), owner: addressOf(full, 'owner') });
}

describe('an operator', () => {
  it('sets up a real database on a server, and is given a one-time link for the first administrator', { timeout: SLOW_MS }, async () => {
    const settings = await newDatabase('init');
    expect(await parindexProcess(settings, 'audit', 'verify')).toMatchObject({ exit: 2, err: expect.stringContaining('parindex init') });
    expect(await parindex(settings, 'init')).toMatchObject({ exit: 2, out: '', err: 'Cần --email và --name của quản trị viên đầu tiên.\n' });
    expect(await parindex(settings, 'init', '--email', 'x', '--name', ' ', '--lang', 'en')).toMatchObject({
      exit: 2,
      err: '--email is not valid.\n--name is not valid.\n',
    });
    const administrator = ['--email', 'lan@minh-hoa.example', '--name', 'Bùi Thị Lan'];
    const first = await parindexProcess({ ...settings, PARINDEX_ORIGIN: 'https://chamdiem.minh-hoa.example' }, 'init', ...administrator);
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toMatch(/ {2}https:\/\/chamdiem\.minh-hoa\.example\/\S+#[\w-]{20,}\n/);
    const again = await parindex(settings, 'init', ...administrator);
    expect(again.out).toMatch(/http:\/\/localhost:8080\//);
    expect(await parindex(settings, 'administrator', '--email', 'x', '--name', ' ')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--email không hợp lệ.'),
    });
    expect((await parindex(settings, 'administrator', '--email', 'khac@minh-hoa.example', '--name', 'Lý Văn Khác')).out).toMatch(/\/dat-mat-khau#[\w-]+\n/);
    const other = await parindex(settings, 'init', '--email', 'minh@minh-hoa.example', '--name', 'Đỗ Văn Minh');
    expect(other.exit).toBe(2);
    expect(other.err).not.toContain(' at ');
    const owner = new pg.Client({ connectionString: settings['DATABASE_OWNER_URL'] as string });
    await owner.connect();
    const { rows } = await owner.query(
      `SELECT (SELECT kind FROM installation) AS kind, (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM round) AS rounds,
        (SELECT count(*)::int FROM body WHERE kind = 'province') AS provinces, (SELECT count(*)::int FROM body_name WHERE full_name LIKE '%Minh họa%') AS invented`,
    );
    await owner.end();
    expect(rows[0]).toMatchObject({ kind: 'real', accounts: 2, rounds: 0, invented: 0 });
    expect(rows[0].provinces).toBeGreaterThan(33);
    expect(await parindex(settings, 'migrate')).toMatchObject({ exit: 0, out: 'Cơ sở dữ liệu ở phiên bản mới nhất.\n' });
    expect((await parindex(settings, 'audit', 'verify', '--sandbox')).err).toContain('--sandbox');
    expect((await parindex(settings, 'audit', 'verify', '--lang', 'en')).out).toContain('Nothing was changed.');
    const { DATABASE_OWNER_URL: _owner, ...withoutOwner } = settings;
    expect(await parindex(withoutOwner, 'backup', fileNamed('x'))).toMatchObject({ exit: 2, err: expect.stringContaining('DATABASE_OWNER_URL') });
    expect(await parindex(settings, 'backup', fileNamed('x'))).toMatchObject({ exit: 2, err: expect.stringContaining('PARINDEX_BACKUP_RECIPIENTS') });
    const rotated = await parindex(settings, 'keys', 'rotate');
    expect(rotated).toMatchObject({ exit: 0, err: '' });
    expect(rotated.out.match(/đang dùng/g)).toHaveLength(2);
  });

  it('serves what was set up, and the acts are sealed as they come, until it is told to stop', { timeout: SLOW_MS }, async (ctx) => {
    if (!existsSync(path.join(ROOT, '.build/site'))) ctx.skip('the pages are not built here');
    const settings = await newDatabase('serve');
    expect((await parindex(settings, 'serve')).err).toContain('parindex init');
    await parindex(settings, 'init', '--email', 'lan@minh-hoa.example', '--name', 'Bùi Thị Lan');
    const child = spawn(process.execPath, [BIN, 'serve'], { cwd: ROOT, env: { ...process.env, ...settings, PORT: '0' } });
    const closed = new Promise((resolve) => child.on('close', resolve));
    const address = await new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const found = /http:\/\/\S+/.exec(text)?.[0];
        if (found) resolve(found);
      });
    });
    expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' });
    const sealed = async () => JSON.parse((await parindex(settings, 'audit', 'anchor')).out).number;
    await expect.poll(sealed, { timeout: 30_000 }).toBeGreaterThan(0);
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
  });

  it('[F25] reads every stored file again, and is told what is missing or changed', { timeout: SLOW_MS }, async () => {
    const settings = await newDatabase('evidence');
    await parindex(settings, 'init', '--email', 'lan@minh-hoa.example', '--name', 'Bùi Thị Lan');
    expect(await parindex(settings, 'evidence', 'verify')).toMatchObject({
      exit: 0,
      out: 'Đã đọc lại 0 tệp, 0 byte.\nMọi tệp đúng từng byte như khi được đưa vào.\n',
    });
    const [kept, changed, lost] = ['giữ', 'đổi', 'mất'].map((text) => Buffer.from(`minh họa ${text}`)) as [Buffer, Buffer, Buffer];
    const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const owner = new pg.Client({ connectionString: settings['DATABASE_OWNER_URL'] as string });
    await owner.connect();
    for (const bytes of [kept, changed, lost]) {
      await owner.query(`INSERT INTO content (sha256, bytes, kept_at) VALUES (decode($1, 'hex'), $2, now())`, [hashOf(bytes), bytes.length]);
      const place = path.join(fileNamed('evidence'), 'objects', hashOf(bytes).slice(0, 2));
      mkdirSync(place, { recursive: true });
      if (bytes !== lost) writeFileSync(path.join(place, hashOf(bytes)), bytes === changed ? 'minh họa khác' : bytes);
    }
    await owner.end();
    const verified = await parindexProcess(settings, 'evidence', 'verify', '--format', 'json');
    expect(verified.exit).toBe(1);
    expect(JSON.parse(verified.out)).toMatchObject({ objects: 3, missing: [hashOf(lost)], changed: [hashOf(changed)] });
    expect((await parindex(settings, 'evidence', 'xem')).exit).toBe(2);
    const { PARINDEX_STORE: _, ...nowhere } = settings;
    expect((await parindex(nowhere, 'evidence', 'verify')).err).toContain('PARINDEX_STORE');
  });

  it.runIf(process.getuid?.() === 0)('keeps no real data as root in the embedded database', async () => {
    expect(await parindex({ PARINDEX_DATA: fileNamed('root') }, 'init', '--email', 'lan@minh-hoa.example', '--name', 'Lan')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('root'),
    });
  });

  it('is told plainly what cannot be', { timeout: SLOW_MS }, async () => {
    const nowhere = { DATABASE_URL: 'postgres://parindex_app@127.0.0.1:1/x', DATABASE_OWNER_URL: 'postgres://parindex_owner@127.0.0.1:1/x' };
    const refused = [
      ['audit', 'verify'],
      ['audit', 'anchor'],
      ['backup', fileNamed('x')],
      ['restore', fileNamed('x')],
      ['migrate'],
      ['serve'],
      ['keys', 'list'],
    ].map(async (args) => {
      const { exit, err } = await parindex(nowhere, ...args);
      expect({ args, exit, trace: /^ {4}at /m.test(err), empty: err === '' }).toEqual({ args, exit: 2, trace: false, empty: false });
    });
    await Promise.all(refused);
    expect(await parindex({}, 'audit', 'xem')).toMatchObject({ exit: 2, err: 'Không có “audit xem”; chỉ có: verify, anchor\n' });
    writeFileSync(fileNamed('no-anchor'), '{"number": 1}');
    expect(await parindex(nowhere, 'audit', 'verify', '--anchor', fileNamed('no-anchor'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('dấu xác nhận nhật ký'),
    });
    expect(await parindex({ DATABASE_URL: 'mysql://x' }, 'backup', 'x')).toMatchObject({ exit: 2, err: expect.stringContaining('DATABASE_URL') });
  });
});

describe('a sandbox moves', () => {
  let server: TestServer;
  let world: World;
  let here: Environment;
  beforeAll(async () => {
    server = await startTestServer('2023-01-10T02:00:00Z', 'sandbox');
    world = await makeWorld(server);
    here = settingsOf(server.urls);
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    await sealAll(server);
  });
  afterAll(() => server.close());

  it('[F95] [F100] from a server into an embedded database and back, and its trail holds by the anchor', { timeout: SLOW_MS }, async () => {
    const [anchor, first, second] = [fileNamed('anchor.json'), fileNamed('first.parindex'), fileNamed('second.parindex')];
    const taken = await parindex(here, 'audit', 'anchor');
    expect(JSON.parse(taken.out)).toEqual({
      number: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      count: 1,
      at: '2023-01-10T02:00:00.000Z',
      key: null,
      signature: null,
    });
    writeFileSync(anchor, taken.out);
    const made = await parindex({}, 'keys', 'identity', fileNamed('identity'));
    const encrypting = { PARINDEX_BACKUP_RECIPIENTS: /age1\S+/.exec(made.out)?.[0] ?? '' };
    const copied = await parindexProcess({ ...here, ...encrypting }, 'backup', first);
    expect(copied).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('Đã mã hóa cho age1') });
    expect(copied.out).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(statSync(first).mode & 0o777).toBe(0o600);
    const nowhere = path.join(folder, 'khong-co', 'x');
    expect((await parindex(here, 'backup', nowhere)).err).toBe(`${nowhere}: không có thư mục hoặc tệp đó\n`);

    const embedded = { PARINDEX_DATA: fileNamed('embedded') };
    expect((await parindex(embedded, 'audit', 'verify', '--sandbox')).exit).toBe(2);
    const restored = await parindexProcess(embedded, 'restore', first, '--sandbox', '--anchor', anchor, '--identity', fileNamed('identity'));
    expect(restored.out).toContain('Không phát hiện thay đổi nào.');
    expect(restored.exit).toBe(0);
    expect((await parindexProcess(embedded, 'restore', first, '--sandbox', '--identity', fileNamed('identity'))).err).toContain('cơ sở dữ liệu trống');
    expect((await parindexProcess(embedded, 'backup', second, '--sandbox')).exit).toBe(0);

    const back = await newDatabase('back');
    expect((await parindex(back, 'restore', second)).err).toContain('dữ liệu minh họa');
    const other = await newDatabase('other');
    expect(await parindex(other, 'restore', second, '--sandbox', '--anchor', anchor)).toMatchObject({ exit: 0 });
    expect((await parindex(other, 'audit', 'anchor')).out).toBe(taken.out);
  });

  it('[F95] tells with status 1 that somebody changed a row, in words and for programs', { timeout: SLOW_MS }, async () => {
    const intruder = new pg.Client({ connectionString: server.urls.super });
    await intruder.connect();
    await intruder.query(`SET session_replication_role = replica; UPDATE audit SET act = 'khac' WHERE n = 1`);
    const words = await parindexProcess(here, 'audit', 'verify');
    expect(words).toMatchObject({ exit: 1, err: '' });
    expect(words.out).toContain('Dòng nhật ký 1 đã bị sửa\n');
    const json = await parindex(here, 'audit', 'verify', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ findings: 1, list: [{ code: 'rowChanged', n: '1', message: { en: 'Audit row 1 was changed' } }] });
    // A backup of it has right hashes, and is found out before anything of it counts.
    const [forged, target] = [fileNamed('forged'), await newDatabase('forged')];
    // An honest one that is older than the anchor is not called changed.
    const newer = fileNamed('newer.json');
    writeFileSync(newer, JSON.stringify({ ...JSON.parse(readFileSync(fileNamed('anchor.json'), 'utf8')), number: 99 }));
    const older = await parindex(target, 'restore', fileNamed('first.parindex'), '--sandbox', '--anchor', newer, '--identity', fileNamed('identity'));
    expect(older).toMatchObject({ exit: 1, out: expect.stringContaining('dấu xác nhận nhật ký mới hơn bản sao lưu') });
    await parindex(here, 'backup', forged);
    const refused = await parindex(target, 'restore', forged, '--sandbox');
    expect(refused).toMatchObject({ exit: 1, out: expect.stringContaining('Dòng nhật ký 1 đã bị sửa\n') });
    expect(refused.out).toContain('Không phục hồi gì');
    const wanted = await parindex(target, 'restore', forged, '--sandbox', '--changed');
    expect(wanted).toMatchObject({ exit: 1, out: expect.stringContaining('Đã phục hồi') });
    await intruder.query(`UPDATE audit SET act = 'audit.view' WHERE n = 1`);
    await intruder.query('DELETE FROM seal');
    await intruder.end();
    const cut = await parindex(here, 'audit', 'verify', '--anchor', fileNamed('anchor.json'));
    expect(cut).toMatchObject({ exit: 1 });
    expect(cut.out).toContain('Nhật ký bị cắt đuôi');
    expect(readFileSync(fileNamed('anchor.json'), 'utf8')).toContain('"number":1');
  });
});
