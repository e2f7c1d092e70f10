import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../quantity/calendar-date.ts';
import { LANGUAGES } from '../words/index.ts';
import { referenceFaultText } from '../words/reference-fault-text.ts';
import { documentNumberKey, findNumbers } from './document-number.ts';
import { MOST_REFERENCES, REFERENCE_FAULTS, readReferences } from './references.ts';

/** As "number | date | subject", faults as "✗ line code found". */
const tell = (pasted: string): string[] => {
  const { references, faults } = readReferences(pasted);
  return [
    ...references.map(({ number, date, subject }) => [number, date ?? '–', subject ?? '–'].join(' | ')),
    ...faults.map(({ line, code, found }) => `✗ ${line} ${code} ${found}`),
  ];
};

describe('[F26] document numbers', () => {
  it.each([
    ['876/QĐ-BNV', ['876/QĐ-BNV']],
    ['33/2024/QH15', ['33/2024/QH15']],
    ['30/2020/NĐ-CP', ['30/2020/NĐ-CP']],
    ['307/KH-UBND', ['307/KH-UBND']],
    ['05/2020/TT-BNV', ['05/2020/TT-BNV']],
    ['1432/UBND-NC', ['1432/UBND-NC']],
    ['12a/BC-SNV', ['12a/BC-SNV']],
    ['12/TTLT-BNV-BTC', ['12/TTLT-BNV-BTC']],
    ['7/QĐ-TTg.', ['7/QĐ-TTg']],
    ['136/CP', ['136/CP']],
    ['57-NQ/TW và 11-QĐ/TU', ['57-NQ/TW', '11-QĐ/TU']],
    ['số123 / KH – UBND ngày', ['123/KH-UBND']],
    ['123/kh-ubnd', ['123/kh-ubnd']],
    ['45/SGD&ĐT-VP', ['45/SGD&ĐT-VP']],
    ['12/KH-UBNDngày 5/2/2026', ['12/KH-UBND']],
    ['12/KH-UBND - Kế hoạch', ['12/KH-UBND']],
    ['12/KH-UBND-Kế hoạch', ['12/KH-UBND']],
    ['05/02/2026', []],
    ['ngày 5/2', []],
    ['60 km/h, 5/km, 10/tháng', []],
    ['1/2 số đơn vị', []],
    ['000.00.01.H26-251103-0001', []],
  ])('“%s” → %j', (text, expected) => {
    expect(findNumbers(text.replaceAll('–', '-')).map(({ number }) => number)).toEqual(expected);
  });

  it.each([
    ['05/KH-UBND', '5/kh-ubnd'],
    ['12/QĐ-BNV', '12/QD-BNV'],
    ['12/QĐ-BNV', '12/QÐ–BNV'],
    ['12/KH-UBND', ' Số: 12 / KH ‑ UBND '],
    ['11-QĐ/TU', '11 - qđ/tu'],
  ])('“%s” and “%s” are one', (a, b) => {
    expect(documentNumberKey(b)).toBe(documentNumberKey(a));
    expect(documentNumberKey(b.normalize('NFD'))).toBe(documentNumberKey(a));
  });

  it.each([
    ['12/KH-UBND', '12a/KH-UBND'],
    ['12/KH-UBND', '120/KH-UBND'],
    ['12/2024/QH15', '12/2025/QH15'],
  ])('“%s” and “%s” are two', (a, b) => {
    expect(documentNumberKey(a)).not.toBe(documentNumberKey(b));
  });

  it('the key of a key is the key, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const key = documentNumberKey(text);
        expect(documentNumberKey(key)).toBe(key);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('[F26] a list of documents as a clerk pastes it', () => {
  it.each<[string, string, string[]]>([
    [
      'all that stands in one line',
      '123/KH-UBND ngày 05/02/2026; 45/BC-SNV ngày 10 tháng 3 năm 2026, 7/QĐ-TTg; Kế hoạch số 12/KH-UBND ngày 5-2-2026 của UBND tỉnh về cải cách hành chính',
      ['123/KH-UBND | 2026-02-05 | –', '45/BC-SNV | 2026-03-10 | –', '7/QĐ-TTg | – | –', '12/KH-UBND | 2026-02-05 | cải cách hành chính'],
    ],
    [
      'a numbered list by lines',
      '1. Kế hoạch số 12/KH-UBND ngày 05.02.2026 về rà soát thủ tục\n2) Báo cáo số 45/BC-SNV\n- Công văn 1432/UBND-NC ngày 2026-03-01 V/v khảo sát',
      ['12/KH-UBND | 2026-02-05 | rà soát thủ tục', '45/BC-SNV | – | –', '1432/UBND-NC | 2026-03-01 | khảo sát'],
    ],
    [
      'the name before the number',
      'Kế hoạch cải cách hành chính năm 2026 (số 12/KH-UBND ngày 5/2/2026)',
      ['12/KH-UBND | 2026-02-05 | Kế hoạch cải cách hành chính năm 2026'],
    ],
    ['a date in parentheses', '12/KH-UBND (05/02/2026)', ['12/KH-UBND | 2026-02-05 | –']],
    ['a date after the body', '12/KH-UBND của UBND tỉnh Minh họa 01 ngày 5/2/2026 về khảo sát', ['12/KH-UBND | 2026-02-05 | khảo sát']],
    [
      'a number within a subject is none of the list',
      '45/BC-SNV ngày 10/3/2026 về kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2026',
      ['45/BC-SNV | 2026-03-10 | kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2026'],
    ],
    ['a comma in a subject ends nothing', '12/KH-UBND ngày 5/2/2026 về kiểm tra, rà soát, đánh giá', ['12/KH-UBND | 2026-02-05 | kiểm tra, rà soát, đánh giá']],
    ['"và" between two numbers', '12/KH-UBND và 13/KH-UBND ngày 5/2/2026', ['12/KH-UBND | – | –', '13/KH-UBND | 2026-02-05 | –']],
    ['a comma, a kind, a number', '12/KH-UBND ngày 5/2/2026, Báo cáo số 13/BC-UBND', ['12/KH-UBND | 2026-02-05 | –', '13/BC-UBND | – | –']],
    ['a part without number', '12/KH-UBND; Biên bản họp', ['12/KH-UBND | – | –', '✗ 1 noNumber Biên bản họp']],
    ['a date that is none', '12/KH-UBND ngày 31/02/2026', ['12/KH-UBND | – | –', '✗ 1 badDate ngày 31/02/2026']],
    ['a date left blank', '12/KH-UBND ngày … tháng 02 năm 2026', ['12/KH-UBND | – | –', '✗ 1 badDate ngày … tháng 02 năm 2026']],
    ['a year cut short', '12/KH-UBND ngày 5/2/26', ['12/KH-UBND | – | –', '✗ 1 badDate ngày 5/2/26']],
    ['a double, which knows more', '12/KH-UBND\n012/kh-ubnd ngày 5/2/2026', ['12/KH-UBND | 2026-02-05 | –', '✗ 2 doubled 012/kh-ubnd']],
    [
      'one number in two years is two documents',
      '12/KH-UBND ngày 5/2/2025; 12/KH-UBND ngày 5/2/2026',
      ['12/KH-UBND | 2025-02-05 | –', '12/KH-UBND | 2026-02-05 | –'],
    ],
    ['a kind by its letters', 'QĐ 5/QĐ-MH; CV số 6/MH-VP', ['5/QĐ-MH | – | –', '6/MH-VP | – | –']],
    ['words that lead to a list', 'Các văn bản: 1/KH-MH; 2/KH-MH', ['1/KH-MH | – | –', '2/KH-MH | – | –']],
    ['a name in quotes', '5/QĐ-MH ngày 5/2/2026 phê duyệt Đề án “Minh họa”', ['5/QĐ-MH | 2026-02-05 | phê duyệt Đề án “Minh họa”']],
    ['a date in a scan without marks', '5/QD-MH ngay 05 thang 02 nam 2026', ['5/QD-MH | 2026-02-05 | –']],
    ['nothing but separators', ' ; \n;;\r\n - ', []],
  ])('%s', (_what, pasted, expected) => {
    expect(tell(pasted)).toEqual(expected);
    expect(tell(pasted.normalize('NFD'))).toEqual(expected.map((line) => line.normalize('NFC')));
  });

  it('a list without end is read so far, and that is told', () => {
    const { references, faults } = readReferences(Array.from({ length: MOST_REFERENCES + 5 }, (_, index) => `${index + 1}/KH-MH`).join('\n'));
    expect(references).toHaveLength(MOST_REFERENCES);
    expect(faults).toEqual([{ code: 'tooMany', line: MOST_REFERENCES + 1, found: `${MOST_REFERENCES + 1}/KH-MH` }]);
  });

  it('whatever is pasted, nothing throws, and dates are days', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('12/KH-MH', ' ngày ', '5/2/2026', '31/02/2026', ', ', ';', '\n', ' và ', 'số ', '1/', '-', ' tháng ', ' năm ', '\u0302'.repeat(40)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { references } = readReferences(pieces.join(''));
        for (const { number, date } of references) {
          expect(findNumbers(number).map((found) => found.number)).toEqual([number]);
          if (date !== null) expect(dayNumber(date)).toBeDefined();
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('what is written in order is read back in order', () => {
    const reference = fc.record({
      count: fc.integer({ min: 1, max: 99_999 }),
      letters: fc.constantFrom('KH-UBND', 'QĐ-TTg', 'BC-SNV', 'SNV-CCHC', 'NQ-HĐND'),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    const list = fc.uniqueArray(reference, { selector: ({ count, letters }) => `${count}${letters}`, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.constantFrom('; ', '\n', ', ', ';\r\n'), fc.constantFrom('/', '-', '.'), (references, separator, mark) => {
        const written = references.map(({ count, letters, day, month }) => `${count}/${letters} ngày ${[day, month, 2026].join(mark)}`).join(separator);
        const { references: read, faults } = readReferences(written);
        expect(faults).toEqual([]);
        expect(read.map(({ number, date }) => `${number} ${date}`)).toEqual(
          references.map(({ count, letters, day, month }) => `${count}/${letters} 2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
        );
      }),
    );
  });

  it('every fault has its sentence in both languages', () => {
    for (const language of LANGUAGES) {
      for (const code of REFERENCE_FAULTS) expect(referenceFaultText({ code, line: 1, found: 'x' }, language)).toMatch(/“x”.*\.$/);
    }
  });
});
