import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { readHead } from '../audit/head.ts';
import { sealAll } from '../audit/testing/seal-all.ts';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { queriesOver } from '../db/connect.ts';
import { yesNoCodes } from '../testing/appraised-round.ts';
import { signIn, startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';
import { BackupRefused } from './format.ts';
import { readBackup } from './read.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

let server: TestServer;
let world: World;
let folder: string;
const opened: TestServer[] = [];

const sheetOf = (body: string) => `/api/rounds/minh-hoa-2022/sheets/${body}`;
const sheet = sheetOf('tinh-minh-hoa-01');

/** Somebody saves claims to as many items as said, each as a request of its own; answers how many were accepted. */
async function saves(at: TestServer, person: { token: string }, body: string, times: number, since = 0): Promise<number> {
  const codes = yesNoCodes(world);
  let seq = since;
  for (let turn = 0; turn < times; turn += 1) {
    const item = codes[turn % codes.length] as string;
    const entry = change({ item }, seq, { 'answer.yes': turn % 2 === 0, justification: `Căn cứ “${turn}” — \\n, \t, ký tự 𝄞 (minh họa)` });
    const saved = await ask(at, person, 'POST', `${sheetOf(body)}/entries`, { entries: [entry] });
    if (saved.status === 201) seq += 1;
  }
  return seq - since;
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-backup-'));
  expect(await saves(server, world.people.an, 'tinh-minh-hoa-01', 8)).toBe(8);
  await sealAll(server);
  // What is awkward to write as text: microseconds, days before any year, bytes, lists with quotes and nulls in them, a round copied from one that comes later by name.
  await server.owner.query(`INSERT INTO round (id, owner_body, year, title, state, copied_from, created_at) VALUES
    ('a-chep', 'bo-minh-hoa', 2023, E'Chép \\\\ "lại"\\n', 'draft', 'minh-hoa-2022', '2023-01-09T23:59:59.123456+07')`);
  await server.owner.query(
    `INSERT INTO personal_token (account_id, name, token_hash, scopes, created_at, expires_at, revoked_at) VALUES
    ($1, 'minh họa', '\\x00ff27225c', ARRAY['a,b', '"', NULL, '{}', E'\\\\'], 'infinity', '-infinity', '-infinity')`,
    [world.people.an.account],
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([server, ...opened].map((one) => one.close()));
});

const fileNamed = (name: string) => path.join(folder, name);

/** A new empty database of the same form. */
async function emptyServer(kind: 'real' | 'sandbox' = 'real'): Promise<TestServer> {
  const made = await startTestServer('2023-01-11T02:00:00Z', kind);
  opened.push(made);
  return made;
}

const restoreInto = (target: TestServer, file: string, kind: 'real' | 'sandbox' = 'real') =>
  restoreBackup({ ownerUrl: target.urls.owner, file, kind, moment: target.clock.now() });

async function findings(of: TestServer, anchor?: { number: number; hash: string; count: number }): Promise<{ found: string[]; unsealed: number }> {
  const found: string[] = [];
  const { unsealed } = await verifyDatabase(of.urls.owner, { anchor }, { found: (finding) => found.push(JSON.stringify(finding)), purged: () => {} });
  return { found, unsealed };
}

const head = (of: TestServer) => readHead(queriesOver(of.owner as unknown as pg.PoolClient));

/** Every table with all its rows, but what belongs to the cluster, sessions, and the acts of restoring. */
async function allOf({ owner }: TestServer): Promise<Record<string, string[]>> {
  const tables = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'migration%' AND relname NOT IN ('session', 'seal_epoch')`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'xid' - 'horizon')::text AS row FROM ${name} t ${name === 'audit' ? `WHERE act <> 'installation.restore'` : ''} ORDER BY 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** Counts and hashes of a backup by table, but of those that the act of restoring changes. */
async function hashesOf(file: string): Promise<Record<string, { rows: number; sha256: string }>> {
  for await (const part of readBackup(file)) {
    if (part.is !== 'tail') continue;
    const { 'public.audit': _audit, ...rest } = part.tail.tables;
    return rest;
  }
  throw new Error('no tail');
}

describe('parindex backup and restore', () => {
  it('[F100] bring everything into an empty database and back: counts, hashes and chain equal', async () => {
    const [first, second] = [fileNamed('one.parindex'), fileNamed('two.parindex')];
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    const before = await head(server);
    expect(before.unsealed).toBe(1);
    const written = await writeBackup(server.urls.owner, first, server.clock.now(), []);
    const there = await emptyServer();
    expect((await restoreInto(there, first)).tail).toEqual(written);
    expect(await allOf(there)).toEqual(await allOf(server));
    expect(await head(there)).toEqual({ ...before, unsealed: 2 });
    expect(await findings(there, before)).toEqual({ found: [], unsealed: 2 });

    await writeBackup(there.urls.owner, second, there.clock.now(), []);
    expect(await hashesOf(second)).toEqual(await hashesOf(first));
    const back = await emptyServer();
    await restoreInto(back, second);
    expect(await allOf(back)).toEqual(await allOf(server));
    expect(await findings(back, before)).toEqual({ found: [], unsealed: 3 });
  });

  it('[F100] go on where they were: people sign in anew, write, and are sealed; nothing is skipped or doubled', async () => {
    const file = fileNamed('on.parindex');
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    const { unsealed } = await head(server);
    await writeBackup(server.urls.owner, file, server.clock.now(), []);
    const there = await emptyServer();
    await restoreInto(there, file);
    const { an } = world.people;
    expect((await ask(there, an, 'GET', sheet)).status).toBe(401);
    const anew = { token: await signIn(there, an.account) };
    const shown = await ask(there, anew, 'GET', sheet);
    expect(shown.body.seq).toBe(8);
    expect(await saves(there, anew, 'tinh-minh-hoa-01', 3, 8)).toBe(3);
    await sealAll(there);
    const { rows } = await there.owner.query(`SELECT count(*)::int AS rows, count(DISTINCT r)::int AS once FROM seal, unnest(rows) r`);
    const { rows: trail } = await there.owner.query('SELECT count(*)::int AS rows FROM audit');
    expect(rows[0]).toEqual({ rows: trail[0].rows, once: trail[0].rows });
    expect((await there.owner.query('SELECT count FROM seal ORDER BY number DESC LIMIT 1')).rows[0].count).toBe(unsealed + 1 + 3);
    expect((await there.owner.query(`SELECT act, content FROM audit WHERE act = 'installation.restore'`)).rows).toMatchObject([
      { content: { createdAt: server.clock.now().toISOString() } },
    ]);
    expect(await findings(there)).toEqual({ found: [], unsealed: 0 });
    expect(there.logged).toEqual([]);
  });

  it('[F100] bring no token, link or calendar address to life again', async () => {
    const file = fileNamed('secrets.parindex');
    const { an, chi } = world.people;
    const made = await ask(server, an, 'POST', '/api/me/tokens', { name: 'Máy', scopes: ['read'] });
    const address = (await ask(server, chi, 'POST', '/api/me/calendar')).body.path;
    const link = (await ask(server, world.people.lan, 'POST', `/api/people/${chi.account}/reset`)).body.path.split('#')[1];
    const asked = { id: randomUUID(), kind: 'password', reason: 'Minh họa' };
    expect((await ask(server, world.people.lan, 'POST', `/api/people/${world.people.hanh.account}/requests`, asked)).body.code).toEqual(expect.any(String));
    await writeBackup(server.urls.owner, file, server.clock.now(), []);
    const there = await emptyServer();
    await restoreInto(there, file);
    expect((await ask(there, undefined, 'GET', sheet, undefined, { authorization: `Bearer ${made.body.token}` })).status).toBe(401);
    expect((await ask(there, undefined, 'GET', address)).status).toBe(404);
    expect((await ask(there, undefined, 'POST', '/api/links/reading', { token: link })).status).toBe(410);
    expect((await there.owner.query('SELECT FROM account_request_code')).rowCount).toBe(0);
    await ask(server, an, 'DELETE', `/api/me/tokens/${made.body.id}`);
    await ask(server, chi, 'DELETE', '/api/me/calendar');
    await server.owner.query('UPDATE one_time_link SET withdrawn_at = now() WHERE withdrawn_at IS NULL');
  });

  it('[F100] copy one moment while people work: what the file holds is whole in itself', async () => {
    const file = fileNamed('at-work.parindex');
    let working = true;
    const counts: number[] = [];
    const work = async (name: 'an' | 'chi', body: string) => {
      let seq = (await ask(server, world.people[name], 'GET', sheetOf(body))).body.seq;
      while (working) seq += await saves(server, world.people[name], body, 3, seq);
    };
    const people = [work('an', 'tinh-minh-hoa-01'), work('chi', 'tinh-minh-hoa-02')];
    const sealing = (async () => {
      while (working) await sealAll(server);
    })();
    try {
      for (let turn = 0; turn < sized(2, 3); turn += 1) {
        await writeBackup(server.urls.owner, file, server.clock.now(), []);
        const there = await emptyServer();
        await restoreInto(there, file);
        expect((await findings(there)).found).toEqual([]);
        const { rows } = await there.owner.query(
          `SELECT (SELECT count(*) FROM entry)::int AS entries, (SELECT count(*) FROM audit WHERE act = 'sheet.declare')::int AS told`,
        );
        expect(rows[0].entries).toBe(rows[0].told);
        counts.push(rows[0].entries);
      }
    } finally {
      working = false;
      await Promise.all([...people, sealing]);
    }
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(counts.at(-1)).toBeGreaterThan(8);
    expect(server.logged).toEqual([]);
  });

  it('[F100] do not launder: a row slipped in below the seals is still found after a restore', async () => {
    const tampered = await emptyServer();
    const file = fileNamed('tampered.parindex');
    await writeBackup(server.urls.owner, file, server.clock.now(), []);
    await restoreInto(tampered, file);
    await tampered.owner.query(`INSERT INTO audit (xid, at, actor, office, act, subject, round_id, body_id, content, hash)
      SELECT '0', at, actor, office, act, subject, round_id, body_id, content, hash FROM audit WHERE act = 'audit.view' LIMIT 1`);
    expect((await findings(tampered)).found).toMatchObject([expect.stringContaining('rowAdded')]);
    await writeBackup(tampered.urls.owner, file, tampered.clock.now(), []);
    const there = await emptyServer();
    await restoreInto(there, file);
    expect((await findings(there)).found).toMatchObject([expect.stringContaining('rowAdded')]);
  });

  it('[F100] forget no table: a new one goes along, however it refers to others', async () => {
    const [from, into] = [await emptyServer(), await emptyServer()];
    for (const one of [from, into])
      await one.owner.query(
        `CREATE SCHEMA later;
        CREATE TABLE later.egg (id integer PRIMARY KEY, hen integer); CREATE TABLE later.hen (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, egg integer REFERENCES later.egg, "odd ""name" text[]);
        ALTER TABLE later.egg ADD FOREIGN KEY (hen) REFERENCES later.hen (id)`.replace('hen integer)', 'hen bigint)'),
      );
    await from.owner.query(
      `INSERT INTO later.egg VALUES (1, NULL); INSERT INTO later.hen (egg, "odd ""name") VALUES (1, ARRAY['x', NULL]); UPDATE later.egg SET hen = 1`,
    );
    const file = fileNamed('later.parindex');
    await writeBackup(from.urls.owner, file, from.clock.now(), []);
    await restoreInto(into, file);
    expect((await into.owner.query('SELECT e.hen, h.* FROM later.egg e JOIN later.hen h ON h.egg = e.id')).rows).toEqual([
      { hen: '1', id: '1', egg: 1, 'odd "name': ['x', null] },
    ]);
    expect((await into.owner.query('INSERT INTO later.hen (egg) VALUES (1) RETURNING id')).rows[0].id).toBe('2');
    expect((await into.owner.query(`SELECT count(*)::int AS left FROM pg_constraint WHERE contype = 'f' AND condeferrable`)).rows[0].left).toBe(0);
  });

  it('[F100] removes what a backup left that was killed, and leaves alone what is still being written', async () => {
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const left = (pid: number | undefined) => fileNamed(`.hom-qua.${host}-${pid}.parindex-draft`);
    const killed = spawnSync(process.execPath, ['--version']).pid;
    for (const pid of [killed, process.ppid]) writeFileSync(left(pid), 'dữ liệu cá nhân');
    await writeBackup(server.urls.owner, fileNamed('hom-nay.parindex'), server.clock.now(), []);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([path.basename(left(process.ppid))]);
    rmSync(left(process.ppid));
  });

  it('[F100] leave a file for its owner alone, under its name only when it is complete', async () => {
    const file = fileNamed('kept.parindex');
    writeFileSync(file, 'cũ');
    const other = await emptyServer();
    await other.owner.query('DELETE FROM installation');
    await expect(writeBackup(other.urls.owner, file, other.clock.now(), [])).rejects.toThrow(BackupRefused);
    expect(readFileSync(file, 'utf8')).toBe('cũ');
    await expect(writeBackup(server.urls.owner, path.join(folder, 'khong-co', 'x'), server.clock.now(), [])).rejects.toMatchObject({ code: 'ENOENT' });
    await writeBackup(server.urls.owner, file, server.clock.now(), []);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text).not.toContain('"public.session"');
  });
});

describe('parindex restore refuses', () => {
  const file = () => fileNamed('good.parindex');
  let target: TestServer;
  beforeAll(async () => {
    await writeBackup(server.urls.owner, file(), server.clock.now(), []);
    target = await emptyServer();
  });

  const refused = async (restoring: Promise<unknown>, text: RegExp) => {
    const error = await restoring.then(
      () => new Error('it was restored'),
      (reason: Error) => reason,
    );
    expect(error.message).toMatch(text);
    expect(error).toBeInstanceOf(BackupRefused);
    expect((await target.owner.query('SELECT count(*)::int AS rows FROM account')).rows[0].rows).toBe(0);
  };

  const lines = () => gunzipSync(readFileSync(file())).toString().split('\n').slice(0, -1);
  const spoilt = (name: string, made: readonly string[] | Buffer) => {
    const spoiltFile = fileNamed(name);
    writeFileSync(spoiltFile, Buffer.isBuffer(made) ? made : gzipSync(`${made.join('\n')}\n`));
    return restoreInto(target, spoiltFile);
  };
  const rowOf = (table: string) => lines().findIndex((line) => line.startsWith(`{"table":"public.${table}"`)) + 1;

  it('[F100] a damaged file, before it touches anything', async () => {
    const whole = readFileSync(file());
    await refused(spoilt('cut', whole.subarray(0, whole.length / 2)), /cắt ngang/);
    await refused(spoilt('empty', Buffer.alloc(0)), /cắt ngang/);
    await refused(spoilt('text', Buffer.from('xin chào')), /không phải bản sao lưu/);
    await refused(spoilt('other', ['{"format":"khac/1"}']), /không phải bản sao lưu/);
    await refused(spoilt('no tail', lines().slice(0, -1)), /cắt ngang/);
    await refused(spoilt('after', [...lines(), '{}']), /sau dòng kết/);
    const bits = Buffer.from(whole);
    bits.writeUInt8(bits.readUInt8(whole.length >> 1) ^ 0xff, whole.length >> 1);
    await refused(spoilt('bits', bits), /bị hỏng/);
  });

  it('[F100] a file whose rows are not those that it was written with', async () => {
    const row = rowOf('account');
    await refused(spoilt('changed', lines().with(row, (lines()[row] as string).replace('@minh-hoa', '@minh-hob'))), /public\.account không khớp/);
    await refused(spoilt('removed', lines().toSpliced(row, 1)), /public\.account không khớp/);
    await refused(spoilt('doubled', lines().toSpliced(row, 0, lines()[row] as string)), /public\.account không khớp/);
    await refused(spoilt('short row', lines().with(row, '["x"]')), /sai dạng/);
    await refused(spoilt('number', lines().with(row, '[1]')), /sai dạng/);
    await refused(spoilt('no table', lines().toSpliced(rowOf('account') - 1, 1)), /sai dạng/);
  });

  it('[F100] another kind, another form, and a database that is not empty', async () => {
    const sandbox = await emptyServer('sandbox');
    await refused(restoreInto(sandbox, file(), 'sandbox'), /dữ liệu thật/);
    await target.owner.query(`INSERT INTO migration (name, timestamp) VALUES ('2999-01-01-sau', '')`);
    await refused(restoreInto(target, file()), /2999-01-01-sau/);
    await target.owner.query(`DELETE FROM migration WHERE name = '2999-01-01-sau'`);
    await target.owner.query(`INSERT INTO day_off VALUES ('2023-01-01', 'off', 'Tết Dương lịch', 'minh họa')`);
    await refused(restoreInto(target, file()), /public\.day_off đã có dữ liệu/);
    await target.owner.query('DELETE FROM day_off');
    await restoreInto(target, file());
    await expect(restoreInto(target, file())).rejects.toThrow(BackupRefused);
  });
});
