import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { WrongSetting } from '../wrong-setting.ts';
import { openFolder } from './folder.ts';
import { openStorage } from './open-storage.ts';
import { begin, keyOf, upload } from './testing/uploaded.ts';

const around = mkdtempSync(join(tmpdir(), 'parindex-folder-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')('[F103] a full disk is told, leaves no half and no rest, and what fits goes on', async () => {
  const folder = join(around, 'full');
  const program = fileURLToPath(new URL('testing/write-with-little-room.ts', import.meta.url));
  // What a full disk does to a write, without a disk: no file may grow beyond a megabyte (bash counts in KiB).
  const printed = execFileSync('bash', ['-c', 'ulimit -f 1000; exec "$0" "$@"', process.execPath, program, folder], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual({ object: 'StorageFull', preview: 'StorageFull', upload: 'StorageFull', drop: 'done', small: 'done' });
  const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left.map((entry) => join(entry.parentPath, entry.name))).toEqual([join(folder, 'previews', 'bb', 'b'.repeat(64), 'trang-1.png')]);
});

test.skipIf(process.platform === 'win32')('folders and objects are open to nobody else', async () => {
  const folder = join(around, 'modes');
  const storage = await openFolder(folder);
  const content = Buffer.from('Quyết định 15/QĐ-MH');
  await storage.keepArrival(await upload(storage, content), keyOf(content));
  await storage.put(`previews/ab/ab${'0'.repeat(62)}/trang-1.png`, content);
  const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const mode = (statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8);
    return `${entry.isFile() ? 'file' : 'folder'} ${mode}`;
  });
  expect([...new Set(modes)].toSorted()).toEqual(['file 600', 'folder 700']);
});

test('what a crash has left is cleared at the next start, what is being written now is not', async () => {
  const folder = join(around, 'crash');
  const storage = await openFolder(folder);
  const id = await begin(storage, 10);
  const [old, young] = ['old', 'young'].map((name) => join(folder, 'temporary', name)) as [string, string];
  for (const path of [old, young]) writeFileSync(path, 'half');
  utimesSync(old, new Date(0), new Date(0));
  const again = await openFolder(folder);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  expect((await again.arrivals.getUpload(id)).offset).toBe(0);
});

test('a place where no folder can be is a wrong setting, told in both languages', async () => {
  const file = join(around, 'file');
  writeFileSync(file, '');
  const opened = openStorage({ kind: 'folder', folder: join(file, 'kho') }, '');
  await expect(opened).rejects.toThrow(WrongSetting);
  await expect(opened).rejects.toThrow(/PARINDEX_STORE.*\(The folder of the store cannot be written/s);
  await (await openStorage(undefined, join(around, 'fallback'))).probe();
});
