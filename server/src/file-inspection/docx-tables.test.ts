import { expect, it } from 'vitest';
import { readWorkbookApart } from './read-workbook-apart.ts';
import { makeDocx, paragraph } from './testing/office.ts';

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
