import { type ChildProcess, spawn } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { previewKey } from './keys.ts';
import { openStorage } from './open-storage.ts';
import type { Arrival, Storage, StoredObject } from './storage.ts';
import { DifferentObject, NoSuchObject, NotAllArrived, StorageDown, WrongKey } from './storage-faults.ts';
import { folderPlace, type Place, s3Place } from './testing/places.ts';
import { begin, keyOf, patch, pieces, sha256, upload } from './testing/uploaded.ts';

// Bytes without a pattern, the same in each run; the number tells contents apart.
const bytes = (size: number, number: number): Buffer => createCipheriv('aes-128-ctr', Buffer.alloc(16, number), Buffer.alloc(16)).update(Buffer.alloc(size));
/** A process is killed so often while it keeps. */
const KILLS = sized(1, 8);
const text = (words: string): Buffer => Buffer.from(words, 'utf8');
const contentOf = async (storage: Storage, key: string): Promise<Buffer> => buffer(await storage.read(key));
const all = async <T>(found: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
};
const idsOf = async (storage: Storage): Promise<readonly string[]> => (await all<Arrival>(storage.listArrivals())).map(({ id }) => id);
const keysOf = async (found: AsyncIterable<StoredObject>): Promise<readonly string[]> => (await all(found)).map(({ key }) => key);

describe.each([
  ['a folder', folderPlace],
  ['an S3 store', s3Place],
])('%s', (_, openPlace) => {
  let place: Place;
  let storage: Storage;
  /** The same store, as another server process has it open. */
  let other: Storage;

  beforeAll(async () => {
    place = await openPlace();
    storage = await openStorage(place.setting, '');
    other = await openStorage(place.setting, '');
  });
  afterAll(async () => {
    await storage.close();
    await other.close();
    await place.close();
  });

  test('[F25] [F32] twenty megabytes that came in six requests to two processes have the same SHA-256, whole, by range and as a file', async () => {
    const content = bytes(20_000_000, 1);
    const id = await begin(storage, content.length);
    // Smaller and larger than what S3 takes for a part, and one of no bytes.
    const ends = [1_000_000, 1_000_000, 7_000_000, 12_345_678, 12_345_679, content.length];
    let offset = 0;
    for (const [number, end] of ends.entries()) {
      offset = await patch(number % 2 === 0 ? storage : other, id, offset, content.subarray(offset, end));
      expect(offset).toBe(end);
      expect((await other.arrivals.getUpload(id)).offset).toBe(end);
    }
    expect(sha256(await buffer(await other.readArrival(id)))).toBe(sha256(content));
    expect(await storage.withArrivalFile(id, async (path) => sha256(readFileSync(path)))).toBe(sha256(content));

    const key = keyOf(content);
    await storage.keepArrival(id, key);
    expect(sha256(await contentOf(other, key))).toBe(sha256(content));
    expect(await other.stat(key)).toMatchObject({ key, bytes: content.length });
    expect(Date.now() - ((await storage.stat(key))?.at.getTime() ?? 0)).toBeLessThan(60_000);
    const last = content.length - 1;
    for (const [start, end] of [
      [0, 99],
      [9_999_999, 10_000_000],
      [last, last],
      [last - 5, last + 1000],
    ] as const)
      expect(await buffer(await storage.read(key, { start, end }))).toEqual(content.subarray(start, end + 1));
    expect((await buffer(await storage.read(key, { start: content.length, end: content.length + 9 }))).length).toBe(0);
    const path = await storage.withFile(key, async (file) => {
      expect(sha256(readFileSync(file))).toBe(sha256(content));
      return file;
    });
    expect(existsSync(path)).toBe(storage.kind === 'folder');
    expect(await idsOf(storage)).not.toContain(id);
  });

  test('[F32] a line that is cut loses nothing that came before, and the upload goes on from there', async () => {
    const content = bytes(9_000_000, 2);
    const id = await begin(storage, content.length);
    const cut = async function* (upTo: number, from: number) {
      yield* pieces(content.subarray(from, upTo));
      throw new Error('the line was cut');
    };
    for (const upTo of [1_500_000, 2_000_000, 8_400_000]) {
      const { offset } = await other.arrivals.getUpload(id);
      await expect(storage.arrivals.write(Readable.from(cut(upTo, offset), { objectMode: false }), id, offset)).rejects.toThrow();
      // A file's stream may give up what waits in its own memory.
      expect((await other.arrivals.getUpload(id)).offset).toBeGreaterThan(upTo - 150_000);
      await expect(storage.keepArrival(id, keyOf(content))).rejects.toThrow(NotAllArrived);
      await expect(storage.readArrival(id)).rejects.toThrow(NotAllArrived);
    }
    const { offset } = await other.arrivals.getUpload(id);
    expect(await patch(other, id, offset, content.subarray(offset))).toBe(content.length);
    await storage.keepArrival(id, keyOf(content));
    expect(sha256(await contentOf(storage, keyOf(content)))).toBe(sha256(content));
  });

  test('an empty file is a file', async () => {
    const id = await upload(storage, text(''));
    await storage.keepArrival(id, keyOf(text('')));
    expect((await contentOf(storage, keyOf(text('')))).length).toBe(0);
  });

  test('the same file twice is one object, and keeping it again changes nothing', async () => {
    const content = text('Kế hoạch số 12/KH-MH (minh họa)');
    const key = keyOf(content);
    const ids = [await upload(storage, content), await upload(other, content)];
    await Promise.all([storage, other].flatMap((by) => ids.map((id) => by.keepArrival(id, key))));
    const first = await storage.stat(key);
    for (const id of ids) await storage.keepArrival(id, key);
    await storage.put(key, content);
    expect(await storage.stat(key)).toEqual(first);
    expect(await contentOf(storage, key)).toEqual(content);
    expect((await idsOf(storage)).filter((id) => ids.includes(id))).toEqual([]);
  });

  test('[F25] another size under the same hash is told, and neither side is touched', async () => {
    const content = text('Báo cáo của Sở Minh họa A');
    const key = keyOf(content);
    await storage.put(key, content);
    const id = await upload(storage, text('not the same at all'));
    await expect(storage.keepArrival(id, key)).rejects.toThrow(DifferentObject);
    await expect(storage.put(key, text('short'))).rejects.toThrow(DifferentObject);
    expect(await contentOf(storage, key)).toEqual(content);
    expect((await buffer(await storage.readArrival(id))).toString()).toBe('not the same at all');
    await storage.dropArrival(id);
  });

  test('a preview replaces the older one', async () => {
    const key = previewKey('d'.repeat(64), 'trang-1.png');
    await storage.put(key, text('older'));
    await storage.put(key, text('newer one'));
    expect((await contentOf(other, key)).toString()).toBe('newer one');
  });

  test('what is not there is named, and removing it is no fault', async () => {
    const key = keyOf(text('never stored'));
    const id = '0'.repeat(32);
    expect(await storage.stat(key)).toBeUndefined();
    for (const ask of [
      () => storage.read(key),
      () => storage.withFile(key, async () => 1),
      () => storage.readArrival(id),
      () => storage.withArrivalFile(id, async () => 1),
    ])
      await expect(ask()).rejects.toThrow(NoSuchObject);
    await expect(storage.keepArrival(id, key)).rejects.toThrow(NoSuchObject);
    await expect(storage.arrivals.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
    await storage.remove(key);
    await storage.dropArrival(id);
  });

  test('objects are listed by prefix in order of key, and on from any of them', async () => {
    const contents = Array.from({ length: 30 }, (_, number) => text(`tài liệu ${number}`));
    const keys = contents.map(keyOf);
    const previews = keys.slice(0, 5).flatMap((key) => ['trang-2.png', 'trang-10.png', 'van-ban.txt'].map((name) => previewKey(key.slice(-64), name)));
    for (const key of [...previews, ...keys]) await storage.put(key, contents[keys.indexOf(key)] ?? text('xem trước'));
    const listed = await keysOf(storage.list('objects/'));
    expect(listed).toEqual(listed.toSorted());
    expect(listed).toEqual(expect.arrayContaining(keys));
    expect(await keysOf(storage.list('objects/', listed[11]))).toEqual(listed.slice(12));
    expect(await keysOf(storage.list('objects/', 'objects/'))).toEqual(listed);
    const one = keys[0] ?? '';
    expect(await keysOf(storage.list(one.slice(0, 12)))).toEqual([one]);
    expect(await keysOf(storage.list(`previews/${one.slice('objects/'.length)}/`))).toEqual(previews.slice(0, 3).toSorted());
    expect(await all(storage.list(one))).toEqual([await storage.stat(one)]);
    expect(await keysOf(storage.list('previews/zz'))).toEqual([]);
  });

  test('what was removed is gone, alone', async () => {
    const [gone, stays] = [keyOf(text('gone')), keyOf(text('stays'))];
    const [preview, sibling] = ['trang-1.png', 'trang-1.png.txt'].map((name) => previewKey(gone.slice(-64), name)) as [string, string];
    for (const key of [gone, preview, sibling, stays]) await storage.put(key, text('nội dung'));
    await storage.remove(gone);
    await storage.remove(preview);
    expect(await Promise.all([gone, preview, sibling, stays].map(async (key) => (await storage.stat(key)) !== undefined))).toEqual([false, false, true, true]);
    await storage.remove(sibling);
    // Once more where the last one went.
    await storage.put(preview, text('nội dung'));
    expect((await contentOf(storage, preview)).toString()).toBe('nội dung');
  });

  test('uploads that nobody went on with are found with their time, and dropped with all that was theirs', async () => {
    const since = Date.now() - 2000;
    const untouched = await begin(storage, 10);
    const half = await begin(storage, 12_000_000);
    await patch(storage, half, 0, bytes(6_000_000, 3));
    const whole = await upload(storage, text('whole'));
    const listed = (await all(storage.listArrivals())).filter(({ id }) => [untouched, half, whole].includes(id));
    expect(listed.map(({ id }) => id).toSorted()).toEqual([untouched, half, whole].toSorted());
    for (const { at } of listed) expect(at.getTime()).toBeGreaterThanOrEqual(since);
    await storage.arrivals.remove(untouched);
    for (const id of [half, whole]) await storage.dropArrival(id);
    expect((await idsOf(other)).filter((id) => [untouched, half, whole].includes(id))).toEqual([]);
    await expect(storage.readArrival(half)).rejects.toThrow(NoSuchObject);
    await expect(storage.arrivals.remove(whole)).rejects.toMatchObject({ status_code: 404 });
  });

  test('[F103] a store that is away is told as down, never as empty, and all goes on when it is back', async () => {
    const content = bytes(3_000_000, 4);
    const kept = keyOf(text('kept before'));
    await storage.put(kept, text('kept before'));
    await storage.probe();
    const whole = await upload(storage, content);
    const half = await begin(storage, content.length);
    await patch(storage, half, 0, content.subarray(0, 1_000_000));

    await place.away();
    const asked: readonly (() => Promise<unknown>)[] = [
      () => storage.probe(),
      () => storage.stat(kept),
      () => storage.read(kept),
      () => storage.withFile(kept, async () => 1),
      () => storage.put(keyOf(content), content),
      () => storage.remove(kept),
      () => all(storage.list('objects/')),
      () => all(storage.listArrivals()),
      () => storage.keepArrival(whole, keyOf(content)),
      () => storage.dropArrival(whole),
      () => storage.readArrival(whole),
      () => begin(storage, 5),
      () => storage.arrivals.getUpload(half),
      () => patch(storage, half, 1_000_000, content.subarray(1_000_000)),
    ];
    for (const ask of asked) await expect(ask(), String(ask)).rejects.toThrow(StorageDown);

    await place.back();
    await storage.probe();
    expect((await contentOf(storage, kept)).toString()).toBe('kept before');
    expect(await patch(storage, half, 1_000_000, content.subarray(1_000_000))).toBe(content.length);
    await storage.keepArrival(half, keyOf(content));
    await storage.keepArrival(whole, keyOf(content));
    expect(sha256(await contentOf(storage, keyOf(content)))).toBe(sha256(content));
  }, 60_000);

  test('[F103] a process killed at any moment leaves each object whole or absent, and no upload lost', async () => {
    const contents = Array.from({ length: 4 }, (_, number) => bytes(700_000, 100 + number));
    // About as long as one keeping lasts.
    const span = storage.kind === 's3' ? 60 : 5;
    let next = await Keeper.start(place);
    for (let round = 0; round < KILLS; round += 1) {
      const keeper = next;
      const arrivals = await Promise.all(contents.map(async (content) => [await upload(storage, content), keyOf(content)] as const));
      const moment = { kept: round % (contents.length + 1), delay: (round * 7) % span };
      [next] = await Promise.all([Keeper.start(place), keeper.keepUntilKilled(arrivals, moment)]);
      for (const [number, [id, key]] of arrivals.entries()) {
        const found = await storage.stat(key);
        if (found) expect(sha256(await contentOf(storage, key))).toBe(key.slice(-64));
        // Whoever tries again gets there, whatever was done already.
        await storage.keepArrival(id, key);
        expect(sha256(await contentOf(storage, key))).toBe(sha256(contents[number] ?? text('')));
        await storage.remove(key);
      }
      expect((await idsOf(storage)).filter((id) => arrivals.some(([mine]) => mine === id))).toEqual([]);
      for await (const { key, bytes: size } of storage.list('previews/cc/')) {
        const preview = await contentOf(storage, key);
        expect([size, preview.equals(Buffer.alloc(300_000, preview[0]))]).toEqual([300_000, true]);
      }
    }
    await next.keepUntilKilled([], { kept: 0, delay: 0 });
  }, 120_000);

  test('[F28] nothing but a key can become a path', async () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 60, maxLength: 66 });
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', 'objects', 'previews', 'arrivals', 'ab', '\0', '%2e%2e', '\\', 'C:', 'trang-1.png', '~'),
      digits,
      fc.string(),
    );
    const path = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('/'));
    const isKey = (name: string) => /^(objects\/(..)\/\2[0-9a-f]{62}|previews\/(..)\/\3[0-9a-f]{62}\/[a-z0-9][a-z0-9.-]*)$/.test(name) && !/[A-Z]/.test(name);
    const refused = async (name: string) => {
      for (const ask of [
        () => storage.read(name),
        () => storage.stat(name),
        () => storage.put(name, text('x')),
        () => storage.remove(name),
        () => all(storage.list(`../${name}`)),
        () => storage.withFile(name, async () => 1),
        () => storage.keepArrival('0'.repeat(32), name),
        () => storage.readArrival(name),
        () => storage.dropArrival(name),
        () => storage.keepArrival(name, keyOf(text('x'))),
        () => patch(storage, name, 0, text('x')),
      ])
        await expect(ask()).rejects.toThrow(WrongKey);
      await expect(storage.arrivals.getUpload(name)).rejects.toMatchObject({ status_code: 404 });
    };
    await fc.assert(
      fc.asyncProperty(
        path.filter((name) => !isKey(name)),
        refused,
      ),
    );
    for (const name of ['../lock', 'objects/../../lock', `objects/ab/${'c'.repeat(64)}`, `previews/cc/${'c'.repeat(64)}/../x`, `${keyOf(text('x'))}\n`])
      await refused(name);
  });
});

/** A process that waits for uploads to keep. */
class Keeper {
  readonly #child: ChildProcess;
  #printed = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.on('data', (chunk) => {
      this.#printed += chunk;
    });
  }

  static async start(place: Place): Promise<Keeper> {
    const program = fileURLToPath(new URL('testing/keep-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [program, JSON.stringify(place.setting)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const keeper = new Keeper(child);
    await once(child.stdout, 'data');
    return keeper;
  }

  /** Lets it begin, and kills it so many milliseconds after it has kept so many. */
  async keepUntilKilled(arrivals: readonly (readonly [string, string])[], { kept, delay }: { readonly kept: number; readonly delay: number }): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.stdin?.write(`${JSON.stringify(arrivals)}\n`);
    while (this.#printed.split('\n').length - 2 < kept) await pause(1);
    await pause(delay);
    this.#child.kill('SIGKILL');
    expect((await closed)[1]).toBe('SIGKILL');
  }
}
