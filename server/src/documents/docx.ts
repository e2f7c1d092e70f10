import { xmlText } from '@parindex/core/text/xml-text';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Annex,
  annexTitle,
  type Block,
  type Cell,
  type Column,
  cellText,
  dateLine,
  type Letterhead,
  MOTTO,
  numberLine,
  type OfficialDocument,
  paragraphsOf,
  ROOM_TO_SIGN,
  recipientLines,
  type SignatureBlock,
  STATE,
  type TableBlock,
} from './document.ts';
import { qrPng } from './qr.ts';
import { boldWidth, ruleBelow } from './rule-length.ts';

const FONT = 'Times New Roman';
/** Word measures lengths in twentieths of a point, font sizes in half points. */
const millimetres = (length: number) => Math.round((length * 1440) / 25.4);
const points = (size: number) => Math.round(size * 2);
const TWENTIETHS = 20;

const MARGINS = {
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(15),
  header: millimetres(10),
  footer: millimetres(8),
};
const PORTRAIT_WIDTH = millimetres(165);
const LANDSCAPE_WIDTH = millimetres(262);
const QR_PIXELS = 57;
/** The same for a code that is the point of its page: 40 mm. */
const CODE_PIXELS = 151;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
const RULE = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } as const;

const FRAME = { top: RULE, bottom: RULE, left: RULE, right: RULE } as const;

interface Lettering {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

const run = (text: string, { size = 14, bold = false, italics = false }: Lettering = {}) =>
  new TextRun({ text: xmlText(text), font: FONT, size: points(size), bold, italics });
const centred = (text: string, lettering: Lettering = {}, before = 0) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: [run(text, lettering)] });
/** A rule below a heading: an empty line with a top border, as wide as the indents leave. Lengths in twentieths of a point. */
function rule(width: number, length: number): Paragraph {
  const side = Math.max(0, Math.round((width - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    border: { top: RULE },
    spacing: { before: 40, after: 0, line: 120 },
    children: [],
  });
}
/** The rule below lines of bold letters that stand in a column. */
const ruleUnder = (lines: readonly string[], size: number, width: number) => rule(width, TWENTIETHS * ruleBelow(lines, size, width / TWENTIETHS));

const unframedCell = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ borders: NO_BORDERS, width: { size: width, type: WidthType.DXA }, margins: { left: 0, right: 0 }, children: [...children] });

/** Columns side by side without borders. */
const unframed = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]) =>
  new Table({
    borders: NO_BORDERS,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children, index) => unframedCell(widths[index] ?? 0, children)) })),
  });

const ALIGNED = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** What a row is: the heading, or one that must stay on the page of the next. */
interface RowPlace {
  readonly head?: boolean;
  readonly keepNext?: boolean;
}

/** Lines that a row may have and still stay whole: a higher one would leave half a page blank before it. */
const WHOLE_ROW_LINES = 6;
/** Twentieths of a point that a letter of a table takes on average. */
const LETTER_WIDTH = 105;

/** Rows at the end of a table that may be sums, with what they are made of. */
const MOST_SUM_ROWS = 6;

const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * LETTER_WIDTH) / width)), 0);

function table({ columns, rows }: TableBlock, width: number): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width * width) / whole));
  // The first of the sums at the end: headings within a long table are no sums.
  const sums = rows.flatMap(({ bold }, index) => (bold && index >= rows.length - MOST_SUM_ROWS ? [index] : []));
  const lastSum = sums[0] ?? rows.length;
  const cell = (text: string, column: Column, index: number, lettering: Lettering, { head = false, keepNext = false }: RowPlace) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: head ? AlignmentType.CENTER : ALIGNED[column.align ?? 'left'],
            keepNext,
            children: [run(line, { size: width === LANDSCAPE_WIDTH ? 11 : 12, ...lettering })],
          }),
      ),
    });
  const line = (cells: readonly Cell[], lettering: Lettering, row: RowPlace) =>
    new TableRow({
      tableHeader: row.head ?? false,
      cantSplit: row.head === true || cells.every((one, index) => linesIn(cellText(one), (widths[index] ?? 0) - 160) <= WHOLE_ROW_LINES),
      children: columns.map((column, index) => cell(cellText(cells[index] ?? ''), column, index, lettering, row)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      line(
        columns.map(({ head }) => head),
        { bold: true },
        { head: true },
      ),
      // A sum never stands alone on a page, nor what it is made of.
      ...rows.map(({ cells, bold = false }, index) => line(cells, { bold }, { keepNext: index >= lastSum - 1 && index < rows.length - 1 })),
    ],
  });
}

const BLACK = { font: FONT, color: '000000' } as const;
const INDENT = { firstLine: millimetres(10) };
/** Of what stands in the margin beside a paragraph. */
const ASIDE_WIDTH = millimetres(25);
const PALE = '707070';

const facts = (named: readonly (readonly [string, string])[], width: number, size: number) =>
  unframed(
    // On a page that much must stand on, names are short, and letters as those of a table.
    (size === 14 ? [width / 3, (width * 2) / 3] : [width * 0.28, width * 0.72]).map(Math.floor),
    named.map(([name, value]) => [
      [new Paragraph({ indent: { right: 120 }, children: [run(`${name}:`, { size: size === 14 ? 14 : 12 })] })],
      paragraphsOf(value).map((text) => new Paragraph({ children: [run(text, { size: size === 14 ? 14 : 12 })] })),
    ]),
  );

/** How a block stands in its document: the width it has, the size of its letters, whether what follows must stay on its page. */
interface Setting {
  readonly width: number;
  readonly size: number;
  readonly keepNext?: boolean;
  /** QR codes as pictures, by their addresses. */
  readonly codes?: ReadonlyMap<string, Buffer>;
}

function block(part: Block, { width, size, keepNext = false, codes }: Setting): (Paragraph | Table)[] {
  if (part.kind === 'table') return [table(part, width)];
  if (part.kind === 'facts') return [facts(part.facts, width, size)];
  if (part.kind === 'letterhead') return [letterhead(part.letterhead, null), ...named(part.name, part.about, width)];
  if (part.kind === 'sheet')
    return [
      new Paragraph({
        pageBreakBefore: !part.first,
        children: part.code === null ? [] : [run(`${part.code.name}: `, { size }), run(part.code.text, { size, bold: true })],
      }),
    ];
  if (part.kind === 'qr')
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 120 },
        children: qrPicture(codes?.get(part.link), part.link, CODE_PIXELS),
      }),
    ];
  if (part.kind === 'signature') {
    const half = Math.floor(width / 2);
    const beside = unframed([half, half], [[[new Paragraph({ children: [] })], signed(part.signature)]]);
    return [new Paragraph({ keepNext: true, children: [] }), beside, ...(part.last ? [] : [new Paragraph({ children: [new PageBreak()] })])];
  }
  if (part.kind === 'heading')
    return [
      new Paragraph({
        heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        indent: INDENT,
        keepNext: true,
        spacing: size === 14 ? { before: 120, after: 60 } : { before: 80, after: 30 },
        children: [run(part.text, { size, bold: true })],
      }),
    ];
  if (part.style === 'centred')
    return paragraphsOf(part.text).map(
      (text) =>
        new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 120 }, children: [run(text, { size, bold: true })] }),
    );
  return paragraphsOf(part.text).map((text, index) => {
    const aside = index === 0 ? part.aside : undefined;
    return new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: aside === undefined ? INDENT : { hanging: ASIDE_WIDTH },
      keepNext: keepNext || part.keepNext === true,
      spacing: size === 14 ? { before: 60, after: 60, line: 300 } : { before: 40, after: 40, line: 250 },
      children: [
        ...(aside === undefined
          ? []
          : [new TextRun({ text: xmlText(aside), font: FONT, size: points(7), color: PALE }), new TextRun({ children: [new Tab()] })]),
        ...(part.lead !== undefined && index === 0 ? [run(`${part.lead} `, { size, bold: true })] : []),
        run(text, { size, bold: part.style === 'bold', italics: part.style === 'italic' }),
      ],
    });
  });
}

function letterhead(head: Letterhead, about: string | null): Table {
  const { issuer } = head;
  const [left, right] = [millimetres(68), millimetres(97)];
  const name = paragraphsOf(issuer.name).map((line) => line.toLocaleUpperCase('vi'));
  return unframed(
    [left, right],
    [
      [
        [
          ...paragraphsOf(issuer.above ?? '').map((line) => centred(line.toLocaleUpperCase('vi'), { size: 13 })),
          ...name.map((line) => centred(line, { size: 13, bold: true })),
          ruleUnder(name, 13, left),
        ],
        [centred(STATE, { size: 12, bold: true }), centred(MOTTO, { size: 13, bold: true }), rule(right, TWENTIETHS * boldWidth(MOTTO, 13))],
      ],
      [
        [centred(numberLine(head), { size: 13 }), ...(about === null ? [] : [centred(about, { size: 12 }, 60)])],
        [centred(dateLine(head), { size: 13, italics: true })],
      ],
    ],
  );
}

/** The name of a document, what it is about, and a rule below. */
function named(name: string, of: string | null, width: number): Paragraph[] {
  const [title, about] = [name.toLocaleUpperCase('vi'), paragraphsOf(of ?? '')];
  return [
    centred(title, { bold: true }, 240),
    ...about.map((line) => centred(line, { bold: true })),
    ruleUnder(about.length === 0 ? [title] : about, 14, width),
  ];
}

function opening({ subject, to, address = 'Kính gửi', size = 14 }: OfficialDocument, width: number): Paragraph[] {
  const title = subject.as === 'named' ? named(subject.name, subject.about, width) : [];
  const [only] = to;
  if (only === undefined) return title;
  if (to.length === 1)
    return [
      ...title,
      centred(`${address}: ${only}`, {}, size === 14 ? 160 : 100),
      ...(size === 14 ? [new Paragraph({ spacing: { line: 160 }, children: [] })] : []),
    ];
  const below = (text: string, left: number, before = 0) => new Paragraph({ indent: { left }, spacing: { before }, children: [run(text)] });
  return [
    ...title,
    below(`${address}:`, millimetres(30), 160),
    ...recipientLines(to).map((line) => below(line, millimetres(50))),
    new Paragraph({ spacing: { line: 160 }, children: [] }),
  ];
}

const signed = ({ authority, position, note, name, room = ROOM_TO_SIGN }: SignatureBlock): Paragraph[] => [
  ...(authority === null ? [] : [centred(authority.toLocaleUpperCase('vi'), { bold: true })]),
  ...paragraphsOf(position).map((line) => centred(line.toLocaleUpperCase('vi'), { bold: true })),
  ...(note === undefined ? [] : [centred(note, { italics: true })]),
  new Paragraph({ spacing: { before: millimetres(room), line: 120 }, children: [] }),
  // Where room is left for more than a signature, the name is written into it.
  ...(name === null && room !== ROOM_TO_SIGN ? [] : [centred(name ?? '', { bold: true })]),
];

function ending({ recipients, signatures }: OfficialDocument, width: number): Table[] {
  if (recipients.length + signatures.length === 0) return [];
  const named = [
    ...(recipients.length === 0 ? [] : [new Paragraph({ children: [run('Nơi nhận:', { size: 12, bold: true, italics: true })] })]),
    ...recipientLines(recipients).map((line) => new Paragraph({ children: [run(line, { size: 11 })] })),
  ];
  const columns = [...(signatures.length > 1 && recipients.length === 0 ? [] : [named]), ...signatures.map(signed)];
  return [
    unframed(
      columns.map(() => Math.floor(width / columns.length)),
      [columns.map((paragraphs) => (paragraphs.length === 0 ? [new Paragraph({ children: [] })] : paragraphs))],
    ),
  ];
}

const annexParts = (annex: Annex): (Paragraph | Table)[] => [
  centred(annex.heading, { bold: true }),
  centred(annexTitle(annex), { bold: true }),
  centred(annex.attachedTo, { italics: true }),
  ruleUnder([annexTitle(annex)], 14, LANDSCAPE_WIDTH),
  new Paragraph({ children: [] }),
  ...annex.blocks.flatMap((part) => block(part, { width: LANDSCAPE_WIDTH, size: 14 })),
];

const mark = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    border: FRAME,
    spacing: { after: 120 },
    children: [run(text, { size: 12, bold: true })],
  });

/** A QR code as a picture; none where it was not made. */
const qrPicture = (data: Buffer | undefined, link: string, side: number): ImageRun[] =>
  data ? [new ImageRun({ type: 'png', data, transformation: { width: side, height: side }, altText: { name: 'QR', description: link } })] : [];

/** The QR codes that stand in the body. */
async function codesOf(body: readonly Block[]): Promise<ReadonlyMap<string, Buffer>> {
  const links = body.flatMap((part) => (part.kind === 'qr' ? [part.link] : []));
  return new Map(await Promise.all(links.map(async (link) => [link, await qrPng(link)] as const)));
}

function foot({ lines, link }: NonNullable<OfficialDocument['footer']>, qr: Buffer | undefined, width: number): Footer {
  const texts = lines.map((line) => new Paragraph({ children: [run(line, { size: 8 })] }));
  const right = millimetres(18);
  return new Footer({
    children: [
      unframed([width - right, right], [[texts, [new Paragraph({ alignment: AlignmentType.RIGHT, children: qrPicture(qr, link ?? '', QR_PIXELS) })]]]),
    ],
  });
}

/** Page numbers centred at the top, except on the first page. */
const pageNumbers = () =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: FONT, size: points(13), children: [PageNumber.CURRENT] })] })],
  });

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
/** Of the part, as Word names each. */
const CUSTOM_ID = '{6E1B4C2A-5D0F-4B7C-9A38-2F6D1C84E5A7}';
const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const xmlPart = (path: string, content: string) => ({ path, data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}` });

/** A part of the package that office programs keep and nobody sees (custom XML); one without properties is dropped by LibreOffice. */
const hiddenParts = (pieces: readonly string[]) => [
  xmlPart('customXml/item1.xml', `<carried xmlns="urn:parindex:carried">${pieces.map((piece) => `<piece>${inXml(piece)}</piece>`).join('')}</carried>`),
  xmlPart('customXml/itemProps1.xml', `<ds:datastoreItem ds:itemID="${CUSTOM_ID}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs/></ds:datastoreItem>`),
  xmlPart(
    'customXml/_rels/item1.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  ),
];

/** An official document as DOCX, laid out as `officialPdf` does. `hidden`: texts that it carries besides. */
export async function officialDocx(document: OfficialDocument, hidden: readonly string[] = []): Promise<Buffer> {
  const { title, marks, letterhead: head, subject, across, size = 14, body, annexes, footer } = document;
  const qr = footer?.link ? await qrPng(footer.link) : undefined;
  const codes = await codesOf(body);
  const portrait = { size: { width: millimetres(210), height: millimetres(297) }, margin: MARGINS };
  const landscape = {
    size: { ...portrait.size, orientation: PageOrientation.LANDSCAPE },
    margin: { ...MARGINS, left: millimetres(20), right: millimetres(15) },
  };
  const width = across ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
  const footOf = (width: number) => footer && foot(footer, qr, width);
  const sections: ISectionOptions[] = [
    {
      properties: { titlePage: true, page: across ? landscape : portrait },
      headers: { default: pageNumbers(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
      footers: footer ? { default: footOf(width) as Footer, first: footOf(width) as Footer } : {},
      children: [
        ...marks.map(mark),
        ...(head === null ? [] : [letterhead(head, subject.as === 'letter' ? subject.about : null)]),
        ...opening(document, width),
        // The signature never stands alone on a page: what is said last goes with it.
        ...body.flatMap((part, index) => block(part, { width, size, keepNext: index === body.length - 1, codes })),
        new Paragraph({ keepNext: true, spacing: { line: 160 }, children: [] }),
        ...ending(document, width),
      ],
    },
    ...annexes.map(
      (annex): ISectionOptions => ({
        // Pages of an annex have numbers of their own, the first one none.
        properties: { titlePage: true, page: { ...landscape, pageNumbers: { start: 1 } } },
        headers: { default: pageNumbers(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        footers: footer ? { default: footOf(LANDSCAPE_WIDTH) as Footer, first: footOf(LANDSCAPE_WIDTH) as Footer } : {},
        children: annexParts(annex),
      }),
    ),
  ];
  const written = new Document({
    title,
    creator: paragraphsOf(head?.issuer.name ?? '').join(' '),
    // Headings in black and the document's own font, which programs would otherwise override.
    styles: { default: { document: { run: { font: FONT, size: points(14) } }, heading1: { run: BLACK }, heading2: { run: BLACK } } },
    sections,
  });
  if (hidden.length === 0) return Packer.toBuffer(written);
  const { Relationships: relations } = written.Document;
  relations.addRelationship(
    relations.RelationshipCount + 1,
    `${RELATIONS}/customXml` as Parameters<typeof relations.addRelationship>[1],
    '../customXml/item1.xml',
  );
  return Packer.toBuffer(written, undefined, hiddenParts(hidden));
}
