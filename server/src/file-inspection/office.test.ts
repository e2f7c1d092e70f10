import { afterAll, describe, expect, test } from 'vitest';
import { inspectFile } from './inspect-file.ts';
import type { Inspection } from './inspection.ts';
import { refusal, TestFolder } from './testing/files.ts';
import { makeDocx, makeOpenDocument, makePptx, makeXlsx, paragraph, rels } from './testing/office.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const read = async (content: Promise<Buffer>, name: string) => (await inspectFile(folder.keep(await content), name)) as Inspection;
const texts = ({ pages }: Inspection) => pages.map(({ text }) => text);

const LAID_OUT = '<w:r><w:lastRenderedPageBreak/></w:r>';
const BREAK = '<w:r><w:br w:type="page"/></w:r>';
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>';

describe('the text of Word', () => {
  test('[F28] pages as Word last laid them out; a break that both tell counts once; tables by rows', async () => {
    const table = `<w:tbl><w:tr>${cell('Tiêu chí')}${cell('Điểm')}</w:tr><w:tr>${cell('1.1')}${cell('2,5')}</w:tr></w:tbl>`;
    const body = [
      paragraph('BÁO CÁO', heading),
      paragraph('Trang một'),
      `<w:p>${BREAK}</w:p>`,
      paragraph('Trang hai', LAID_OUT),
      table,
      paragraph('Trang ba', LAID_OUT),
    ];
    const inspection = await read(makeDocx(body.join('')), 'a.docx');
    expect(inspection.pagesAre).toBe('asLastSaved');
    expect(texts(inspection)).toEqual(['BÁO CÁO\nTrang một', 'Trang hai\nTiêu chí\tĐiểm\n1.1\t2,5', 'Trang ba']);
    expect(inspection.blocks?.[1]).toEqual([
      { kind: 'paragraph', text: 'Trang hai' },
      {
        kind: 'table',
        rows: [
          ['Tiêu chí', 'Điểm'],
          ['1.1', '2,5'],
        ],
      },
    ]);
    expect(inspection.blocks?.[0]?.[0]).toEqual({ kind: 'heading', text: 'BÁO CÁO' });
  });

  test('[F28] a page that ends within a paragraph, and one within a table', async () => {
    const split = `<w:p><w:r><w:t>đầu</w:t></w:r>${LAID_OUT}<w:r><w:t>cuối</w:t></w:r></w:p>`;
    const table = `<w:tbl><w:tr>${cell('a')}</w:tr><w:tr><w:tc><w:p>${LAID_OUT}<w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr>${cell('c')}</w:tr></w:tbl>`;
    expect(texts(await read(makeDocx(split + table), 'a.docx'))).toEqual(['đầu', 'cuối\na\nb', 'c']);
  });

  test('[F28] without Word’s own marks no page has a true number: the whole is one', async () => {
    const inspection = await read(makeDocx(`${paragraph('một')}<w:p>${BREAK}</w:p>${paragraph('hai')}`), 'a.docx');
    expect(inspection).toMatchObject({ pagesAre: 'whole', pages: [{ text: 'một\nhai' }] });
  });

  test('[F28] what was deleted, and second forms for old programs, are not read', async () => {
    const body =
      '<w:p><w:del><w:r><w:t>bỏ</w:t></w:r></w:del><mc:AlternateContent><mc:Choice><w:r><w:t>giữ</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>giữ</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    expect(texts(await read(makeDocx(body), 'a.docx'))).toEqual(['giữ']);
  });
});

describe('the text of Excel', () => {
  test('[F28] a page a sheet: shared and inline strings, numbers, days, shares, hidden sheets', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Ghi chú</t></is></c></row><row r="5"><c r="A5" s="1"><v>44927</v></c><c r="B5" s="2"><v>0.185</v></c><c r="C5"><v>0.30000000000000004</v></c></row>';
    const inspection = await read(
      makeXlsx({ 'Biểu 01': rows, '-Ẩn': '<row><c t="b"><v>1</v></c></row>' }, { strings: '<si><r><t>Tiêu </t></r><r><t>chí</t></r></si>', styles }),
      'a.xlsx',
    );
    expect(inspection).toMatchObject({ pagesAre: 'sheets', findings: [{ code: 'hiddenSheet', count: 1, detail: 'Ẩn' }] });
    expect(inspection.pages.map(({ title }) => title)).toEqual(['Biểu 01', 'Ẩn']);
    expect(inspection.blocks?.[0]).toEqual([
      {
        kind: 'table',
        rows: [
          ['Tiêu chí', '', 'Ghi chú'],
          ['01/01/2023', '18,5%', '0,3'],
        ],
      },
    ]);
  });

  test('[F28] a sheet beyond the limits is cut, and says so; a cell far out costs nothing', async () => {
    const rows = Array.from({ length: 2_001 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('');
    const inspection = await read(makeXlsx({ A: rows, B: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }), 'a.xlsx');
    expect(inspection.findings).toEqual([{ code: 'tableCut', count: 2 }]);
    expect(inspection.blocks?.[0]?.[0]).toHaveProperty('rows.length', 2_000);
  });
});

test('[F28] a page a slide, in the order of the show', async () => {
  const inspection = await read(
    makePptx([
      { title: 'Mở đầu', text: 'một' },
      { title: 'Kết luận', text: 'hai' },
    ]),
    'a.pptx',
  );
  expect(inspection.pages).toEqual([
    { text: 'Mở đầu\nmột', scan: false, title: 'Mở đầu' },
    { text: 'Kết luận\nhai', scan: false, title: 'Kết luận' },
  ]);
});

describe('OpenDocument', () => {
  test('[F28] pages where the file tells them; text that is repeated to a sheet’s end is not', async () => {
    const body = '<text:h>Báo<text:s text:c="2"/>cáo</text:h><text:p>một<text:soft-page-break/>hai</text:p>';
    expect(await read(makeOpenDocument('text', body), 'a.odt')).toMatchObject({ pagesAre: 'asLastSaved', pages: [{ text: 'Báo  cáo\nmột' }, { text: 'hai' }] });
    const row = (text: string, more = '') =>
      `<table:table-row ${more}><table:table-cell><text:p>${text}</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
    const sheet = `<table:table table:name="Biểu 1">${row('a', 'table:number-rows-repeated="2"')}${row('', 'table:number-rows-repeated="1048000"')}</table:table>`;
    const inspection = await read(makeOpenDocument('spreadsheet', sheet), 'a.ods');
    expect(inspection.pages).toEqual([{ text: 'a\na', scan: false, title: 'Biểu 1' }]);
    expect(inspection.findings).toEqual([]);
  });

  test('[F28] a password, and content from elsewhere', async () => {
    const manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>';
    expect((await refusal(read(makeOpenDocument('text', '', { parts: { 'META-INF/manifest.xml': manifest } }), 'a.odt'))).code).toBe('passwordNeeded');
    const body =
      '<text:p><text:a xlink:href="https://minh-hoa.example">x</text:a><draw:image xlink:href="https://minh-hoa.example/a.png"/><draw:image xlink:href="Pictures/a.png"/></text:p>';
    expect((await read(makeOpenDocument('text', body), 'a.odt')).findings).toEqual([
      { code: 'hyperlinks', count: 1 },
      { code: 'externalContent', count: 1, detail: 'image: https://minh-hoa.example/a.png' },
    ]);
  });
});

describe('what an Office file brings along is told', () => {
  test('[F28] links are counted; a template, a linked picture, embedded objects, controls, a signature are named', async () => {
    const relations = rels(
      ['1', 'hyperlink', 'https://minh-hoa.example', true],
      ['2', 'attachedTemplate', 'https://minh-hoa.example/mau.dotm', true],
      ['3', 'image', 'file:///x.png', true],
    );
    const parts = {
      'word/embeddings/oleObject1.bin': 'x',
      'word/embeddings/bang.xlsx': await makeXlsx({ A: '' }),
      'word/activeX/activeX1.bin': 'x',
      '_xmlsignatures/sig1.xml': '<x/>',
    };
    expect((await read(makeDocx(paragraph('x'), { relations, parts }), 'a.docx')).findings).toEqual([
      { code: 'hyperlinks', count: 1 },
      { code: 'externalContent', count: 2, detail: 'attachedTemplate: https://minh-hoa.example/mau.dotm, image: file:///x.png' },
      { code: 'embeddedObject', count: 2, detail: 'oleObject1.bin, bang.xlsx' },
      { code: 'activeControl', count: 1, detail: 'activeX1.bin' },
      { code: 'signed', count: 1 },
    ]);
  });

  test('[F28] a field that calls a program is found, scattered as it may be; an ordinary one is not', async () => {
    const field = (...pieces: string[]) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    expect((await read(makeDocx(field(' DD', 'EAU', 'TO cmd "/c x"')), 'a.docx')).findings).toEqual([{ code: 'fieldCommand', count: 1, detail: 'DDEAUTO' }]);
    expect((await read(makeDocx(field(' PAGE ')), 'a.docx')).findings).toEqual([]);
    const link = { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c x"/></externalLink>' };
    expect((await read(makeXlsx({ A: '' }, { parts: link }), 'a.xlsx')).findings).toEqual([{ code: 'fieldCommand', count: 1, detail: 'DDE: cmd' }]);
  });
});

test('[F28] CSV by its separator as tables, text by lines, 200 a page', async () => {
  const csv = await read(Promise.resolve(Buffer.from(`\ufeffTên;Ghi chú\n"A;1";"nhiều\ndòng"\n`)), 'a.csv');
  expect(csv.blocks).toEqual([
    [
      {
        kind: 'table',
        rows: [
          ['Tên', 'Ghi chú'],
          ['A;1', 'nhiều\ndòng'],
        ],
      },
    ],
  ]);
  const txt = await read(Promise.resolve(Buffer.from(Array.from({ length: 401 }, (_, index) => `dòng ${index + 1}`).join('\r\n'))), 'a.txt');
  expect(txt.pages).toHaveLength(3);
  expect(txt.pages[2]?.text).toBe('dòng 401');
});
