import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { inspect } from './inspect.ts';
import { TestFolder } from './testing/files.ts';
import { makeImage, makePhotograph, makeTiff } from './testing/images.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

test('[F116] a photograph stands upright in its preview, which no longer tells where it was taken; the finding does', async () => {
  const { findings, preview } = await inspect(folder.keep(await makePhotograph()), 'a.jpg');
  expect(findings).toEqual([{ code: 'noText', count: 1 }, { code: 'gpsPosition' }]);
  const shown = await sharp(preview ?? Buffer.alloc(0)).metadata();
  expect(shown).toMatchObject({ format: 'webp', width: 40, height: 80 });
  expect(shown.exif).toBeUndefined();
});

test('[F28] a large image is made small, never larger; the pages of a TIFF are counted', async () => {
  const { preview, findings } = await inspect(folder.keep(await makeImage('png', 5_000, 2_500)), 'a.png');
  expect(findings).toEqual([{ code: 'noText', count: 1 }]);
  expect(await sharp(preview ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 2_000, height: 1_000 });
  const tiff = await inspect(folder.keep(makeTiff(3)), 'a.tif');
  expect(tiff.pages).toHaveLength(3);
  expect(tiff.pages.every(({ scan }) => scan)).toBe(true);
});
