import { zipOf } from './zip.ts';

type Parts = Readonly<Record<string, string | Buffer>>;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A `.rels` part: [id, last part of the type, target, external]. */
export function rels(...lines: readonly (readonly [string, string, string, boolean?])[]): string {
  const written = lines.map(
    ([id, type, target, external]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

function contentTypes(part: string, type: string, more: string): string {
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/>${more}</Types>`;
}

export interface PackageOptions {
  readonly parts?: Parts;
  /** Relationships of the main part. */
  readonly relations?: string;
  /** Content type of the main part. */
  readonly type?: string;
  readonly types?: string;
  readonly streamed?: boolean;
}

function makePackage(part: string, content: string, usualType: string, { parts = {}, relations, type, types = '', streamed }: PackageOptions): Promise<Buffer> {
  const [folder = '', file = ''] = part.split('/');
  const own = relations === undefined ? {} : { [`${folder}/_rels/${file}.rels`]: relations };
  const all = { '[Content_Types].xml': contentTypes(part, type ?? usualType, types), '_rels/.rels': rels(['r1', 'officeDocument', part]), [part]: content };
  return zipOf({ ...all, ...own, ...parts }, streamed);
}

/** A DOCX around the XML of its body. */
export function makeDocx(body: string, options: PackageOptions = {}): Promise<Buffer> {
  const document = `${HEAD}<w:document ${W} xmlns:r="${RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
  return makePackage('word/document.xml', document, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', options);
}

/** A paragraph of a DOCX; `inside` stands before its text. */
export const paragraph = (text: string, inside = '') => `<w:p>${inside}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** An XLSX: the rows of each sheet as XML, by the sheet's name; a name that begins with "-" is hidden. */
export function makeXlsx(
  sheets: Readonly<Record<string, string>>,
  options: PackageOptions & { readonly strings?: string; readonly styles?: string } = {},
): Promise<Buffer> {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, index) => `<sheet name="${name.replace(/^-/, '')}" sheetId="${index + 1}" r:id="s${index + 1}"${name.startsWith('-') ? ' state="hidden"' : ''}/>`,
  );
  const workbook = `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`;
  const parts = Object.fromEntries(
    Object.values(sheets).map((rows, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ]),
  );
  const relations = rels(
    ...names.map((_, index) => [`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['strings', 'sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles', 'styles.xml'],
  );
  const shared = {
    'xl/sharedStrings.xml': `${HEAD}<sst>${options.strings ?? ''}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet>${options.styles ?? ''}</styleSheet>`,
  };
  return makePackage('xl/workbook.xml', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', {
    relations,
    ...options,
    parts: { ...parts, ...shared, ...options.parts },
  });
}

/** A PPTX of slides with a title and a text each, written in the order of the show. */
export function makePptx(slides: readonly { readonly title: string; readonly text: string }[]): Promise<Buffer> {
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="p${index + 1}"/>`).join('');
  const shape = (kind: string, text: string) =>
    `<p:sp><p:nvSpPr><p:nvPr>${kind}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  // The parts' own numbers go the other way: the order of the show must be read.
  const file = (index: number) => `slides/slide${slides.length - index}.xml`;
  const space = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONS}"`;
  const parts = slides.map(
    ({ title, text }, index) => [`ppt/${file(index)}`, `${HEAD}<p:sld ${space}>${shape('<p:ph type="title"/>', title)}${shape('', text)}</p:sld>`] as const,
  );
  return makePackage(
    'ppt/presentation.xml',
    `${HEAD}<p:presentation ${space}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    { relations: rels(...slides.map((_, index) => [`p${index + 1}`, 'slide', file(index)] as const)), parts: Object.fromEntries(parts) },
  );
}

const ODF_SPACES = ['office', 'text', 'table', 'draw', 'style', 'script', 'presentation']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An ODT, ODS or ODP around the XML of its body; `styles` stands before it. */
export function makeOpenDocument(
  kind: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  more: { readonly parts?: Parts; readonly styles?: string; readonly attributes?: string } = {},
): Promise<Buffer> {
  const styles = `<office:automatic-styles>${more.styles ?? ''}</office:automatic-styles>`;
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    'content.xml': `${HEAD}<office:document-content ${ODF_SPACES} xmlns:fo="urn:f" xmlns:xlink="http://www.w3.org/1999/xlink">${styles}<office:body><office:${kind} ${more.attributes ?? ''}>${body}</office:${kind}></office:body></office:document-content>`,
    ...more.parts,
  });
}
