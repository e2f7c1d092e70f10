import { describe, expect, it } from 'vitest';
import type { RawObject } from '../../reading/raw.ts';
import { readSchemeTables } from './index.ts';
import { workbook } from './testing/tables.ts';

const HEADS = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm'];
const read = (...sheets: (readonly (string | number)[])[][]) =>
  readSchemeTables(workbook(Object.fromEntries(sheets.map((rows, at) => [`Bảng ${at + 1}`, rows]))), { id: 'so-minh-hoa', title: 'Bộ tiêu chí minh họa' });
const domainsOf = ({ document }: { document: RawObject }) => document['domains'] as RawObject[];
const told = ({ doubts }: { doubts: readonly { code: string; place: string }[] }) => doubts.map(({ code, place }) => `${place} ${code}`);

describe('[F8] what stands at the edge of how a table is read', () => {
  it('one number left out is told, none left out is not', () => {
    const coded = (second: string) =>
      told(read([HEADS, ['I', 'Thể chế', 2], ['1', 'Văn bản', 1, 'Có: 1; Không: 0'], [second, 'Rà soát', 1, 'Có: 1; Không: 0']]));
    expect(coded('2')).toEqual([]);
    expect(coded('3')).toEqual(['Bảng 1!A4 codeSkipped']);
  });

  it('a sum above what is written is over it, one below is under it', () => {
    const over = (written: number) => read([HEADS, ['I', 'Thể chế', written], ['1', 'Văn bản', 2, 'Có: 2; Không: 0']]).parts[0]?.over;
    expect([1.5, 2, 3].map(over)).toEqual(['0.5', undefined, '-1']);
  });

  it('lettered rows are cases of one item where each has points, and parts of it where one has none', () => {
    const parts = (last: string) =>
      read([HEADS, ['I', 'Thể chế', 2], ['1', 'Văn bản', 2], ['a)', 'Ban hành đúng hạn', 2], ['b)', 'Ban hành chậm', last]]).parts.map(({ level }) => level);
    expect(parts('1')).toEqual(['domain', 'criterion']);
    expect(parts('')).toEqual(['domain', 'criterion', 'subCriterion', 'subCriterion']);
  });

  it('a column that units fill in is neither read nor told', () => {
    const imported = read([
      ['STT', 'Tiêu chí', 'Điểm tự đánh giá', 'Điểm tối đa', 'Tài liệu giải trình'],
      ['I', 'Thể chế', 1, 2, ''],
      ['1', 'Văn bản', 1, 2, 'Tệp đã nộp'],
    ]);
    expect(imported.parts.map(({ points }) => points)).toEqual(['2', '2']);
    expect(JSON.stringify(imported.document)).not.toContain('Tệp đã nộp');
    expect(told(imported)).toEqual(['Bảng 1!B3 ruleToChoose']);
  });

  it('rows without codes are nested by their points, three levels deep', () => {
    const imported = read([
      ['Nội dung', 'Điểm tối đa'],
      ['Lĩnh vực A', 4],
      ['Tiêu chí A1', 3],
      ['Thành phần A1a', 1],
      ['Thành phần A1b', 2],
      ['Tiêu chí A2', 1],
    ]);
    expect(imported.parts.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'domain Lĩnh vực A',
      'criterion Tiêu chí A1',
      'subCriterion Thành phần A1a',
      'subCriterion Thành phần A1b',
      'criterion Tiêu chí A2',
    ]);
  });

  it('where two tables say different things of one part, the first is kept and the other told', () => {
    const evidence = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Tài liệu kiểm chứng'];
    const imported = read([evidence, ['I', 'Thể chế', 1], ['1', 'Văn bản', 1, 'Quyết định']], [evidence, ['I', 'Thể chế', 1], ['1', 'Văn bản', 1, 'Báo cáo']]);
    expect(JSON.stringify(domainsOf(imported))).toContain('Quyết định');
    expect(JSON.stringify(domainsOf(imported))).not.toContain('Báo cáo');
    expect(imported.doubts.find(({ code }) => code === 'contradicts')?.details).toMatchObject({ first: 'Quyết định', other: 'Báo cáo' });
  });

  it('"CỘNG ĐIỂM" with a number is a domain and no total; a penalty by its name alone is doubted', () => {
    const both = read([
      HEADS,
      ['I', 'Thể chế', 5],
      ['1', 'Văn bản', 5, 'Có: 5; Không: 0'],
      ['II', 'TRỪ ĐIỂM', 4],
      ['1', 'Chậm báo cáo', 4, 'Mỗi lần chậm trừ 1 điểm'],
      ['III', 'CỘNG ĐIỂM', 2],
      ['1', 'Sáng kiến', 2, 'Mỗi sáng kiến được 1 điểm'],
      ['', 'Cộng', 5],
    ]);
    expect(domainsOf(both).map(({ group }) => group)).toEqual(['regular', 'penalty', 'bonus']);
    expect(told(both)).toEqual([]);
    const named = read([
      HEADS,
      ['I', 'Thể chế', 1],
      ['1', 'Văn bản', 1, 'Có: 1; Không: 0'],
      ['II', 'Xử lý điểm trừ qua kiểm tra', 5],
      ['1', 'Khắc phục', 5, 'Có: 5; Không: 0'],
    ]);
    expect(told(named)).toContain('Bảng 1!B4 penaltyByName');
  });
});
