import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, Hash } from '../../reading/normal-form.ts';
import type { FrameLine } from './cells.ts';
import { frameFaultTexts } from './fault-words.ts';
import { MOST_FRAME_FAULTS } from './faults.ts';
import { readHouseholdLists } from './household-lists.ts';
import { type ReadFrame, readFrame } from './read.ts';
import { COMMUNE_COLUMNS, COMMUNE_ROWS, communeFrame, frameOf, headOf, linesOf } from './testing/small-frame.ts';

const HEAD = headOf('Khu vực', 'Mã xã');
const DECLARED = { strata: [{ column: 'khu vực', values: ['đô thị', 'nông thôn'] }], upper: ['mã xã'] };
const told = (read: ReadFrame, language: 'vi' | 'en' = 'vi'): string[] => ('frame' in read ? [] : frameFaultTexts(read, language));

describe('[F55] the frame', () => {
  it('is read by the columns that the design names, whatever stands beside them and in whatever order', () => {
    const read = readFrame(
      { line: 1, cells: ['Ghi chú', 'MÃ XÃ', 'Số hộ', 'Tên', 'Mã', 'Khu vực'] },
      linesOf([
        ['cũ là thôn 2', 'x1', '087', ' Thôn Minh họa 01 ', 'a', 'đô thị'],
        ['', '', '', '', '', ''],
        ['', 'x1', '0', 'Thôn Minh họa 02', 'b', 'đô thị'],
      ]),
      DECLARED,
    );
    expect(read).toMatchObject({
      frame: {
        columns: { strata: ['khu vực'], upper: ['mã xã'] },
        clusters: [
          { code: 'a', name: 'Thôn Minh họa 01', households: 87, stratum: ['đô thị'], upper: ['x1'] },
          { code: 'b', households: 0 },
        ],
      },
    });
  });

  it('tells all that is wrong at once, each with its line and column, and takes nothing', () => {
    const read = readFrame(
      HEAD,
      linesOf([
        ['a', 'Thôn Minh họa 01', '10', 'đô thị', 'x1'],
        ['', 'Thôn Minh họa 02', '-3', 'đô thị', 'x1'],
        ['a', '=HYPERLINK("x")', '12,5', 'hải đảo', 'x2'],
        ['c', 'Thôn\u0007 Minh họa 03', '1234567', 'nông thôn', 'x1'],
        ['d', 'Thôn Minh họa 04', '', 'nông thôn', 'x3', 'thừa'],
        ['e', `Thôn ${'dài'.repeat(100)}`, '9', 'nông thôn', '\u{D800}'],
        ['f\u200Bg', '@x', '+5', 'nông thôn', 'x3'],
        ['h', 'Thôn Minh họa 08', '7', 'nông thôn', 'x1'],
      ]),
      DECLARED,
    );
    expect(told(read)).toEqual([
      'Dòng 3, cột “Mã”: Ô để trống.',
      'Dòng 3, cột “Số hộ”: Số hộ không thể là số âm “-3”.',
      'Dòng 4, cột “Tên”: Ô chứa công thức “=HYPERLINK("x")”; cần ghi giá trị.',
      'Dòng 4, cột “Số hộ”: “12,5” không phải số nguyên viết bằng chữ số, không có dấu phân cách.',
      'Dòng 4, cột “Khu vực”: Thiết kế mẫu không có tầng “hải đảo” (các tầng: đô thị, nông thôn).',
      'Dòng 4, cột “Mã”: Mã “a” đã có ở dòng 2.',
      'Dòng 5, cột “Tên”: Ô có ký tự điều khiển (xuống dòng, tab hoặc ký tự không hiển thị).',
      'Dòng 5, cột “Số hộ”: Số hộ “1234567” quá lớn: tối đa 6 chữ số.',
      'Dòng 6: Dòng có 6 ô, nhiều hơn 5 cột của dòng tiêu đề.',
      'Dòng 6, cột “Số hộ”: Ô để trống.',
      'Dòng 7, cột “Tên”: Nội dung dài 305 ký tự, quá 300.',
      'Dòng 7, cột “Mã xã”: Ô có ký tự hỏng, hoặc có một chữ mang quá nhiều dấu.',
      'Dòng 8, cột “Mã”: Ô có ký tự điều khiển (xuống dòng, tab hoặc ký tự không hiển thị).',
      'Dòng 8, cột “Tên”: Ô chứa công thức “@x”; cần ghi giá trị.',
      'Dòng 8, cột “Số hộ”: Ô chứa công thức “+5”; cần ghi giá trị.',
      'Dòng 9, cột “Mã xã”: Đơn vị chọn mẫu “x1” thuộc một tầng khác ở dòng 2.',
    ]);
    expect(told(read, 'en')[5]).toBe('Line 4, column “Mã”: The code “a” stands in line 2 already.');
  });

  it('says which columns are missing or there twice, and that there are no lines', () => {
    expect(told(readFrame({ line: 1, cells: ['Mã', 'code', 'Khu vực', 'constructor'] }, [], DECLARED))).toEqual([
      'Dòng 1, cột “Mã”: Bảng có nhiều hơn một cột mang tên này.',
      'Dòng 1, cột “Tên”: Bảng không có cột này.',
      'Dòng 1, cột “Số hộ”: Bảng không có cột này.',
      'Dòng 1, cột “mã xã”: Bảng không có cột này.',
    ]);
    expect(told(readFrame(HEAD, [], DECLARED))).toEqual(['Dòng 1: Bảng không có dòng nào dưới dòng tiêu đề.']);
    expect(told(readFrame(headOf('constructor'), [], { strata: [], upper: ['constructor'] }))).toHaveLength(1);
  });

  it('takes text as it is composed (NFC): a code written in two ways is one code', () => {
    const rows = [
      ['thôn-đông', 'Thôn Minh họa 01', '10'],
      ['thôn-đông'.normalize('NFD'), 'Thôn Minh họa 02', '10'],
    ];
    expect(told(readFrame(headOf(), linesOf(rows), { strata: [], upper: [] }))).toEqual(['Dòng 3, cột “Mã”: Mã “thôn-đông” đã có ở dòng 2.']);
  });

  it('has a hash that tells every change of a line, and none of their order', () => {
    const { columns, clusters, hash } = communeFrame();
    const lines = clusters.map(({ code, name, households, stratum, upper }) => [code, name, String(households), stratum, upper]);
    expect(hash).toBe(
      new Hash().update([['parindex-frame/1', columns.strata, columns.upper], ...lines].map((line) => `${canonicalText(line)}\n`).join('')).hex(),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(COMMUNE_ROWS, { minLength: COMMUNE_ROWS.length }), (rows) => {
        expect(frameOf(rows, COMMUNE_COLUMNS).hash).toBe(hash);
      }),
      { numRuns: 20 },
    );
    for (const [column, other] of ['99.99', 'Thôn Minh họa 99', 1].entries()) {
      const rows = COMMUNE_ROWS.map((row, index) => (index === 4 ? row.with(column, other) : row));
      expect(frameOf(rows, COMMUNE_COLUMNS).hash).not.toBe(hash);
    }
    expect(frameOf(COMMUNE_ROWS.slice(1), COMMUNE_COLUMNS).hash).not.toBe(hash);
    expect(frameOf(COMMUNE_ROWS, { strata: [{ column: 'vùng' }], upper: ['Mã xã'] }).hash).not.toBe(hash);
  });

  it('takes the households’ own codes from a second table, each list whole', () => {
    const frame = frameOf(
      [
        ['a', 'Thôn Minh họa 01', 2],
        ['b', 'Thôn Minh họa 02', 2],
      ],
      { strata: [], upper: [] },
    );
    const head: FrameLine = { line: 1, cells: ['Mã thôn, tổ dân phố', 'Mã hộ'] };
    const read = readHouseholdLists(
      head,
      linesOf([
        ['a', 'h2'],
        ['a', 'h1'],
      ]),
      frame,
    );
    expect(read).toMatchObject({ frame: { clusters: [{ code: 'a', list: ['h1', 'h2'] }, { code: 'b' }] } });
    expect('frame' in read && read.frame.hash).not.toBe(frame.hash);
    expect(
      told(
        readHouseholdLists(
          head,
          linesOf([
            ['a', 'h1'],
            ['a', 'h1'],
            ['c', 'h1'],
            ['b', '=1'],
          ]),
          frame,
        ),
      ),
    ).toEqual([
      'Dòng 2, cột “Mã thôn, tổ dân phố”: Danh sách hộ của “a” có 1 hộ, dàn mẫu ghi 2 hộ.',
      'Dòng 3, cột “Mã hộ”: Mã hộ “h1” đã có ở dòng 2, trong cùng thôn, tổ dân phố.',
      'Dòng 4, cột “Mã thôn, tổ dân phố”: Dàn mẫu không có thôn, tổ dân phố mang mã “c”.',
      'Dòng 5, cột “Mã hộ”: Ô chứa công thức “=1”; cần ghi giá trị.',
    ]);
  });

  it('reads as many lines as the country has villages, and lists no more faults than anybody reads', () => {
    const many = function* (spoil: boolean): Generator<FrameLine> {
      for (let line = 2; line < 100_002; line++)
        yield { line, cells: [`c${spoil ? line % 100 : line}`, 'Thôn Minh họa', String(line % 300), 'nông thôn', `x${line % 9_000}`] };
    };
    const read = readFrame(HEAD, many(false), DECLARED);
    expect('frame' in read && read.frame.clusters).toHaveLength(100_000);
    const spoilt = readFrame(HEAD, many(true), DECLARED);
    expect(spoilt).toMatchObject({ more: 100_000 - 100 - MOST_FRAME_FAULTS });
    expect(told(spoilt).at(-1)).toBe('Còn 98900 lỗi khác không nêu ở đây.');
  });
});
