import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Context } from 's3rver';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { previewKey } from './keys.ts';
import { openBucket } from './s3.ts';
import type { Storage } from './storage.ts';
import { StorageDown, StorageFull } from './storage-faults.ts';
import { bucketAt, type S3Server, startS3 } from './testing/s3-server.ts';
import { begin, keyOf, patch, sha256, upload } from './testing/uploaded.ts';

const folder = mkdtempSync(join(tmpdir(), 'parindex-s3-'));
let server: S3Server;
let storage: Storage;
/** What the store does with a request in place of its own answer. */
let instead: (context: Context) => boolean = () => false;

beforeAll(async () => {
  server = await startS3(folder, 0, (context, next) => (instead(context) ? Promise.resolve() : next()));
  storage = openBucket(server.setting);
});
beforeEach(() => {
  instead = () => false;
});
afterAll(async () => {
  await storage.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const refuse = (context: Context, status: number, code: string): true => {
  context.status = status;
  context.type = 'application/xml';
  context.body = `<Error><Code>${code}</Code><Message>minh hoa</Message></Error>`;
  return true;
};

test('[F25] an object larger than S3 copies at once is copied in parts', async () => {
  const content = Buffer.alloc(12_000_000, 'Tỉnh Minh họa 01');
  const small = openBucket(server.setting, {}, { whole: 5_000_000, part: 5 * 1024 * 1024 });
  await small.keepArrival(await upload(small, content, 2), keyOf(content));
  expect(sha256(await buffer(await storage.read(keyOf(content))))).toBe(sha256(content));
  await small.close();
});

test('[F32] an upload whose last request failed when all bytes were there is made whole by whoever keeps it', async () => {
  const content = Buffer.from('Công văn 7/SMH (minh họa)');
  const id = await begin(storage, content.length);
  instead = (context) => context.method === 'POST' && 'uploadId' in context.query && refuse(context, 503, 'SlowDown');
  await expect(patch(storage, id, 0, content)).rejects.toThrow(StorageDown);
  instead = () => false;
  expect((await storage.arrivals.getUpload(id)).offset).toBe(content.length);
  await storage.keepArrival(id, keyOf(content));
  expect(await buffer(await storage.read(keyOf(content)))).toEqual(content);
});

test('[F103] a reader that goes before it has read anything holds no connection', async () => {
  const content = Buffer.alloc(8_000_000, 'Sở Minh họa A');
  await storage.keepArrival(await upload(storage, content, 1), keyOf(content));
  const connections = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
  const before = connections();
  const readers = await Promise.all(Array.from({ length: 20 }, () => storage.read(keyOf(content))));
  expect(connections()).toBeGreaterThan(before);
  for (const reader of readers) reader.destroy();
  await expect.poll(connections).toBeLessThanOrEqual(before);
});

test('in a bucket with versions each of them goes, and those of longer keys stay', async () => {
  const key = previewKey('e'.repeat(64), 'trang-1.png');
  const { prefix } = server.setting;
  const removed: unknown[] = [];
  const version = (kind: string, of: string, id: string) => `<${kind}><Key>${prefix}${of}</Key><VersionId>${id}</VersionId></${kind}>`;
  const pages = [
    `<IsTruncated>true</IsTruncated><NextKeyMarker>${prefix}${key}</NextKeyMarker><NextVersionIdMarker>v2</NextVersionIdMarker>${version('DeleteMarker', key, 'v3')}${version('Version', key, 'v2')}`,
    `<IsTruncated>true</IsTruncated><NextKeyMarker>x</NextKeyMarker>${version('Version', key, 'v1')}${version('Version', `${key}.txt`, 'v9')}`,
  ];
  instead = (context) => {
    const { method, query } = context;
    if (method === 'DELETE') {
      removed.push(query['versionId']);
      context.status = 204;
      return true;
    }
    if (!('versions' in query)) return false;
    context.type = 'application/xml';
    context.body = `<ListVersionsResult>${pages[query['key-marker'] === `${prefix}${key}` && query['version-id-marker'] === 'v2' ? 1 : 0]}</ListVersionsResult>`;
    return true;
  };
  await storage.remove(key);
  expect(removed).toEqual(['v2', 'v3', 'v1']);
});

test('a store that may not list versions is not taken for one without', async () => {
  instead = (context) => 'versions' in context.query && refuse(context, 403, 'AccessDenied');
  await expect(storage.remove(previewKey('e'.repeat(64), 'trang-1.png'))).rejects.toThrow(StorageDown);
});

test('lists go on behind the thousandth object', async () => {
  const key = (number: number) => previewKey('f'.repeat(64), `trang-${String(number).padStart(4, '0')}.txt`);
  const keys = Array.from({ length: 1_203 }, (_, number) => key(number));
  await Promise.all(keys.map((name) => storage.put(name, Buffer.from('x'))));
  const listed: string[] = [];
  for await (const { key: name } of storage.list('previews/ff/')) listed.push(name);
  expect(listed).toEqual(keys);
});

test('[F103] a quota, a wrong account and a missing bucket have their names', async () => {
  instead = (context) => context.method === 'PUT' && refuse(context, 403, 'QuotaExceeded');
  await expect(storage.probe()).rejects.toThrow(StorageFull);
  instead = () => false;
  await storage.probe();
  for (const wrong of [
    { ...server.setting, accessKeyId: 'wrong' },
    { ...server.setting, bucket: 'other' },
    { ...server.setting, endpoint: 'http://minh-hoa.invalid' },
  ]) {
    const other = openBucket(wrong);
    await expect(other.probe()).rejects.toThrow(StorageDown);
    await other.close();
  }
});

test('what lies under another prefix of the bucket is not seen', async () => {
  const content = Buffer.from('của nơi khác');
  const elsewhere = openBucket(bucketAt(server.port, 'khac/'));
  await elsewhere.put(keyOf(content), content);
  expect(await storage.stat(keyOf(content))).toBeUndefined();
  const listed: string[] = [];
  for await (const { key } of elsewhere.list('objects/')) listed.push(key);
  expect(listed).toEqual([keyOf(content)]);
  await elsewhere.close();
});
