import { inflateSync } from 'node:zlib';
import type { PdfBytes } from './pdf-bytes.ts';
import { asArray, asDictionary, asName, type PdfDictionary, type PdfStream, PdfUnreadable, type PdfValue } from './pdf-values.ts';

/** Cross references, object streams, revocation lists: none comes near this, unpacked. */
const MAX_UNPACKED = 64 * 1_048_576;

type Resolve = (value: PdfValue | undefined) => PdfValue;

/** A stream's data, unpacked; throws PdfUnreadable where it is filtered otherwise than by FlateDecode. */
export function streamData(bytes: PdfBytes, stream: PdfStream, resolve: Resolve): Buffer {
  const { entries } = stream.dictionary;
  const length = resolve(entries.get('Length'));
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || length > MAX_UNPACKED || stream.data + length > bytes.size)
    throw new PdfUnreadable('a stream of no sane length');
  const raw = bytes.slice(stream.data, stream.data + length);
  const filter = single(resolve(entries.get('Filter')), resolve);
  if (filter === null) return raw;
  if (asName(filter) !== 'FlateDecode') throw new PdfUnreadable('a stream with a filter that is not read here');
  const unpacked = inflate(raw);
  return withoutPredictor(unpacked, asDictionary(single(resolve(entries.get('DecodeParms')), resolve)));
}

/** A value, or the only one of an array. */
function single(value: PdfValue, resolve: Resolve): PdfValue {
  const items = asArray(value);
  if (!items) return value;
  if (items.length > 1) throw new PdfUnreadable('a stream with filters one over another');
  return resolve(items[0]);
}

function inflate(raw: Buffer): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    throw new PdfUnreadable('a stream that does not unpack', { cause: error });
  }
}

function withoutPredictor(data: Buffer, parameters: PdfDictionary | undefined): Buffer {
  const of = (key: string, otherwise: number): number => {
    const value = parameters?.entries.get(key) ?? otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 65_536) throw new PdfUnreadable(`a predictor with a strange ${key}`);
    return value;
  };
  const predictor = of('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw new PdfUnreadable('a predictor that is not read here');
  const pixel = Math.max(1, Math.ceil((of('Colors', 1) * of('BitsPerComponent', 8)) / 8));
  const row = Math.ceil((of('Columns', 1) * of('Colors', 1) * of('BitsPerComponent', 8)) / 8);
  return withoutPngFilter(data, row, pixel);
}

/** Undoes the filters of PNG (RFC 2083, 6), row by row. */
function withoutPngFilter(data: Buffer, row: number, pixel: number): Buffer {
  const rows = Math.floor(data.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let r = 0; r < rows; r++) {
    const type = data[r * (row + 1)] ?? 0;
    for (let i = 0; i < row; i++) {
      const at = r * row + i;
      const left = i >= pixel ? (out[at - pixel] ?? 0) : 0;
      const up = r > 0 ? (out[at - row] ?? 0) : 0;
      const corner = r > 0 && i >= pixel ? (out[at - row - pixel] ?? 0) : 0;
      out[at] = (data[r * (row + 1) + 1 + i] ?? 0) + predicted(type, left, up, corner);
    }
  }
  return out;
}

function predicted(type: number, left: number, up: number, corner: number): number {
  if (type === 0) return 0;
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
