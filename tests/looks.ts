import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { ROOT } from './product.ts';

/** Set by `npm run looks`: what a page looks like now is what it shall look like. */
const ACCEPTED = process.env['PARINDEX_LOOKS'] === '1';

const KEPT = path.join(ROOT, 'tests/workspace/looks');
/** Where the picture of a page goes that looks otherwise, to be held beside the kept one. */
const SEEN = path.join(ROOT, '.build/looks');

/** A third of the page's size: enough to see by in a review, and small enough to be kept. */
const SCALE = 1 / 3;
/** Two pixels differ that are further apart than this, of 255, after letters have been blurred away. */
const PIXEL = 40;
/** So much of a picture may differ: an hour or a figure that is another each time is far less, a card that has moved far more. */
const SHARE = 0.02;

/** How long a page may go on drawing, in ms. */
const STILL_DRAWING = 3_000;

const plain = async (picture: Buffer) => sharp(picture).removeAlpha().blur(1.5).raw().toBuffer({ resolveWithObject: true });

/** The share of pixels that differ; 1 where the sizes do. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([plain(one), plain(other)]);
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return 1;
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 3)
    if ([0, 1, 2].some((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > PIXEL)) differing += 1;
  return differing / (a.info.width * a.info.height);
}

/** A picture as it is kept: small. */
async function keepable(screenshot: Buffer): Promise<Buffer> {
  const { width = 0 } = await sharp(screenshot).metadata();
  return sharp(screenshot)
    .resize({ width: Math.round(width * SCALE) })
    .webp({ quality: 60 })
    .toBuffer();
}

/**
 * Holds what a page looks like beside the kept picture of that name. Undefined where they look alike; else what differs, in words, with the
 * place of the new picture. A slow machine may still be drawing: pictures are taken until one is like the kept one, for a while at most.
 * `npm run looks` keeps the new one in the place of the old one.
 */
export async function faultOfPicture(name: string, screenshot: () => Promise<Buffer>): Promise<string | undefined> {
  const kept = path.join(KEPT, `${name}.webp`);
  // What is kept is the page once nothing comes to it any more.
  if (ACCEPTED) await setTimeout(STILL_DRAWING / 2);
  const until = Date.now() + STILL_DRAWING;
  let seen: Buffer;
  let share: number;
  do {
    seen = await keepable(await screenshot());
    share = existsSync(kept) ? await difference(readFileSync(kept), seen) : 1;
    if (share <= SHARE) return undefined;
  } while (Date.now() < until);
  const place = ACCEPTED ? kept : path.join(SEEN, `${name}.webp`);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, seen);
  return ACCEPTED ? undefined : `${(100 * share).toFixed(1)} % of ${name} look otherwise: see ${path.relative(ROOT, place)}, and npm run looks to keep it`;
}
