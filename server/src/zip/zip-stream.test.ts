import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sparseObjects } from '../capabilities/evidence/testing/sparse-objects.ts';
import { openFolder } from '../storage/folder.ts';
import { objectKey } from '../storage/keys.ts';
import type { Storage } from '../storage/storage.ts';
import { NoSuchObject } from '../storage/storage-faults.ts';
import { withSums } from './checksums.ts';
import { readZip } from './testing/read-zip.ts';
import type { Packed } from './zip-entry.ts';
import { zipStream } from './zip-stream.ts';

const AT = new Date('2023-01-15T02:00:00Z');

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-zip-'));
  storage = await openFolder(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kept(content: string, path: string, stored = true): Promise<Packed> {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storage.put(objectKey(sha256), bytes);
  return { path, sha256, bytes: bytes.length, stored };
}

async function* each(...files: readonly Packed[]): AsyncGenerator<Packed> {
  yield* files;
}

/** What a stream told when it broke off, and what came of it until then. */
async function broken(files: AsyncIterable<Packed>, from: Pick<Storage, 'read'> = storage): Promise<{ failures: unknown[]; error: unknown; came: Buffer }> {
  const failures: unknown[] = [];
  const pieces: Buffer[] = [];
  const error = await pipeline(
    zipStream(files, { storage: from, at: AT, failed: (one) => failures.push(one) }),
    new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece);
        done();
      },
    }),
  ).then(
    () => undefined,
    (one: unknown) => one,
  );
  return { failures, error, came: Buffer.concat(pieces) };
}

describe('a ZIP that is made as it is read', () => {
  it('holds contents made here and objects of the store, with their hashes behind them', async () => {
    const text = 'cột;cột\n'.repeat(10_000);
    const files = each(
      { path: 'mục lục.txt', content: Buffer.from('Mục lục') },
      await kept('tệp gốc', 'Lĩnh vực 1/tệp.pdf'),
      await kept(text, 'bảng.csv', false),
    );
    const zip = await buffer(
      zipStream(withSums(files), { storage, at: AT, failed: () => {} })
        .resume()
        .pause(),
    );
    const read = await readZip(zip);
    expect([...read.keys()]).toEqual(['mục lục.txt', 'Lĩnh vực 1/tệp.pdf', 'bảng.csv', 'SHA256SUMS']);
    expect(read.get('Lĩnh vực 1/tệp.pdf')?.toString()).toBe('tệp gốc');
    expect(read.get('bảng.csv')?.toString()).toBe(text);
    expect(zip.length).toBeLessThan(text.length);
    const sums = read.get('SHA256SUMS')?.toString().trimEnd().split('\n') ?? [];
    expect(sums).toHaveLength(3);
    for (const line of sums) {
      const [hash = '', path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(read.get(path) as Buffer)
          .digest('hex'),
      ).toBe(hash);
    }
  });

  it('breaks off where an object is missing, shorter, longer or other than it was kept', async () => {
    const good = (await kept('nguyên vẹn', 'a.pdf')) as Extract<Packed, { sha256: string }>;
    const other = (content: string): Pick<Storage, 'read'> => ({ read: async () => Readable.from([Buffer.from(content)], { objectMode: false }) });
    const missing = await broken(each({ path: 'x.txt', content: Buffer.from('x') }, { ...good, sha256: 'f'.repeat(64) }));
    expect(missing.error).toBeInstanceOf(NoSuchObject);
    expect(missing.failures).toEqual([missing.error]);
    for (const content of ['nguyên', 'nguyên vẹn và hơn thế', 'nguyên vẸn']) {
      const { error, failures, came } = await broken(each(good), other(content));
      expect(String(error)).toMatch(/is not as it was kept/);
      expect(failures).toEqual([error]);
      await expect(readZip(came)).rejects.toThrow();
    }
  });

  it('opens nothing before it is read, one object at a time, and closes it when the reader goes', async () => {
    const [large] = await sparseObjects(folder, [64 * 1024 * 1024]);
    let [opened, closed, passed] = [0, 0, 0];
    const watched: Pick<Storage, 'read'> = {
      async read(key) {
        opened += 1;
        const source = await storage.read(key);
        source.once('close', () => {
          closed += 1;
        });
        source.on('data', (piece: Buffer) => {
          passed += piece.length;
        });
        return source.pause();
      },
    };
    const object = { path: 'lớn.pdf', sha256: large?.sha256.toString('hex') as string, bytes: large?.bytes as number, stored: true };
    const failures: unknown[] = [];
    const zip = zipStream(each(object, { ...object, path: 'lớn 2.pdf' }), { storage: watched, at: AT, failed: (one) => failures.push(one) });
    await pause(50);
    expect(opened).toBe(0);
    zip.pipe(new Writable({ highWaterMark: 1, write: () => {} }));
    await pause(300);
    expect([opened, closed]).toEqual([1, 0]);
    expect(passed).toBeLessThan(4 * 1024 * 1024);
    zip.destroy();
    await expect.poll(() => closed).toBe(1);
    expect(failures).toEqual([]);
  });
});
