import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

/** A small image of each kind that comes in. */
export const makeImage = (kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff', width = 64, height = 40): Promise<Buffer> =>
  plain(width, height).toFormat(kind).toBuffer();

/** A photograph that lies on its side and tells where it was taken. */
export const makePhotograph = (): Promise<Buffer> =>
  plain(80, 40)
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 50/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of some hundred bytes that claims a size. */
export function pixelBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF of several pages, one black dot each: written by hand, since no library of the project writes such. */
export function makeTiff(pages: number): Buffer {
  const entry = (tag: number, type: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(1, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const directory = 2 + 9 * 12 + 4;
  const head = Buffer.from([0x49, 0x49, 42, 0, 12, 0, 0, 0, 0, 0, 0, 0]);
  const written = Array.from({ length: pages }, (_, index) => {
    const count = Buffer.from([9, 0]);
    const next = Buffer.alloc(4);
    next.writeUInt32LE(index + 1 < pages ? 12 + (index + 1) * directory : 0);
    // Width, height, bits, no packing, black is 0, where the strip stands, samples, rows, bytes.
    const tags = [
      [256, 3, 1],
      [257, 3, 1],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, 8],
      [277, 3, 1],
      [278, 3, 1],
      [279, 4, 1],
    ] as const;
    return Buffer.concat([count, ...tags.map(([tag, type, value]) => entry(tag, type, value)), next]);
  });
  return Buffer.concat([head, ...written]);
}
