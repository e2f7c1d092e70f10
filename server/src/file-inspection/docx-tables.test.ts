import { readSchemeTables } from '@parindex/core/studio/import/index';
import { expect, it } from 'vitest';
import { readWorkbookApart } from './read-workbook-apart.ts';
import { makeDocx, paragraph, rels } from './testing/office.ts';

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

it('[F8] reads the tables of a document as sheets, with merged cells, beside those of a workbook', async () => {
  const body = [
    paragraph('PHỤ LỤC'),
    table(
      cell('STT', '<w:vMerge w:val="restart"/>') + cell('Tiêu chí', '<w:vMerge w:val="restart"/>') + cell('Điểm', '<w:gridSpan w:val="2"/>'),
      cell('', '<w:vMerge/>') + cell('', '<w:vMerge/>') + cell('Điểm tối đa') + cell('Điểm tự chấm'),
      cell('I') + `<w:tc>${paragraph('Thể chế')}${table(cell('bảng trong ô'))}${paragraph('dòng sau')}</w:tc>` + cell('2,5') + cell(''),
    ),
    table(cell('khác')),
  ].join('');
  const read = await readWorkbookApart(await makeDocx(body), 'tables');
  expect(read).toEqual({
    workbook: {
      sheets: [
        {
          name: 'Bảng 1',
          hidden: false,
          merges: ['C1:D1', 'A1:A2', 'B1:B2'],
          cells: [
            { row: 1, column: 1, kind: 'text', format: 'general', text: 'STT' },
            { row: 1, column: 2, kind: 'text', format: 'general', text: 'Tiêu chí' },
            { row: 1, column: 3, kind: 'text', format: 'general', text: 'Điểm' },
            { row: 2, column: 3, kind: 'text', format: 'general', text: 'Điểm tối đa' },
            { row: 2, column: 4, kind: 'text', format: 'general', text: 'Điểm tự chấm' },
            { row: 3, column: 1, kind: 'text', format: 'general', text: 'I' },
            { row: 3, column: 2, kind: 'text', format: 'general', text: 'Thể chế\nbảng trong ô\ndòng sau' },
            { row: 3, column: 3, kind: 'text', format: 'general', text: '2,5' },
          ],
        },
        { name: 'Bảng 2', hidden: false, merges: [], cells: [{ row: 1, column: 1, kind: 'text', format: 'general', text: 'khác' }] },
      ],
    },
  });
  // What is no office file is refused, and so is a table wider than any set of criteria.
  expect(await readWorkbookApart(Buffer.from('STT,Tiêu chí'), 'tables')).toMatchObject({ refused: { why: { code: 'file' } } });
  const wide = await makeDocx(table(cell('cột').repeat(60)));
  expect(await readWorkbookApart(wide, 'tables')).toMatchObject({ refused: { why: { code: 'file', reason: 'tooComplex' } } });
});

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const kind = (id: string, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: string, of: string, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const numbered = (text: string, at: number, id = '1') => paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`);
async function readNumbered(body: string, lists: string, styles = '') {
  const part = (name: string, inside: string) => `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`;
  const bytes = await makeDocx(body, {
    relations: rels(['n', 'numbering', 'numbering.xml'], ['s', 'styles', 'styles.xml']),
    parts: { 'word/numbering.xml': part('numbering', lists), 'word/styles.xml': part('styles', styles) },
  });
  const read = await readWorkbookApart(bytes, 'tables');
  if ('refused' in read) throw new Error(JSON.stringify(read.refused));
  return read.workbook;
}

it('[F8] reads the numbers that Word writes by itself: roman, within each other, beginning anew, going on behind a table', async () => {
  const numbering = [
    kind('0', level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2') + level(2, 'decimal', '%2.%3.') + level(3, 'lowerLetter', '%4)')),
    kind('1', level(0, 'bullet', '•')),
    list('1', '0'),
    list('2', '0', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    list('3', '1'),
  ].join('');
  const numbered = (text: string, at: number, id = '1') => paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`);
  const row = (first: string, text: string) => `<w:tc><w:tcPr/>${first}</w:tc>${cell(text)}`;
  const body = [
    table(row(numbered('', 0), 'A'), row(numbered('', 1), 'B'), row(numbered('', 2), 'C'), row(numbered('có chữ', 2), 'D'), row(numbered('', 3), 'E')),
    numbered('ngoài bảng', 0),
    table(
      row(numbered('', 1), 'F'),
      row(numbered('', 0, '2'), 'G'),
      row(numbered('', 0, '2'), 'H'),
      row(numbered('gạch', 0, '3'), 'I'),
      row(numbered('lạ', 0, '9'), 'K'),
    ),
  ].join('');
  const { sheets } = await readNumbered(body, numbering);
  const firsts = sheets.map(({ cells }) => cells.filter(({ column }) => column === 1).map(({ text }) => text));
  expect(firsts).toEqual([
    ['I.', '1', '1.1.', '1.2. có chữ', 'a)'],
    ['1', 'V.', 'VI.', '- gạch', 'lạ'],
  ]);
});

it('[F8] reads the numbers of paragraphs whose style stands in a list: named by the style, by the level, or by the style it is based on', async () => {
  const style = (id: string, inside: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
  const styles = [
    style('LinhVuc', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    style('TieuChi', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    style('TieuChiDam', '<w:basedOn w:val="TieuChi"/>'),
    style('Vong', '<w:basedOn w:val="Vong"/>'),
  ].join('');
  const levels = level(0, 'upperRoman', '%1.').replace('</w:lvl>', '<w:pStyle w:val="LinhVuc"/></w:lvl>') + level(1, 'decimal', '%2.');
  const styled = (text: string, name: string, inside = '') => paragraph(text, `<w:pPr><w:pStyle w:val="${name}"/>${inside}</w:pPr>`);
  const row = (first: string, text: string) => `<w:tc><w:tcPr/>${first}</w:tc>${cell(text)}`;
  const body = table(
    row(styled('', 'LinhVuc'), 'A'),
    row(styled('', 'TieuChi'), 'B'),
    row(styled('', 'TieuChiDam'), 'C'),
    row(styled('ra khỏi danh sách', 'TieuChi', '<w:numPr><w:numId w:val="0"/></w:numPr>'), 'D'),
    row(styled('', 'LinhVuc'), 'E'),
    row(styled('không số', 'Vong'), 'F'),
  );
  const { sheets } = await readNumbered(body, kind('0', levels) + list('1', '0'), styles);
  expect(sheets[0]?.cells.filter(({ column }) => column === 1).map(({ text }) => text)).toEqual(['I.', '1.', '2.', 'ra khỏi danh sách', 'II.', 'không số']);
});

it('[F8] a set of criteria whose column of codes is numbered by Word', async () => {
  const row = (first: string, ...others: string[]) => `<w:tc><w:tcPr/>${first}</w:tc>${others.map((text) => cell(text)).join('')}`;
  const body = table(
    cell('STT') + cell('Tiêu chí') + cell('Điểm tối đa') + cell('Cách tính'),
    row(numbered('', 0), 'Thể chế', '3', ''),
    row(numbered('', 1), 'Ban hành văn bản', '1', 'Có: 1; Không: 0'),
    row(numbered('', 1), 'Rà soát văn bản', '2', 'Có: 2; Không: 0'),
    row(numbered('', 0), 'Thủ tục', '1', ''),
    row(numbered('', 1), 'Công khai', '1', 'Có: 1; Không: 0'),
  );
  const workbook = await readNumbered(body, kind('0', level(0, 'upperRoman', '%1') + level(1, 'decimal', '%2.')) + list('1', '0'));
  const { parts, doubts } = readSchemeTables(workbook, { id: 'minh-hoa', title: 'Minh họa' });
  expect([parts.map(({ code, title }) => `${code} ${title}`), doubts]).toEqual([
    ['I Thể chế', 'I.1 Ban hành văn bản', 'I.2 Rà soát văn bản', 'II Thủ tục', 'II.1 Công khai'],
    [],
  ]);
});
