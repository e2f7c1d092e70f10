import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { withLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'parindex-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('one at a time, also when all find the lock of a dead process and of a dead remover', async () => {
  // Number 1 lives, but was not born then.
  for (const name of ['lock', 'lock.removal']) writeFileSync(join(folder, name), '1 another-boot/1\nx\n');
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await pause(2);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => withLock(folder, work)));
  expect(most).toBe(1);
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a lock is given back when the work fails', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(folder, async () => 1)).toBe(1);
});
