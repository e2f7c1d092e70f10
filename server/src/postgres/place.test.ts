import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { choosePlace, stateFolder } from './place.ts';
import { serverUser } from './server-user.ts';

const user = serverUser();
const systemFolder = dirname(stateFolder('/', undefined));
const systemFolderWasThere = existsSync(systemFolder);
let home = '';
let checkout = '';
let said: string[] = [];
const choose = (folder?: string) => choosePlace({ root: checkout, folder, stateHome: join(home, 'state'), say: (text) => said.push(text) });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parindex-home-'));
  chmodSync(home, 0o755);
  checkout = join(home, 'check out');
  mkdirSync(checkout);
  said = [];
});

afterEach(() => {
  rmSync(stateFolder(checkout, join(home, 'state')), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

afterAll(() => {
  if (!systemFolderWasThere && existsSync(systemFolder)) rmdirSync(systemFolder);
});

function makeCluster(folder: string): void {
  mkdirSync(join(folder, 'cluster-18'), { recursive: true });
  if (user) chownSync(join(folder, 'cluster-18'), user.uid, user.gid);
}

test('the data folder is .data in the checkout, whatever the umask', () => {
  const before = process.umask(0o077);
  try {
    expect(choose()).toBe(join(checkout, '.data'));
  } finally {
    process.umask(before);
  }
  expect(said).toEqual([]);
  expect(statSync(join(checkout, '.data')).mode & 0o777).toBe(user ? 0o711 : 0o700);
});

test('below a home of mode 700 root takes a folder of the system, says so, and stays there', (ctx) => {
  if (!user) return ctx.skip('not root here');
  chmodSync(home, 0o700);
  const place = choose();
  expect(place).toMatch(/^\/var\/lib\/parindex\/check-out-[0-9a-f]{8}$/);
  expect(said).toEqual([expect.stringContaining(place)]);
  expect(existsSync(join(checkout, '.data'))).toBe(false);
  makeCluster(place);
  chmodSync(home, 0o755);
  expect(choose()).toBe(place);
});

test('a folder asked for is taken or refused, never replaced', (ctx) => {
  expect(choose(join(home, 'a', 'b'))).toBe(join(home, 'a', 'b'));
  if (!user) return ctx.skip('the rest needs root');
  chmodSync(home, 0o700);
  expect(() => choose(join(home, 'c'))).toThrow('PARINDEX_DATA');
  chmodSync(home, 0o755);
  mkdirSync(join(home, 'closed'), { mode: 0o700 });
  expect(() => choose(join(home, 'closed'))).toThrow('PARINDEX_DATA');
  expect(statSync(join(home, 'closed')).mode & 0o777).toBe(0o700);
});

test('a cluster of another user is refused, not passed over', (ctx) => {
  if (!user) return ctx.skip('not root here');
  makeCluster(join(checkout, '.data'));
  chownSync(join(checkout, '.data', 'cluster-18'), 1234, 1234);
  expect(() => choose()).toThrow('1234');
});
