import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspectFile } from '../file-inspection/inspect-file.ts';
import type { OfficialDocument } from './document.ts';
import { officialDocx } from './docx.ts';
import { HTML_POLICY, officialHtml } from './html.ts';
import { officialPdf } from './pdf.ts';
import { listDocument, numberedTable, recordDocument } from './shapes.ts';

const SENTENCE = 'Quý vị hưởng ứng, bổ sung kế hoạch; ỷ lại, ngưỡng cửa, thuở nhỏ, chữ ký điện tử, đẩy mạnh cải cách hành chính.';
const HASH = 'c1'.repeat(32);
const MARKUP = '#import "@preview/cetz:0.3.0": * $x^2$ *đậm* <nhãn> [#sys.inputs]';

const report: OfficialDocument = {
  title: 'Báo cáo tự đánh giá – Tỉnh Minh họa 01',
  marks: ['DỮ LIỆU MINH HỌA – không có giá trị văn bản'],
  letterhead: { issuer: { above: null, name: 'Ủy ban nhân dân\nTỉnh Minh họa 01' }, number: null, symbol: 'BC-UBND', place: null, day: null },
  subject: { as: 'named', name: 'Báo cáo', about: 'Tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2022' },
  to: ['Bộ Minh họa'],
  across: false,
  body: [
    { kind: 'heading', level: 1, text: 'I. KẾT QUẢ TỰ CHẤM ĐIỂM' },
    { kind: 'paragraph', text: SENTENCE },
    { kind: 'paragraph', text: MARKUP, style: 'italic' },
    { kind: 'paragraph', text: 'QUYẾT ĐỊNH:', style: 'centred' },
    { kind: 'paragraph', lead: 'Điều 1.', text: MARKUP },
    {
      kind: 'table',
      columns: [
        { head: 'Mã', width: 1 },
        { head: 'Lĩnh vực', width: 6 },
        { head: 'Điểm', width: 2, align: 'right' },
      ],
      rows: [{ cells: ['1', 'Công tác chỉ đạo, điều hành', '8,5'] }, { cells: ['', 'Cộng', '8,5'], bold: true }],
    },
  ],
  recipients: ['Như trên', 'Lưu: VT'],
  signatures: [{ authority: 'TM. Ủy ban nhân dân', position: 'Chủ tịch', name: null }],
  annexes: [
    {
      heading: 'Phụ lục',
      about: 'Bảng tự chấm điểm chi tiết',
      attachedTo: '(Kèm theo Báo cáo số ……/BC-UBND ngày …… tháng …… năm …… của Ủy ban nhân dân Tỉnh Minh họa 01)',
      blocks: [
        {
          kind: 'table',
          columns: [
            { head: 'Mã', width: 1 },
            { head: 'Tiêu chí', width: 8 },
          ],
          rows: Array.from({ length: 90 }, (_, index) => ({ cells: [`1.${index + 1}`, `Tiêu chí thành phần thứ ${index + 1}`] })),
        },
      ],
    },
  ],
  footer: { lines: [`Mã băm bảng chấm điểm (SHA-256): ${HASH}`], link: `https://chamdiem.minh-hoa.example/bien-nhan?ma=${HASH}` },
};

const letter: OfficialDocument = {
  ...report,
  title: 'Công văn đôn đốc',
  marks: [],
  letterhead: {
    issuer: { above: 'Ủy ban nhân dân Tỉnh Minh họa 01', name: 'Sở Minh họa A' },
    number: '12',
    symbol: 'SMHA-CCHC',
    place: 'Minh họa',
    day: '2023-02-05',
  },
  subject: { as: 'letter', about: 'V/v đôn đốc tự đánh giá, chấm điểm' },
  to: ['Sở Minh họa B', 'Sở Minh họa C'],
  annexes: [],
  footer: null,
};

/** What the intake reads of it, page by page. */
async function readBack(bytes: Uint8Array, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'parindex-official-'));
  try {
    await writeFile(join(folder, name), bytes);
    const read = await inspectFile(join(folder, name), name);
    if ('image' in read) throw new Error('no document');
    return { ...read, text: read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it('[F119] the PDF reads back with all diacritics: form, numbers of pages, annex across; what is typed is text, whatever it looks like', async () => {
  const first = await officialPdf(report);
  const { text, findings } = await readBack(first, 'bao-cao.pdf');
  expect(findings).toEqual([]);
  const [opening = '', ...annex] = text;

  for (const part of [
    'DỮ LIỆU MINH HỌA – không có giá trị văn bản',
    'ỦY BAN NHÂN DÂN TỈNH MINH HỌA 01',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: ……/BC-UBND',
    'ngày …… tháng …… năm ……',
    'Kính gửi: Bộ Minh họa',
    SENTENCE,
    MARKUP,
    `QUYẾT ĐỊNH: Điều 1. ${MARKUP}`,
    'Nơi nhận: - Như trên; - Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
    HASH,
  ])
    expect(opening).toContain(part);
  expect(annex.length).toBeGreaterThan(2);
  // The annex: its word as it is written, its title in capitals, numbers of its own from its second page on.
  expect(annex[0]).toMatch(/^Phụ lục BẢNG TỰ CHẤM ĐIỂM CHI TIẾT/);
  expect(annex.slice(1).every((page, index) => page.startsWith(`${index + 2} `))).toBe(true);
  expect(annex.every((page) => page.includes('Mã Tiêu chí') && page.includes(HASH))).toBe(true);
  expect(annex.join(' ')).toContain('1.90 Tiêu chí thành phần thứ 90');
  expect(first.toString('latin1')).toContain('/StructTreeRoot');
  // Nothing of the moment is in it: made anew, once others have put it out of mind.
  for (let other = 0; other < 8; other += 1) await officialPdf({ ...letter, title: `Văn bản ${other}` });
  expect((await officialPdf(report)).equals(first)).toBe(true);
});

it('[F119] a letter has its “V/v” under the number, several it is sent to, the day in words', async () => {
  const { text } = await readBack(await officialPdf(letter), 'cong-van.pdf');
  expect(text).toHaveLength(1);
  for (const part of [
    'Số: 12/SMHA-CCHC',
    'V/v đôn đốc tự đánh giá, chấm điểm',
    'Minh họa, ngày 05 tháng 02 năm 2023',
    '- Sở Minh họa B;',
    '- Sở Minh họa C.',
    'SỞ MINH HỌA A',
  ])
    expect(text[0]).toContain(part);
});

it('[F119] the DOCX says the same', async () => {
  for (const document of [report, letter]) {
    const { text, findings } = await readBack(await officialDocx(document), 'van-ban.docx');
    expect(findings).toEqual([]);
    const all = text.join(' ');
    for (const part of [
      ...document.marks,
      SENTENCE,
      MARKUP,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      document.to[0] as string,
    ])
      expect(all).toContain(part);
    if (document === report) expect(all).toContain('Tiêu chí thành phần thứ 90');
  }
});

const record = recordDocument({
  title: 'Biên bản bàn giao',
  issuer: null,
  day: '2023-01-10',
  name: 'Biên bản bàn giao',
  about: 'Vai trò, công việc và quyền truy cập',
  body: [
    {
      kind: 'facts',
      facts: [
        ['Bên giao', 'Ông/Bà Đỗ "Văn" Minh <script>'],
        ['Bên nhận', 'Ông/Bà Nguyễn Văn An'],
      ],
    },
    numberedTable(
      [
        { head: 'Mã băm', width: 6 },
        { head: 'Ngày', width: 2 },
      ],
      [[HASH, '05/02/2022']],
    ),
  ],
  signed: [
    ['Bên giao', 'Đỗ Văn Minh'],
    ['Bên nhận', 'Nguyễn Văn An'],
  ],
  illustrative: true,
});

const list = listDocument({
  title: 'Mục lục',
  about: ['Tỉnh Minh họa 01'],
  columns: [
    ['Mã băm', 30],
    ['Tệp', 40],
    ['Số trang', 8],
  ],
  rows: [[HASH, { path: 'Lĩnh vực 1/1.1/12-KH-UBND - Kế hoạch.pdf' }, 3]],
});

it('a record and a list read the same as PDF and DOCX: facts beside their names, rows numbered, who signs side by side', async () => {
  for (const [bytes, name] of [
    [await officialPdf(record), 'bien-ban.pdf'],
    [await officialDocx(record), 'bien-ban.docx'],
  ] as const) {
    const { text, findings } = await readBack(bytes, name);
    expect(findings).toEqual([]);
    const all = text.join(' ');
    for (const part of ['BIÊN BẢN BÀN GIAO', 'Bên giao:', 'Ông/Bà Đỗ "Văn" Minh <script>', '05/02/2022', 'BÊN NHẬN', '(Ký, ghi rõ họ tên)', 'Đỗ Văn Minh'])
      expect(all).toContain(part);
    expect(all.replaceAll(' ', '')).toContain(HASH);
  }
  const [page = ''] = (await readBack(await officialPdf(list), 'muc-luc.pdf')).text;
  for (const part of ['MỤC LỤC', 'Tỉnh Minh họa 01', 'Kế hoạch.pdf']) expect(page).toContain(part);
  expect(page).not.toContain('CỘNG HÒA');
});

it('a page says the same, loads and runs nothing, and links what lies beside it', () => {
  const pages = [report, letter, record, list].map(officialHtml);
  for (const page of pages) {
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(HTML_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(page).not.toMatch(/<script| style=|src=/);
  }
  const [first = '', second = '', third = '', fourth = ''] = pages;
  for (const part of ['ỦY BAN NHÂN DÂN', 'Số: ……/BC-UBND', 'Kính gửi: Bộ Minh họa', 'Kèm theo Báo cáo số', '- Lưu: VT.', '<svg', HASH])
    expect(first).toContain(part);
  for (const part of ['V/v đôn đốc', '- Sở Minh họa C.', 'ngày 05 tháng 02 năm 2023']) expect(second).toContain(part);
  expect(third).toContain('Đỗ &quot;Văn&quot; Minh &lt;script&gt;');
  expect(fourth).toContain('<body class="across">');
});

it('a hash may break anywhere on a page; a date, a number and a path of words may not', () => {
  const path = 'Lĩnh vực 1/1.1/12-KH-UBND - Kế hoạch.pdf';
  const href = path.split('/').map(encodeURIComponent).join('/');
  expect(officialHtml(list)).toContain(`<td class="long">${HASH}</td><td><a href="${href}">${path}</a></td><td>3</td>`);
  expect(officialHtml(record)).toContain(`<td class="long">${HASH}</td><td>05/02/2022</td>`);
});

it('a row of a table stays whole on its page; one higher than half a page goes over', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => ({ cells: [index + 1, `đầu hàng\n${'thân hàng\n'.repeat(1 + (index % 5))}cuối hàng`] }));
  const columns = [
    { head: 'TT', width: 1 },
    { head: 'Nội dung', width: 8 },
  ];
  const long = { cells: [61, Array.from({ length: 60 }, () => SENTENCE).join('\n')] };
  const document: OfficialDocument = { ...report, annexes: [], body: [{ kind: 'table', columns, rows: [...rows, long] }] };
  const folder = await mkdtemp(join(tmpdir(), 'parindex-rows-'));
  try {
    await writeFile(join(folder, 'bang.pdf'), await officialPdf(document));
    const read = await inspectFile(join(folder, 'bang.pdf'), 'bang.pdf');
    const pages = 'pages' in read ? read.pages.map(({ text }) => text) : [];
    const count = (text: string, what: string) => text.split(what).length - 1;
    expect(pages.filter((text) => count(text, 'đầu hàng') !== count(text, 'cuối hàng'))).toEqual([]);
    expect(pages.filter((text) => text.includes('hưởng ứng')).length).toBeGreaterThan(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
