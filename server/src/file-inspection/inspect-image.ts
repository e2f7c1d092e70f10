import type { FileKind } from '@parindex/core/evidence/file-codes';
import sharp from 'sharp';
import { tellsPosition } from './exif-position.ts';
import type { Finding, Inspection } from './inspection.ts';
import { TEXT_LIMITS } from './pages.ts';
import { FileRefused } from './refused.ts';

export type ImageKind = Extract<FileKind, 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff'>;

export const IMAGE_LIMITS = { pixels: 80_000_000, previewSide: 2_000, previewQuality: 80 } as const;

/** The only libvips loader allowed for each kind; no other format is ever tried. */
const LOADERS: Readonly<Record<ImageKind, string>> = {
  png: 'VipsForeignLoadPng',
  jpeg: 'VipsForeignLoadJpeg',
  webp: 'VipsForeignLoadWebp',
  gif: 'VipsForeignLoadNsgif',
  tiff: 'VipsForeignLoadTiff',
};

/** Reads an image and makes its preview: upright, small, without metadata. Throws FileRefused. */
export async function inspectImage(path: string, kind: ImageKind): Promise<Inspection> {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: [LOADERS[kind]] });
  sharp.concurrency(1);
  sharp.cache(false);
  const { pixels, previewSide, previewQuality } = IMAGE_LIMITS;
  try {
    const options = { limitInputPixels: pixels, failOn: 'error', sequentialRead: true } as const;
    const { width, height, pages: found, exif, xmp } = await sharp(path, options).metadata();
    if (width * height > pixels) throw new FileRefused('tooManyPixels', { found: `${width}×${height}`, limit: String(pixels) });
    // Frames of an animation are not pages.
    const count = kind === 'tiff' ? (found ?? 1) : 1;
    if (count > TEXT_LIMITS.pages) throw new FileRefused('tooManyPages', { found: String(count), limit: String(TEXT_LIMITS.pages) });
    const preview = await sharp(path, options)
      .autoOrient()
      .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: previewQuality })
      .toBuffer();
    const positioned = (exif && tellsPosition(exif)) || (xmp && /GPS(Latitude|Longitude)/.test(xmp.toString('utf8')));
    const findings: Finding[] = [{ code: 'noText', count }, ...(positioned ? [{ code: 'gpsPosition' } as const] : [])];
    const pages = Array.from({ length: count }, () => ({ text: '', scan: true }));
    return { kind, findings, pages, pagesAre: 'real', firstPage: null, blocks: null, preview };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    if (/pixel limit/i.test(reason)) throw new FileRefused('tooManyPixels', { limit: String(pixels) });
    throw new FileRefused(/memory/i.test(reason) ? 'tooHeavy' : 'malformed', { reason });
  }
}
