import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureBinaries, findRelease, removeOtherBinaries } from './binaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'parindex-binaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const release = { folder: join(folder, 'package'), version: '18.9.0', major: '18' };
const lib = join(release.folder, 'native', 'lib');
mkdirSync(join(release.folder, 'native', 'bin'), { recursive: true });
mkdirSync(lib);
writeFileSync(join(release.folder, 'native', 'bin', 'postgres'), '', { mode: 0o600 });
writeFileSync(join(lib, 'libpq.so.5.18'), 'pq', { mode: 0o600 });
symlinkSync('nowhere', join(lib, 'libpq.so'));
const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
writeFileSync(join(release.folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));

test('the copy has the links that npm could not carry, and is open to the user of PostgreSQL', () => {
  const bin = ensureBinaries(folder, release);
  expect(bin).toBe(join(folder, 'postgres-18.9.0', 'bin'));
  for (const name of ['libpq.so', 'libpq.so.5']) expect(readlinkSync(join(bin, '..', 'lib', name))).toBe('libpq.so.5.18');
  expect(statSync(join(bin, 'postgres')).mode & 0o777).toBe(0o755);
  expect(statSync(join(bin, '..', 'lib', 'libpq.so.5')).mode & 0o777).toBe(0o644);
});

test('a copy made half way is made anew, a whole one is left alone, those of other releases go', () => {
  const home = join(folder, 'postgres-18.9.0');
  rmSync(join(home, 'complete'));
  rmSync(join(home, 'lib'), { recursive: true });
  mkdirSync(`${home}.new`, { recursive: true });
  ensureBinaries(folder, release);
  const { ino } = statSync(home);
  ensureBinaries(folder, release);
  expect(statSync(home).ino).toBe(ino);
  expect(existsSync(join(home, 'lib', 'libpq.so'))).toBe(true);

  mkdirSync(join(folder, 'postgres-18.8.0'));
  mkdirSync(join(folder, 'postgres-notes'));
  removeOtherBinaries(folder, release);
  expect(['postgres-18.8.0', 'postgres-18.9.0', 'postgres-notes'].map((name) => existsSync(join(folder, name)))).toEqual([false, true, true]);
});

test('a machine without a package is told to set DATABASE_URL', () => {
  expect(() => findRelease('linux', 's390x')).toThrow(/linux-s390x.*DATABASE_URL/);
  expect(() => findRelease('win32', 'arm64')).toThrow('windows-arm64');
});
