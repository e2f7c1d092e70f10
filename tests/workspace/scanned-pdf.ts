import { deflateSync } from 'node:zlib';
import { makePdf } from '../../server/src/file-inspection/testing/pdf.ts';

/** A black square of 8 × 8 in the middle of a white one of 16 × 16, line by line as facsimiles are packed (T.6). */
const SQUARE_T6 = bitsAsHex(['1'.repeat(4), '001', '1011', '000101', '1', '111'.repeat(7), '0001', '1', '1'.repeat(3), '000000000001000000000001'].join(''));

function bitsAsHex(bits: string): string {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
}

const four = (value: number) => value.toString(16).padStart(8, '0');

/** A segment of JBIG2: its number, its type, what it holds. */
const segment = (number: number, type: string, data: string) => `${four(number)}${type}0001${four(data.length / 2)}${data}`;

/** The square as scanners write it into JBIG2: the page, and one region. */
const SQUARE_JBIG2 = [
  segment(0, '30', `${four(16)}${four(16)}${four(0)}${four(0)}000000`),
  segment(1, '26', `${four(16)}${four(16)}${four(0)}${four(0)}0001${SQUARE_T6}`),
].join('');

/** The smallest JPEG 2000 of 16 × 16: nothing is told of it, so it is grey all over. */
const GREY_JPEG2000 = [
  'ff4f',
  `ff5100290000${four(16)}${four(16)}${four(0)}${four(0)}${four(16)}${four(16)}${four(0)}${four(0)}0001070101`,
  'ff52000c00000001000004040001',
  'ff5c00044040',
  `ff90000a0000${four(0)}0001`,
  'ff9300ffd9',
].join('');

function image(filter: string, hex: string, more: string): Buffer {
  const data = Buffer.from(hex, 'hex');
  const head = `<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /Filter /${filter} ${more} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

const ONE_BIT = '/ColorSpace /DeviceGray /BitsPerComponent 1';

/** A page as office scanners make it: three pictures side by side, in JBIG2, CCITT (both the black square) and JPEG 2000 (grey). No text. */
export const scannedPdf = (): Buffer =>
  makePdf({
    pages: [[]],
    page: '/Resources << /XObject << /A 100 0 R /B 101 0 R /C 102 0 R >> >>',
    packedContents: deflateSync([50, 220, 390].map((x, index) => `q 150 0 0 150 ${x} 600 cm /${'ABC'[index]} Do Q`).join('\n')),
    objects: {
      100: image('JBIG2Decode', SQUARE_JBIG2, ONE_BIT),
      101: image('CCITTFaxDecode', SQUARE_T6, `${ONE_BIT} /DecodeParms << /K -1 /Columns 16 /Rows 16 >>`),
      102: image('JPXDecode', GREY_JPEG2000, '/ColorSpace /DeviceGray'),
    },
  });
