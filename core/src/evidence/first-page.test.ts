import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sized } from '../../../tests/soak.ts';
import { A4, type OfficialPage, placedLines, placedWords, TEXT_ORDERS, textLines } from '../testing/official-page.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { type FirstPage, readFirstPage, readFirstPageText } from './first-page.ts';
import type { PageLine } from './page-line.ts';

type Order = keyof typeof TEXT_ORDERS;
const ORDERS = Object.keys(TEXT_ORDERS) as Order[];

interface ReadFields {
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly superior: string | null;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly remarks: readonly string[];
}

interface Example extends Omit<OfficialPage, 'stamp'> {
  readonly situation: string;
  readonly stamp?: readonly string[];
  readonly orders?: readonly Order[];
  readonly is: Partial<ReadFields>;
}

const NOTHING: ReadFields = { number: null, date: null, issuer: null, superior: null, kind: null, subject: null, remarks: [] };
const tell = ({ number, date, issuer, kind, subject, remarks }: FirstPage): ReadFields => ({
  number: number?.value ?? null,
  date: date?.value ?? null,
  issuer: issuer?.value ?? null,
  superior: issuer?.superior ?? null,
  kind: kind?.value ?? null,
  subject: subject?.value ?? null,
  remarks,
});

const examples = parse(readFileSync(path.join(import.meta.dirname, 'first-page.examples.yaml'), 'utf8')) as Example[];

describe('[F118] what a first page says of its document', () => {
  for (const example of examples) {
    describe(example.situation, () => {
      const page: OfficialPage = { ...example, stamp: example.stamp ?? [] };
      const expected = { ...NOTHING, ...example.is };
      it('as lines with their places', () => expect(tell(readFirstPage(placedLines(page), A4))).toEqual(expected));
      it('as words with their places', () => expect(tell(readFirstPage(placedWords(page), A4))).toEqual(expected));
      it('as decomposed text', () => {
        const decomposed = placedLines(page).map((line) => ({ ...line, text: line.text.normalize('NFD') }));
        expect(tell(readFirstPage(decomposed, A4))).toEqual(expected);
      });
      for (const order of example.orders ?? ORDERS) it(`as text, ${order}`, () => expect(tell(readFirstPageText(textLines(page, order)))).toEqual(expected));
    });
  }

  it('there are enough of them', () => expect(examples.length).toBeGreaterThanOrEqual(25));
});

describe('[F118] first pages as text that came out otherwise', () => {
  it('a stamp of a signature on the row of the heading, and the number broken from its word', () => {
    const read = readFirstPageText([
      'Người ký: UBND TỈNH MINH HỌA 01',
      'UBND TỈNH MINH HỌA 01           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '    SỞ MINH HỌA A                Độc lập - Tự do - Hạnh phúc',
      'Số:',
      '17/KH-SMHA                       Minh họa 01, ngày05 tháng 02năm 2026',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
      '-----',
      'I. MỤC ĐÍCH',
    ]);
    expect(tell(read)).toEqual({
      number: '17/KH-SMHA',
      date: '2026-02-05',
      issuer: 'UBND TỈNH MINH HỌA 01 – SỞ MINH HỌA A',
      superior: 'UBND TỈNH MINH HỌA 01',
      kind: 'Kế hoạch',
      subject: 'Cải cách hành chính năm 2026',
      remarks: [],
    });
  });

  it('a scan that lost all marks', () => {
    const read = readFirstPageText([
      'UBND TINH MINH HOA 01 CONG HOA XA HOI CHU NGHIA VIET NAM',
      'SO NOI VU Doc lap - Tu do - Hanh phuc',
      'So: 12/KH-SNV Minh hoa 01, ngay 05 thang 02 nam 2026',
      'KE HOACH',
      'Cai cach hanh chinh nam 2026',
    ]);
    expect(tell(read)).toEqual({
      number: '12/KH-SNV',
      date: '2026-02-05',
      issuer: 'UBND TINH MINH HOA 01 – SO NOI VU',
      superior: 'UBND TINH MINH HOA 01',
      kind: 'Kế hoạch',
      subject: 'Cai cach hanh chinh nam 2026',
      remarks: [],
    });
  });

  it('each proposal brings the text from which it was read', () => {
    const { number, date, issuer, kind, subject } = readFirstPageText([
      'UBND TỈNH MINH HỌA 01',
      'SỞ MINH HỌA A',
      'Số: 5/BC-SMHA',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Minh họa 01, ngày 05 tháng 02 năm 2026',
      'BÁO CÁO',
      'Về kết quả',
      'tự chấm điểm',
    ]);
    expect([number, date, issuer, kind, subject].map((proposal) => proposal?.from)).toEqual([
      'Số: 5/BC-SMHA',
      'Minh họa 01, ngày 05 tháng 02 năm 2026',
      'UBND TỈNH MINH HỌA 01\nSỞ MINH HỌA A',
      'BÁO CÁO',
      'Về kết quả\ntự chấm điểm',
    ]);
    expect(subject?.value).toBe('kết quả tự chấm điểm');
  });

  it('a number that stands in the text only is not the document’s', () => {
    const { number, issuer } = readFirstPageText(['BÁO CÁO', 'Kết quả kiểm tra', 'Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026', 'Số: 9/BC-MH']);
    expect([number, issuer]).toEqual([null, null]);
  });
});

describe('[F118] first pages made from facts', () => {
  const letters = fc.constantFrom(...DOCUMENT_KINDS.filter((kind) => kind.letters !== null && !['L', 'TTLT'].includes(kind.letters)));
  const word = fc.constantFrom('kiểm tra', 'cải cách', 'hành chính', 'rà soát', 'thủ tục', 'công vụ', 'số hóa', 'hồ sơ', 'năm 2026', 'đánh giá');
  const day = fc
    .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const facts = fc.record({
    kind: letters,
    count: fc.integer({ min: 1, max: 99_999 }),
    padded: fc.boolean(),
    organ: fc.constantFrom(null, 'SỞ MINH HỌA A', 'SỞ MINH HỌA B', 'VĂN PHÒNG', 'THANH TRA', 'BAN MINH HỌA C'),
    body: fc.constantFrom('UBND TỈNH MINH HỌA 01', 'UBND XÃ MINH HỌA 3', 'BỘ MINH HỌA A'),
    date: day,
    // A clerk's line under the title is shorter than the page.
    subject: fc.array(
      fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 3 },
    ),
    letter: fc.boolean(),
    stamped: fc.boolean(),
  });

  type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;
  const numberOf = ({ count, padded, letter, kind }: Facts) =>
    `${padded ? String(count).padStart(2, '0') : count}/${letter ? 'SMH-VP' : `${kind.letters}-SMH`}`;

  function pageOf(made: Facts): OfficialPage {
    const { kind, organ, body, date, subject, letter, stamped } = made;
    const [year, month, day] = date.split('-') as [string, string, string];
    const about = letter ? subject.map((line, index) => (index === 0 ? `V/v ${line}` : line)) : [];
    return {
      left: [body, organ, `Số: ${numberOf(made)}`, ...about].filter((text) => text !== null),
      right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', `Minh họa 01, ngày ${day} tháng ${month} năm ${year}`],
      title: letter ? ['Kính gửi: Sở Minh họa D'] : [kind.name.toUpperCase(), ...subject],
      body: ['Căn cứ quy định minh họa về công tác này;'],
      stamp: stamped ? ['Người ký: Sở Minh họa A', 'Thời gian ký: 09.02.2026 10:22:31 +07:00'] : [],
    };
  }

  it('give the facts back, whichever way the text comes', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('NFC', 'NFD'), (made, form) => {
        const { kind, organ, body, date, subject, letter } = made;
        const page = pageOf(made);
        const expected: ReadFields = {
          number: numberOf(made),
          date,
          issuer: organ === null ? body : `${body} – ${organ}`,
          superior: organ === null ? null : body,
          kind: letter ? 'Công văn' : kind.name,
          subject: subject.join(' '),
          remarks: [],
        };
        const formed = (lines: PageLine[]) => lines.map((line) => ({ ...line, text: line.text.normalize(form) }));
        expect(tell(readFirstPage(formed(placedLines(page)), A4))).toEqual(expected);
        expect(tell(readFirstPage(formed(placedWords(page)), A4))).toEqual(expected);
        for (const order of ORDERS) expect(tell(readFirstPageText(textLines(page, order).map((line) => line.normalize(form)))), order).toEqual(expected);
      }),
      { numRuns: sized(38, 150) },
    );
  });

  it('nothing that a page may hold makes the reading fail, and what is read is a date and a number', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'Số: ',
        'Số: 1/KH-MH',
        'KẾ HOẠCH',
        'V/v ',
        'Kính gửi:',
        'ngày 31 tháng 02 năm 2026',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Người ký: A',
        '\u0301'.repeat(50),
      ),
    );
    const place = fc.oneof(fc.integer({ min: -50, max: 900 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, 0));
    fc.assert(
      fc.property(fc.array(fc.record({ text, x: place, y: place, height: place, width: place }), { maxLength: 30 }), (lines) => {
        for (const { number, date } of [readFirstPage(lines, A4), readFirstPageText(lines.map((line) => line.text))]) {
          if (date) expect(date.value).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (number) expect(number.value).toMatch(/^\d+[^/]*\//);
        }
      }),
      { numRuns: sized(125, 500) },
    );
  });
});
