import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, EmbeddedRefused, openEmbedded } from './open.ts';
import { stopServer } from './postmaster.ts';
import { isRunning } from './process-identity.ts';
import { serverUser } from './server-user.ts';
import { dataFolder, openIn, postmasterPid } from './testing/folders.ts';

// One cluster for the whole file: the tests go on where the one before left it.
const folder = dataFolder();
const cluster = join(folder, 'cluster-18');
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  const home = readdirSync(folder).find((name) => name.startsWith('postgres-')) ?? '';
  await stopServer({ folder, major: '18', bin: join(folder, home, 'bin'), password: '' });
  rmSync(folder, { recursive: true, force: true });
});

async function ask(opened: Pick<EmbeddedPostgres, 'url'>, sql: string): Promise<readonly unknown[]> {
  const client = new Client(opened.url('postgres'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.map(([first]) => first);
  } finally {
    await client.end();
  }
}

async function holdOpen(): Promise<{ child: ChildProcess; joined: boolean; port: number }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('testing/hold-open.ts', import.meta.url)), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
  throw new Error('hold-open said nothing');
}

async function died(pid: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { interval: 20, timeout: 10_000 }).toBe(false);
}

test('a first start makes a cluster that speaks Vietnamese, with nothing open that need not be', async () => {
  // What a start killed within initdb leaves.
  mkdirSync(join(folder, 'preparing-00000000', 'cluster', 'base'), { recursive: true });
  writeFileSync(join(folder, 'preparing-00000000', 'cluster', 'PG_VERSION'), '18\n');
  const said: string[] = [];
  const opened = await openEmbedded({ root: process.cwd(), folder, real: false, say: (text) => said.push(text) });
  expect(opened).toMatchObject({ folder, joined: false });
  expect(said.join()).toContain('making the database');
  expect(await ask(opened, 'select 1')).toEqual([1]);
  const words = `unnest(array['đa', 'da', 'dz', 'ea', 'ă', 'â', 'az', 'Ấm', 'ám', 'ba']) as word`;
  const inOrder = ['ám', 'az', 'ă', 'â', 'Ấm', 'ba', 'da', 'dz', 'đa', 'ea'];
  expect(await ask(opened, `select word from ${words} order by word collate "vi-x-icu"`)).toEqual(inOrder);
  expect(await ask(opened, `select word from ${words} order by word`)).toEqual(inOrder);
  expect(await ask(opened, `select 'ĐẮK LẮK' ilike '%đắk%'`)).toEqual([true]);
  await ask(opened, 'create extension pg_trgm');
  // Under a plain C locale "ế" would be no letter and the word two words: as many trigrams as "ti ng" has.
  expect(await ask(opened, `select cardinality(show_trgm('tiếng'))`)).toEqual([6]);
  for (const [name, value] of Object.entries({
    server_version_num: expect.stringMatching(/^18/),
    TimeZone: 'Asia/Ho_Chi_Minh',
    data_checksums: 'on',
    fsync: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    server_encoding: 'UTF8',
  }))
    expect([name, ...(await ask(opened, `show "${name}"`))]).toEqual([name, value]);
  await expect(ask({ url: () => `postgres://postgres:wrong@127.0.0.1:${opened.port}/postgres` }, 'select 1')).rejects.toMatchObject({ code: '28P01' });

  const password = statSync(join(folder, 'password'));
  expect([password.mode & 0o777, password.uid]).toEqual([0o600, process.geteuid?.()]);
  expect(statSync(cluster).uid).toBe(serverUser()?.uid ?? process.geteuid?.());
  expect(readdirSync(folder).toSorted()).toEqual(['cluster-18', 'log', 'password', expect.stringMatching(/^postgres-18/), 'users']);

  await opened.stop();
  await opened.stop();
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  expect(readdirSync(join(folder, 'users'))).toEqual([]);
});

test('a second one joins, in this process or another, and the last one out stops the server', async () => {
  const [first, second] = await Promise.all([openIn(folder), openIn(folder)]);
  expect([first.joined, second.joined].toSorted()).toEqual([false, true]);
  const third = await holdOpen();
  expect(third).toMatchObject({ joined: true, port: first.port });
  const pid = postmasterPid(folder);
  await Promise.all([first.stop(), second.stop()]);
  expect(isRunning(pid)).toBe(true);
  third.child.stdin?.end();
  await once(third.child, 'exit');
  expect(isRunning(pid)).toBe(false);
});

test('two processes that start at once share one server', async () => {
  const both = await Promise.all([holdOpen(), holdOpen()]);
  expect(both.map(({ joined }) => joined).toSorted()).toEqual([false, true]);
  expect(both[0].port).toBe(both[1].port);
  for (const { child } of both) child.stdin?.end();
  await Promise.all(both.map(({ child }) => once(child, 'exit')));
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
});

test('a killed owner leaves a server that the next one joins, and its note does not count', async () => {
  const { child, port } = await holdOpen();
  const pid = postmasterPid(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readdirSync(join(folder, 'users'))).toHaveLength(1);
  const opened = await openIn(folder);
  expect(opened).toMatchObject({ joined: true, port });
  expect(postmasterPid(folder)).toBe(pid);
  await opened.stop();
  expect(isRunning(pid)).toBe(false);
});

test('what was committed survives when owner and server are killed', async () => {
  const { child, port } = await holdOpen();
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const url = () => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await ask({ url }, `create table kept as select 'Tỉnh Minh họa 01' as name`);
  const pid = postmasterPid(folder);
  child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await died(pid);
  const opened = await openIn(folder);
  expect(opened).toMatchObject({ joined: false, port });
  expect(await ask(opened, 'select name from kept')).toEqual(['Tỉnh Minh họa 01']);
  await opened.stop();
});

test('a server that dies under one who keeps it running is started again where it was', async () => {
  const opened = await openIn(folder);
  const said: string[] = [];
  const leave = opened.keepRunning((text) => said.push(text));
  const pid = postmasterPid(folder);
  process.kill(pid, 'SIGKILL');
  await died(pid);
  await expect.poll(() => ask(opened, 'select 1').catch(() => undefined), { timeout: 40_000, interval: 500 }).toEqual([1]);
  await expect.poll(() => said).toEqual(['PostgreSQL had died and was started again']);
  await leave();
  await opened.stop();
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
});

test('a note whose number now belongs to another program, of the same user even, is no server', async () => {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...serverUser() });
  children.push(stranger);
  await once(stranger, 'spawn');
  writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n1\n\n127.0.0.1\n1 1\nready   \n`);
  writeFileSync(join(folder, 'users', `${stranger.pid}-0`), `${stranger.pid} some-boot/1`);
  writeFileSync(join(folder, 'lock'), `${stranger.pid} some-boot/1\nx\n`);
  const opened = await openIn(folder);
  expect(opened.joined).toBe(false);
  expect(await ask(opened, 'select 1')).toEqual([1]);
  const pid = postmasterPid(folder);
  await opened.stop();
  expect(isRunning(pid)).toBe(false);
  expect(isRunning(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
});

test('a cluster of another major release is refused by its name, and the way out is told', async () => {
  const older = join(folder, 'cluster-17');
  mkdirSync(older);
  writeFileSync(join(older, 'PG_VERSION'), '17\n');
  const user = serverUser();
  if (user) chownSync(older, user.uid, user.gid);
  await expect(openIn(folder)).rejects.toThrow(/cluster-17.*PostgreSQL 17[\s\S]*parindex backup[\s\S]*parindex restore/);
  rmSync(older, { recursive: true });

  const version = join(cluster, 'PG_VERSION');
  writeFileSync(version, '19\n');
  await expect(openIn(folder)).rejects.toThrow(EmbeddedRefused);
  writeFileSync(version, '18\n');
  await (await openIn(folder)).stop();
});

test('a cluster whose password file is gone is refused rather than given a new one', async () => {
  const password = readFileSync(join(folder, 'password'));
  rmSync(join(folder, 'password'));
  await expect(openIn(folder)).rejects.toThrow('password file');
  writeFileSync(join(folder, 'password'), password, { mode: 0o644 });
  await (await openIn(folder)).stop();
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
});

test('real data are refused to root', async (ctx) => {
  if (!serverUser()) return ctx.skip('not root here');
  await expect(openEmbedded({ root: process.cwd(), folder, real: true, say: () => undefined })).rejects.toThrow('DATABASE_URL');
});
