import { afterAll, describe, expect, test } from 'vitest';
import { inspectFile } from './inspect-file.ts';
import type { Inspection } from './inspection.ts';
import { refusal, TestFolder } from './testing/files.ts';
import { makePdf, type PdfOptions } from './testing/pdf.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const read = async (options: PdfOptions) => (await inspectFile(folder.keep(makePdf(options)), 'a.pdf')) as Inspection;
const TEXT = [{ text: 'Minh họa', x: 72, y: 700 }];

test('[F28] text by pages in Vietnamese, scans told, the lines of the first page in their places', async () => {
  const first = [
    { text: 'SỞ MINH HỌA A', x: 60, y: 780 },
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 280, y: 780, size: 11 },
    { text: 'Số: 12/KH-', x: 60, y: 740 },
    { text: 'MH', x: 120, y: 740 },
    { text: 'KẾ HOẠCH', x: 250, y: 700, size: 14 },
  ];
  const inspection = await read({ pages: [first, [], [{ text: 'Ti\u0309nh, tı\u0309nh', x: 72, y: 700 }]] });
  expect(inspection).toMatchObject({ kind: 'pdf', pagesAre: 'real', findings: [{ code: 'noText', count: 1 }] });
  expect(inspection.pages.map(({ scan }) => scan)).toEqual([false, true, false]);
  expect(inspection.pages[2]?.text).toBe('Tỉnh, tỉnh');
  expect(inspection.firstPage).toMatchObject({ width: 595, height: 842 });
  expect(inspection.firstPage?.lines.map(({ text }) => text)).toEqual(['SỞ MINH HỌA A', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 12/KH-MH', 'KẾ HOẠCH']);
  expect(inspection.firstPage?.lines[0]).toMatchObject({ x: 60, y: 842 - 780 - 12, height: 12 });
});

describe('what a PDF would do by itself is told', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  test.for<readonly [string, Omit<PdfOptions, 'pages'>, readonly string[]]>([
    ['nothing', {}, []],
    ['where to open', { catalog: '/OpenAction [10 0 R /Fit]' }, []],
    ['a script on opening', { catalog: `/OpenAction ${script}` }, ['script', 'automaticAction']],
    ['a script with its name hidden', { catalog: '/AA << /WC << /S /J#61vaScr#69pt /JS (1) >> >>' }, ['script']],
    ['a script packed away', { packedObjects: script }, ['script']],
    ['a program to start', { page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>]' }, ['startsProgram']],
    ['a link', { page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://minh-hoa.example) >> >>]' }, ['hyperlinks']],
    ['a form', { catalog: '/AcroForm << /Fields [100 0 R] >>', objects: { 100: '<< /FT /Tx /T (a) /Rect [0 0 9 9] >>' } }, ['form']],
    ['a dynamic form', { catalog: '/AcroForm << /Fields [] /XFA (x) >>' }, ['dynamicForm']],
    [
      'an attachment',
      {
        catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>',
        objects: { 100: '<< /Type /Filespec /F (phu-luc.xlsx) /EF << /F 101 0 R >> >>', 101: '<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream' },
      },
      ['embeddedFile'],
    ],
  ])('[F28] %s', async ([, options, codes]) => {
    expect((await read({ pages: [TEXT], ...options })).findings.map(({ code }) => code)).toEqual(codes);
  });

  test('[F28] an attachment is named', async () => {
    const objects = { 100: '<< /Type /Filespec /F (phu-luc.xlsx) /EF << /F 101 0 R >> >>', 101: '<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream' };
    const { findings } = await read({ pages: [TEXT], catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>', objects });
    expect(findings).toEqual([{ code: 'embeddedFile', count: 1, detail: 'phu-luc.xlsx' }]);
  });
});

test('[F28] a password keeps it out; one for changes alone is told, and the text is read', async () => {
  expect((await refusal(read({ pages: [TEXT], passwords: { user: 'bi-mat', owner: 'chu' } }))).code).toBe('passwordNeeded');
  expect(await read({ pages: [TEXT], passwords: { user: '', owner: 'chu' } })).toMatchObject({
    findings: [{ code: 'restricted' }],
    pages: [{ text: 'Minh họa' }],
  });
});

test('[F28] more pages than anybody reads are refused', async () => {
  const pages = Array.from({ length: 5_001 }, () => []);
  expect((await refusal(read({ pages }))).code).toBe('tooManyPages');
});
