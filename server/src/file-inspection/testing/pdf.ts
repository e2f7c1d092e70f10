import { createHash } from 'node:crypto';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** From the bottom, as PDF counts. */
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  /** Texts of each page, on A4; a page without is a scan. */
  readonly pages: readonly (readonly PlacedText[])[];
  /** More entries of the catalogue, and objects from number 100 on that they speak of. */
  readonly catalog?: string;
  readonly objects?: Readonly<Record<number, string | Buffer>>;
  /** More entries of the first page. */
  readonly page?: string;
  /** Contents of the first page in place of its texts, packed already. */
  readonly packedContents?: Buffer;
  /** Objects that are packed into a stream of objects. */
  readonly packedObjects?: string;
  readonly passwords?: { readonly user: string; readonly owner: string };
}

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Every 16-bit letter is its own number: block by block, as a map to Unicode must be written. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${['00', '01', '03', '1e', '20'].length} beginbfrange
${['00', '01', '03', '1e', '20'].map((block) => `<${block}00> <${block}ff> <${block}00>`).join('\n')}
endbfrange endcmap end end`;

/** A PDF written byte by byte, text in any letter of Vietnamese. */
export function makePdf(options: PdfOptions): Buffer {
  const objects = new Map<number, string | Buffer>();
  const lock = options.passwords && new Lock(options.passwords);
  const stream = (number: number, dictionary: string, content: Buffer) => {
    const bytes = lock ? lock.encrypt(number, content) : content;
    objects.set(number, Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]));
  };
  const pageNumber = (index: number) => 10 + index * 2;
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Count ${options.pages.length} /Kids [${options.pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type0 /BaseFont /MinhHoa /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>');
  objects.set(
    4,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MinhHoa /CIDSystemInfo << /Registry () /Ordering () /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>',
  );
  objects.set(
    5,
    '<< /Type /FontDescriptor /FontName /MinhHoa /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  stream(6, '', Buffer.from(TO_UNICODE));
  for (const [index, texts] of options.pages.entries()) {
    const number = pageNumber(index);
    const more = index === 0 ? (options.page ?? '') : '';
    objects.set(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> ${more} >>`);
    const contents = texts.map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n');
    const packed = index === 0 && options.packedContents ? options.packedContents : deflateSync(contents);
    stream(number + 1, '/Filter /FlateDecode', packed);
  }
  for (const [number, written] of Object.entries(options.objects ?? {})) objects.set(Number(number), written);
  if (options.packedObjects !== undefined) {
    const content = `200 0 ${options.packedObjects}`;
    stream(99, '/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode', deflateSync(content));
  }
  return written(objects, lock);
}

function written(objects: ReadonlyMap<number, string | Buffer>, lock: Lock | undefined): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places = new Map<number, number>();
  let offset = parts[0]?.length ?? 0;
  for (const [number, content] of objects) {
    places.set(number, offset);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')]);
    parts.push(part);
    offset += part.length;
  }
  const sections = [...places].map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<00112233445566778899aabbccddeeff>';
  const trailer = `<< /Size 300 /Root 1 0 R /ID [${id} ${id}] ${lock ? `/Encrypt ${lock.dictionary}` : ''} >>`;
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${sections}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
const md5 = (...parts: readonly Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

/** The oldest protection of PDF (40 bits), which every reader knows. */
class Lock {
  readonly dictionary: string;
  readonly #key: Buffer;

  constructor({ user, owner }: { readonly user: string; readonly owner: string }) {
    const permissions = Buffer.alloc(4);
    permissions.writeInt32LE(-64);
    const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
    this.#key = md5(padded(user), o, permissions, Buffer.from('00112233445566778899aabbccddeeff', 'hex')).subarray(0, 5);
    const u = rc4(this.#key, PADDING);
    this.dictionary = `<< /Filter /Standard /V 1 /R 2 /P -64 /O <${o.toString('hex')}> /U <${u.toString('hex')}> >>`;
  }

  encrypt(number: number, content: Buffer): Buffer {
    return rc4(md5(this.#key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), content);
  }
}

/** Spaces without end, packed: some 16 kB for each 16 MB, put together from one piece. */
export function flateBomb(megabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: Math.ceil(megabytes / 16) }, () => piece), Buffer.from([3, 0])]);
}
