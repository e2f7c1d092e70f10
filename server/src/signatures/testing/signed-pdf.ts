import { deflateSync } from 'node:zlib';

/** A PDF of one page as it grows by revisions. */
export interface GrowingPdf {
  readonly bytes: Buffer;
  readonly next: number;
  readonly crossReferences: number;
  readonly fields: readonly number[];
  readonly annotations: readonly number[];
  /** Entries that the catalog has beside. */
  readonly more: string;
}

type Content = string | Buffer;
interface Grown {
  readonly objects: ReadonlyMap<number, Content>;
  readonly next: number;
  readonly fields?: readonly number[];
  readonly annotations?: readonly number[];
  readonly more?: string;
}

const [CATALOG, PAGES, PAGE, CONTENT, FONT] = [1, 2, 3, 4, 5];
const refs = (numbers: readonly number[]): string => `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;

const catalogOf = ({ fields, more }: Pick<GrowingPdf, 'fields' | 'more'>): string =>
  `<< /Type /Catalog /Pages ${PAGES} 0 R${fields.length > 0 ? ` /AcroForm << /SigFlags 3 /Fields ${refs(fields)} >>` : ''}${more} >>`;
const pageOf = ({ annotations }: Pick<GrowingPdf, 'annotations'>): string =>
  `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 595 842] /Contents ${CONTENT} 0 R /Resources << /Font << /F1 ${FONT} 0 R >> >>` +
  `${annotations.length > 0 ? ` /Annots ${refs(annotations)}` : ''} >>`;

/** A stream object's text. */
export const streamOf = (data: Uint8Array, entries = ''): Buffer =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length}${entries} >>\nstream\n`), data, Buffer.from('\nendstream')]);

/** A page that says a sentence, without accents for the sake of its font. */
export function plainPdf(text = 'Bao cao so 12/BC-MH (minh hoa)'): GrowingPdf {
  const empty: GrowingPdf = {
    bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    next: 1,
    crossReferences: 0,
    fields: [],
    annotations: [],
    more: '',
  };
  const objects = new Map<number, Content>([
    [CATALOG, catalogOf(empty)],
    [PAGES, `<< /Type /Pages /Kids [${PAGE} 0 R] /Count 1 >>`],
    [PAGE, pageOf(empty)],
    [CONTENT, streamOf(Buffer.from(`BT /F1 14 Tf 72 700 Td (${text}) Tj ET`))],
    [FONT, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
  ]);
  return grow(empty, { objects, next: FONT + 1 });
}

/** The file with a revision more, by a table of cross references or, packed, by streams as newer programs write them. */
export function grow(pdf: GrowingPdf, { objects, next, ...changes }: Grown, packed = false): GrowingPdf {
  const grown = { ...pdf, ...changes };
  const written = new Map(objects);
  if (changes.fields || changes.more !== undefined) written.set(CATALOG, catalogOf(grown));
  if (changes.annotations) written.set(PAGE, pageOf(grown));
  return { ...grown, ...(packed ? asStreams(pdf, written, next) : asTable(pdf, written, next)) };
}

function writeObjects(start: Buffer, objects: ReadonlyMap<number, Content>): { parts: Buffer[]; offsets: Map<number, number>; end: number } {
  const parts = [start];
  const offsets = new Map<number, number>();
  let end = start.length;
  for (const [number, content] of objects) {
    offsets.set(number, end);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')]);
    parts.push(part);
    end += part.length;
  }
  return { parts, offsets, end };
}

type Written = Pick<GrowingPdf, 'bytes' | 'next' | 'crossReferences'>;

function asTable(pdf: GrowingPdf, objects: ReadonlyMap<number, Content>, next: number): Written {
  const { parts, offsets, end } = writeObjects(pdf.bytes, objects);
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const previous = pdf.crossReferences ? ` /Prev ${pdf.crossReferences}` : '';
  const trailer = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${next} /Root ${CATALOG} 0 R${previous} >>\nstartxref\n${end}\n%%EOF\n`;
  return { bytes: Buffer.concat([...parts, Buffer.from(trailer)]), next, crossReferences: end };
}

function asStreams(pdf: GrowingPdf, objects: ReadonlyMap<number, Content>, next: number): Written {
  // Signature dictionaries and streams cannot be packed.
  const loose = new Map([...objects].filter(([, content]) => typeof content !== 'string' || content.includes('/ByteRange')));
  const packable = [...objects].filter(([number]) => !loose.has(number)) as [number, string][];
  const [packNumber, tableNumber] = [next, next + 1];
  let at = 0;
  const header = packable.map(([number, content]) => {
    const here = `${number} ${at}`;
    at += content.length + 1;
    return here;
  });
  const head = `${header.join(' ')} `;
  const packed = deflateSync(Buffer.from(head + packable.map(([, content]) => content).join(' ')));
  loose.set(packNumber, streamOf(packed, ` /Type /ObjStm /N ${packable.length} /First ${head.length} /Filter /FlateDecode`));
  const { parts, offsets, end } = writeObjects(pdf.bytes, loose);
  offsets.set(tableNumber, end);
  const rows: [number, number[]][] = [
    ...[...offsets].map(([number, offset]): [number, number[]] => [number, [1, offset >> 16, (offset >> 8) & 255, offset & 255, 0]]),
    ...packable.map(([number], index): [number, number[]] => [number, [2, packNumber >> 16, (packNumber >> 8) & 255, packNumber & 255, index]]),
  ];
  const entries =
    ` /Type /XRef /Size ${next + 2} /Root ${CATALOG} 0 R /Prev ${pdf.crossReferences} /W [1 3 1] /Index [${rows.map(([number]) => `${number} 1`).join(' ')}]` +
    ' /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>';
  const table = Buffer.concat([
    Buffer.from(`${tableNumber} 0 obj\n`),
    streamOf(deflateSync(Buffer.from(rows.flatMap(([, row], i) => [2, ...row.map((byte, j) => (byte - (rows[i - 1]?.[1][j] ?? 0)) & 255)]))), entries),
    Buffer.from(`\nendobj\nstartxref\n${end}\n%%EOF\n`),
  ]);
  return { bytes: Buffer.concat([...parts, table]), next: next + 2, crossReferences: end };
}

export interface SigningOptions {
  /** Makes CMS over the signed bytes. */
  readonly sign: (bytes: Buffer) => Promise<Buffer>;
  readonly field?: string;
  readonly subFilter?: string;
  /** Further entries of the signature dictionary. */
  readonly entries?: string;
  /** Draws something on the page. */
  readonly visible?: boolean;
  readonly packed?: boolean;
  /** A field that waits for it, in the place of a new one. */
  readonly into?: number;
}

/** Bytes for a signature. */
export const CAPACITY = 12_000;
export const NUMBER = '0000000000';

/** The file with a signature field more, signed. */
export async function addSignature(pdf: GrowingPdf, wishes: SigningOptions): Promise<GrowingPdf> {
  const { sign, field = `ChuKy${pdf.fields.length + 1}`, subFilter = 'ETSI.CAdES.detached', entries = '', visible = false, packed = false, into } = wishes;
  const [value, widget, look] = [pdf.next, into ?? pdf.next + 1, pdf.next + 2];
  const type = subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig';
  const dictionary =
    `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter}${entries} ` +
    `/ByteRange [0 ${NUMBER} ${NUMBER} ${NUMBER}] /Contents <${'0'.repeat(CAPACITY * 2)}> >>`;
  const shown = visible ? `/Rect [72 72 272 122] /AP << /N ${look} 0 R >>` : '/Rect [0 0 0 0]';
  const objects = new Map<number, Content>([
    [value, dictionary],
    [widget, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${field}) /V ${value} 0 R /F 132 /P ${PAGE} 0 R ${shown} >>`],
  ]);
  if (visible) objects.set(look, streamOf(Buffer.from('1 0 0 rg 0 0 200 50 re f'), ' /Type /XObject /Subtype /Form /BBox [0 0 200 50]'));
  const listed = into === undefined ? { fields: [...pdf.fields, widget], annotations: [...pdf.annotations, widget] } : {};
  const grown = grow(pdf, { objects, next: look + 1, ...listed }, packed);
  return { ...grown, bytes: await seal(grown.bytes, pdf.bytes.length, sign) };
}

/** Fills in the range and then the signature over it. */
export async function seal(unsigned: Buffer, from: number, sign: SigningOptions['sign']): Promise<Buffer> {
  const bytes = Buffer.from(unsigned);
  const start = bytes.indexOf('/Contents <', from) + '/Contents '.length;
  const end = bytes.indexOf('>', start) + 1;
  let at = bytes.indexOf('/ByteRange [0 ', from) + '/ByteRange [0 '.length;
  for (const number of [start, end, bytes.length - end]) {
    bytes.write(String(number).padStart(NUMBER.length, '0'), at);
    at += NUMBER.length + 1;
  }
  const cms = await sign(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  if (cms.length > CAPACITY) throw new Error('the signature does not fit');
  bytes.write(cms.toString('hex'), start + 1);
  return bytes;
}

/** The file with validation data: certificates and revocation lists in DER. */
export function addValidationData(pdf: GrowingPdf, lists: readonly Uint8Array[], certificates: readonly Uint8Array[] = []): GrowingPdf {
  const objects = new Map<number, Content>();
  let next = pdf.next;
  const add = (raw: Uint8Array): number => {
    objects.set(next, streamOf(deflateSync(raw), ' /Filter /FlateDecode'));
    return next++;
  };
  const [crls, certs] = [lists.map(add), certificates.map(add)];
  const dss = next++;
  objects.set(dss, `<< /Type /DSS /CRLs ${refs(crls)} /Certs ${refs(certs)} >>`);
  return grow(pdf, { objects, next, more: ` /DSS ${dss} 0 R` });
}

/** The file with another text on its page, appended as a revision. */
export const rewriteText = (pdf: GrowingPdf, text: string): GrowingPdf =>
  grow(pdf, { objects: new Map([[CONTENT, streamOf(Buffer.from(`BT /F1 14 Tf 72 700 Td (${text}) Tj ET`))]]), next: pdf.next });
