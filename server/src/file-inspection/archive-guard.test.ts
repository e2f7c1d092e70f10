import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, openArchive } from './archive-guard.ts';
import { refusal, TestFolder } from './testing/files.ts';
import { type RawEntry, rawZip } from './testing/zip.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const judged = (entries: readonly RawEntry[]) => openArchive(folder.keep(rawZip(entries)));
const small: RawEntry = { name: 'a.xml', content: 'x' };
const { entries: MOST, unpackedBytes, ratio, ratioFreeBytes } = ARCHIVE_LIMITS;
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}`, content: '' }));
/** Packed bytes as they are, so that the ratio can be set to the byte. */
const claiming = (claims: number, packed: number): RawEntry => ({ name: 'a', content: Buffer.alloc(packed), method: 8, claims });
const packedSize = (entry: RawEntry) => rawZip([entry]).readUInt32LE(18);

describe('limits, at their edges', () => {
  test('[F28] as many entries as allowed, and one more', async () => {
    (await judged(many(MOST))).close();
    expect((await refusal(judged(many(MOST + 1)))).code).toBe('tooManyParts');
  });

  test('[F28] as many unpacked bytes as allowed, and one more', async () => {
    const half = { content: randomBytes(2_000_000), claims: unpackedBytes / 2 };
    const claimed = [
      { ...half, name: 'a' },
      { ...half, name: 'b' },
    ];
    (await judged(claimed)).close();
    expect((await refusal(judged([...claimed, small]))).code).toBe('tooLargeUnpacked');
  });

  test('[F28] the ratio, beyond the first megabyte', async () => {
    const most = ratioFreeBytes + ratio * packedSize(claiming(1, 10));
    (await judged([claiming(most, 10)])).close();
    expect((await refusal(judged([claiming(most + 1, 10)]))).code).toBe('suspiciousCompression');
  });
});

describe('structures that no honest program writes', () => {
  test.for<readonly [string, RawEntry[], string]>([
    ['a path that climbs', [{ ...small, name: '../a.xml' }], 'unsafeParts'],
    ['a path from the root', [{ ...small, name: '/etc/a.xml' }], 'unsafeParts'],
    ['a drive', [{ ...small, name: 'C:/a.xml' }], 'unsafeParts'],
    ['a backslash', [{ ...small, name: '..\\a.xml' }], 'unsafeParts'],
    ['a name twice', [small, { ...small, name: 'A.XML' }], 'unsafeParts'],
    ['an entry with a password', [{ ...small, flags: 1 }], 'passwordNeeded'],
    ['a method that Office has not', [{ ...small, method: 12 }], 'unsafeParts'],
    ['entries that share their bytes', [small, { ...small, name: 'b.xml', placeOf: 0 }], 'unsafeParts'],
    ['an archive inside, by name', [{ ...small, name: 'x/a.zip' }], 'archiveInside'],
    ['an archive inside, by content', [{ name: 'media/a.png', content: rawZip([small]) }], 'archiveInside'],
  ])('[F28] %s', async ([, entries, code]) => {
    expect((await refusal(judged(entries))).code).toBe(code);
  });

  test('[F28] a size that the directory belittles is caught while reading', async () => {
    const archive = await judged([{ name: 'a.xml', content: 'x'.repeat(100_000), claims: 10 }]).catch((error: unknown) => error);
    const refused = archive instanceof Error ? archive : await refusal((archive as Awaited<ReturnType<typeof openArchive>>).readSmall('a.xml'));
    expect(refused).toMatchObject({ code: 'unsafeParts' });
  });
});
