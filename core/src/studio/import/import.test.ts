import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReadWorkbook } from '../../imports/workbook/cells.ts';
import type { RawObject } from '../../reading/raw.ts';
import { ruleLines } from '../../words/describe-scheme.ts';
import { faultsOfDraft, type ImportedScheme, readSchemeTables, ruleInWords, withRulesOf } from './index.ts';
import { workbook } from './testing/tables.ts';

const read = (book: ReadWorkbook) => readSchemeTables(book, { id: 'so-minh-hoa', title: 'Bộ tiêu chí minh họa' });

/** "1 Cải cách thể chế 5 > 1.1 Kế hoạch 2 yesNo", a line a part. */
function tree({ document }: { document: RawObject }): string[] {
  const list = (value: unknown) => (value ?? []) as RawObject[];
  const line = (part: RawObject, indent: string) =>
    [indent + part['code'], (part['title'] as RawObject)['vi'], part['minimum'] ?? part['maximum'] ?? '–', (part['rule'] as RawObject | undefined)?.['kind']]
      .filter((word) => word !== undefined)
      .join(' ');
  return list(document['domains']).flatMap((domain) => [
    line(domain, ''),
    ...list(domain['criteria']).flatMap((criterion) => [line(criterion, ' '), ...list(criterion['subCriteria']).map((sub) => line(sub, '  '))]),
  ]);
}
const told = ({ doubts }: { doubts: readonly { code: string; place: string }[] }) => doubts.map(({ code, place }) => `${place} ${code}`);

/** What each domain counts as, and how each item is scored, in the words in which the product says it. */
const scored = ({ parts, document }: ImportedScheme): string[] => [
  ...((document['domains'] ?? []) as RawObject[]).map((domain) => `${domain['code']} ${domain['group']}`),
  ...parts.flatMap((part) => {
    const { code, item } = part;
    const source = item && item['source'] !== 'appraised' ? [`${code} ${item['source']}`] : [];
    return [...source, ...(part.rule ? [`${code} ${ruleLines(ruleInWords(part, 'vi') as never).join(' ')}`] : [])];
  }),
];

interface Layout {
  readonly about: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly (string | number | null)[])[];
    readonly merges?: readonly string[];
    readonly hidden?: boolean;
  }[];
  readonly tree: readonly string[];
  readonly scored: readonly string[];
  readonly counts: ImportedScheme['counts'];
  readonly doubts: readonly string[];
}
const bookOf = ({ sheets }: Pick<Layout, 'sheets'>) =>
  workbook(Object.fromEntries(sheets.map(({ name, rows, merges = [], hidden = false }) => [name, { rows, merges, hidden }])));
const LAYOUTS = new URL('layouts/', import.meta.url);
const layouts = readdirSync(LAYOUTS).map((file): Layout & { file: string } => ({ file, ...(parse(readFileSync(new URL(file, LAYOUTS), 'utf8')) as Layout) }));

describe('[F8] tables of criteria', () => {
  it.each(layouts)('$file: $about', ({ sheets, tree: wanted, scored: wantedRules, counts, doubts }) => {
    const imported = read(bookOf({ sheets }));
    expect(tree(imported)).toEqual(wanted);
    expect(scored(imported)).toEqual(wantedRules);
    expect(imported.counts).toEqual(counts);
    expect(told(imported).toSorted()).toEqual(doubts);
  });

  it('with roman domains whose criteria begin anew in each, rules in a column, commas and points', () => {
    const imported = read(
      workbook({
        'Phụ lục I': [
          ['ỦY BAN NHÂN DÂN TỈNH MINH HỌA'],
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm', 'Tài liệu kiểm chứng', 'Ghi chú'],
          ['I', 'Công tác chỉ đạo, điều hành', '3,5'],
          ['1', 'Kế hoạch cải cách hành chính', '2'],
          ['1.1', 'Ban hành kế hoạch', '1.5', 'Đúng thời hạn: 1,5; không đúng: 0', 'Kế hoạch'],
          ['1.2', 'Mức độ thực hiện kế hoạch', '0,5', 'Từ 95% trở lên: 0,5 điểm; dưới 95%: 0 điểm'],
          ['2', 'Sáng kiến', '1,5', 'Mỗi sáng kiến được 0,5 điểm, tối đa 1,5'],
          ['II', 'Cải cách thể chế', 2],
          ['1', 'Ban hành văn bản', 2, 'Theo hướng dẫn của Sở Minh họa'],
          ['', 'Tổng cộng', '5,5'],
        ],
      }),
    );
    expect(tree(imported)).toEqual([
      'I Công tác chỉ đạo, điều hành 3.5',
      ' I.1 Kế hoạch cải cách hành chính 2',
      '  I.1.1 Ban hành kế hoạch 1.5 yesNo',
      '  I.1.2 Mức độ thực hiện kế hoạch 0.5 bands',
      ' I.2 Sáng kiến 1.5 perUnit',
      'II Cải cách thể chế 2',
      ' II.1 Ban hành văn bản 2',
    ]);
    expect(told(imported)).toEqual(['Phụ lục I!B6 nothingUnsaid', 'Phụ lục I!B6 figuresToName', 'Phụ lục I!B9 ruleToChoose']);
    expect(imported.counts).toEqual({ domains: 2, criteria: 3, items: 4, rules: { read: 3, doubtful: 0, toChoose: 1 } });
    expect(faultsOfDraft(imported).list.map(({ code, path }) => `${path} ${code}`)).toEqual(['/domains/1/criteria/0/rule missingKey']);
  });

  it('with dotted codes, cases in rows of their own with their points, two rows of heads, numbers of columns', () => {
    const imported = read(
      workbook({
        Sheet1: {
          rows: [
            ['TT', 'Lĩnh vực/Tiêu chí/Tiêu chí thành phần', 'Điểm', null, 'Ghi chú'],
            [null, null, 'Điểm tối đa', 'Điểm tự chấm', null],
            ['(1)', '(2)', '(3)', '(4)', '(5)'],
            [1, 'CÔNG TÁC CHỈ ĐẠO', 3],
            [1.1, 'Kế hoạch', 1],
            [null, 'Ban hành kịp thời', 1],
            [null, 'Ban hành chậm dưới 15 ngày', 0.5],
            [null, 'Không ban hành', 0],
            [1.2, 'Báo cáo', 2],
            ['1.2.1', 'Số lượng báo cáo', 1],
            [null, '- Đủ: 1'],
            [null, '- Không đủ: 0'],
            ['1.2.2', 'Tỷ lệ giữa số báo cáo đúng hạn trên tổng số báo cáo', 1],
            [null, 'Từ 90% trở lên: 1', null],
            [null, 'Dưới 90% thì điểm = tỷ lệ × 1 / 90%', null],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
        },
      }),
    );
    expect(tree(imported)).toEqual([
      '1 CÔNG TÁC CHỈ ĐẠO 3',
      ' 1.1 Kế hoạch 1 levels',
      ' 1.2 Báo cáo 2',
      '  1.2.1 Số lượng báo cáo 1 yesNo',
      '  1.2.2 Tỷ lệ giữa số báo cáo đúng hạn trên tổng số báo cáo 1 proportional',
    ]);
    expect(told(imported)).toEqual(['Sheet1!B13 nothingUnsaid']);
    expect(faultsOfDraft(imported).list).toEqual([]);
  });

  it('names what is doubtful at its cell, and loses nothing', () => {
    const imported = read(
      workbook({
        'Bảng 1': [
          ['STT', 'Nội dung', 'Thang điểm', 'Hướng dẫn chấm'],
          ['1', 'Lĩnh vực minh họa', '10'],
          ...Array.from({ length: 9 }, (_, index) => [Number(`1.${index + 1}`), `Tiêu chí thứ ${index + 1}`, 1, 'Có: 1; Không: 0']),
          [1.1, 'Tiêu chí thứ mười', '1 hoặc 2', 'Có: 1; Không: 0'],
          ['1.13', '<script>alert(1)</script> Tiêu chí khác', '2', 'Từ 90% trở lên: 2; từ 70% đến 95%: 1; dưới 70%: 0'],
        ],
      }),
    );
    expect(told(imported).toSorted()).toEqual([
      'Bảng 1!A12 codeLostZero',
      'Bảng 1!A13 codeSkipped',
      'Bảng 1!B12 ruleToChoose',
      'Bảng 1!B13 figuresToName',
      'Bảng 1!B13 markup',
      'Bảng 1!B13 nothingUnsaid',
      'Bảng 1!B13 rule.overlap',
      'Bảng 1!C12 pointsMissing',
      'Bảng 1!C12 pointsUnread',
    ]);
    expect(tree(imported).at(-1)).toBe(' 1.13 <script>alert(1)</script> Tiêu chí khác 2 bands');
  });

  it('without codes by their points, in parts with a part above, for bonus and penalty, in two sheets that say different things', () => {
    expect(
      tree(
        read(
          workbook({
            Bảng: [
              ['Nội dung', 'Điểm tối đa'],
              ['Lĩnh vực A', 3],
              ['Tiêu chí A1', 1],
              ['Tiêu chí A2', 2],
              ['Lĩnh vực B', 4],
              ['Tiêu chí B1', 2],
              ['Tiêu chí B2', 2],
            ],
          }),
        ),
      ),
    ).toEqual(['1 Lĩnh vực A 3', ' 1.1 Tiêu chí A1 1', ' 1.2 Tiêu chí A2 2', '2 Lĩnh vực B 4', ' 2.1 Tiêu chí B1 2', ' 2.2 Tiêu chí B2 2']);

    const parted = read(
      workbook({
        Bảng: [
          ['STT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'],
          ['A', 'PHẦN TỰ ĐÁNH GIÁ', 5],
          ['I', 'Thể chế', 5],
          ['1', 'Văn bản', 5],
          ['a)', 'Ban hành', 3, 'Có: 3; Không: 0'],
          ['b)', 'Theo dõi', 2, 'Có: 2; Không: 0'],
          ['B', 'ĐIỀU TRA XÃ HỘI HỌC', 2],
          ['I', 'Đánh giá của lãnh đạo', 2],
          ['1', 'Chất lượng tham mưu', 2],
          ['a)', 'Kịp thời', 1],
          ['b)', 'Phù hợp', 1],
          ['C', 'ĐIỂM TRỪ'],
          ['I', 'Điểm trừ do vi phạm', -2],
          ['1', 'Chậm báo cáo', '-2', 'Mỗi lần chậm trừ 0,5 điểm'],
        ],
      }),
    );
    expect(tree(parted)).toEqual([
      'A.I Thể chế 5',
      ' A.I.1 Văn bản 5',
      '  A.I.1.a Ban hành 3 yesNo',
      '  A.I.1.b Theo dõi 2 yesNo',
      'B.I Đánh giá của lãnh đạo 2',
      ' B.I.1 Chất lượng tham mưu 2',
      '  B.I.1.a Kịp thời 1',
      '  B.I.1.b Phù hợp 1',
      'C.I Điểm trừ do vi phạm –',
      ' C.I.1 Chậm báo cáo -2 perUnit',
    ]);
    expect(faultsOfDraft(parted).list.map(({ code, path }) => `${path} ${code}`)).toEqual([
      '/domains/1/criteria/0/subCriteria/0/rule missingKey',
      '/domains/1/criteria/0/subCriteria/1/rule missingKey',
    ]);

    const twice = read(
      workbook({
        'Tổng hợp': [
          ['STT', 'Lĩnh vực', 'Điểm tối đa'],
          ['1', 'Thể chế', 3],
          ['1.1', 'Văn bản', 1],
          ['1.2', 'Theo dõi', 2],
        ],
        'Chi tiết': [
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính'],
          ['1.1', 'Văn bản', 1, 'Có: 1; Không: 0'],
          ['1.2', 'Theo dõi', 1.5, 'Có: 2; Không: 0'],
        ],
      }),
    );
    expect(tree(twice)).toEqual(['1 Thể chế 3', ' 1.1 Văn bản 1 yesNo', ' 1.2 Theo dõi 2 yesNo']);
    expect(twice.doubts).toMatchObject([{ code: 'contradicts', place: 'Chi tiết!C3', details: { first: '2', other: '1.5', at: 'Tổng hợp!C4' } }]);
  });

  it.each(layouts)('each doubt stands beside its part or apart, each rule has its sentence: $file', ({ sheets }) => {
    const imported = read(bookOf({ sheets }));
    const { parts, doubts, otherDoubts } = imported;
    expect(told({ doubts: [...parts.flatMap((part) => part.doubts), ...otherDoubts] }).toSorted()).toEqual(told(imported).toSorted());
    expect(otherDoubts.filter(({ part }) => part !== undefined)).toEqual([]);
    const words = parts.flatMap((part) => (part.rule ? [ruleInWords(part, 'vi')] : []));
    expect(words).not.toContain(undefined);
    expect(doubts.filter(({ code }) => code.startsWith('rule.')).every((doubt) => parts.some((part) => part.rule && part.doubts.includes(doubt)))).toBe(true);
  });

  it('what is merged over several parts is said of each of them', () => {
    const imported = read(
      workbook({
        Bảng: {
          merges: ['D3:D4'],
          rows: [
            ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cơ quan thẩm định'],
            ['I', 'Thể chế', 3],
            ['1', 'Ban hành văn bản', 1, 'Sở Minh họa A'],
            ['2', 'Rà soát văn bản', 2, null],
            ['3', 'Theo dõi thi hành', null, null],
          ],
        },
      }),
    );
    const items = imported.parts.flatMap(({ item }) => (item ? [(item['guidance'] as RawObject | undefined)?.['appraisedBy']] : []));
    expect(items).toEqual([{ vi: 'Sở Minh họa A' }, { vi: 'Sở Minh họa A' }, undefined]);
  });

  it('with the rules alone that a person confirmed, the others as words', () => {
    const imported = read(
      workbook({
        Bảng: [
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm'],
          ['I', 'Thể chế', 3],
          ['1', 'Rà soát văn bản', 1, 'Tỷ lệ văn bản được rà soát từ 90% trở lên: 1; dưới 90%: 0'],
          ['2', 'Sáng kiến', 2, 'Mỗi sáng kiến được 1 điểm, tối đa 2'],
        ],
      }),
    );
    expect(imported.parts.map(({ level, code, points, sum }) => [level, code, points, sum])).toEqual([
      ['domain', 'I', '3', '3'],
      ['criterion', '1', '1', undefined],
      ['criterion', '2', '2', undefined],
    ]);
    expect(ruleLines(ruleInWords(imported.parts[2] as never, 'vi') as never).join(' ')).toMatch(/sáng kiến”: mỗi đơn vị tính 1 điểm/);
    const one = withRulesOf(imported, new Set([2]));
    expect(tree({ document: one })).toEqual(['I Thể chế 3', ' 1 Rà soát văn bản 1', ' 2 Sáng kiến 2 perUnit']);
    expect((one['figures'] as RawObject[]).map(({ title }) => (title as RawObject)['vi'])).toEqual([expect.stringMatching(/sáng kiến/i)]);
    expect(faultsOfDraft({ document: one }).list.map(({ code, path }) => `${path} ${code}`)).toEqual(['/domains/0/criteria/0/rule missingKey']);
    expect(JSON.stringify(one)).toContain('từ 90% trở lên');
    expect(withRulesOf(imported, new Set([1, 2]))).toEqual(imported.document);
  });
});
