import sharp from 'sharp';
import { encode, renderSVG } from 'uqr';

/** The quiet zone around the code, which readers need. */
const BORDER = 2;

/** An address as a QR code, SVG. */
export const qrSvg = (text: string): string => renderSVG(text, { border: BORDER, ecc: 'M' });

const DOT = 6;

/** The same as PNG, for formats without SVG. */
export function qrPng(text: string): Promise<Buffer> {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' });
  const pixels = Buffer.from(data.flatMap((row) => row.map((dark) => (dark ? 0 : 255))));
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * DOT, size * DOT, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
