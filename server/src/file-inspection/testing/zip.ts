import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import yazl from 'yazl';

/** A good ZIP, its first entry stored as ODF wants; `streamed` writes sizes behind each entry, as programs that stream do. */
export async function zipOf(entries: Readonly<Record<string, string | Buffer>>, streamed = false): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    if (streamed) zip.addReadStreamLazy(name, (give) => give(null, Readable.from([bytes])));
    else zip.addBuffer(bytes, name, { compress: name !== 'mimetype' });
  }
  zip.end();
  return buffer(zip.outputStream);
}

export interface RawEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** Unpacked bytes that the directory claims, in place of the truth. */
  readonly claims?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Another entry's place, by its number. */
  readonly placeOf?: number;
}

/** A ZIP as no honest program writes it: nothing is checked. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const places: number[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, flags = 0, method = 8, placeOf } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = placeOf === undefined ? offset : (places[placeOf] ?? 0);
    places.push(place);
    if (placeOf === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
      parts.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
