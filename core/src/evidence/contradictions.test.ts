import { describe, expect, it } from 'vitest';
import { contradictionText } from '../words/contradiction-text.ts';
import { LANGUAGES } from '../words/index.ts';
import { type CitingContext, CONTRADICTIONS, contradictions, type DocumentFacts } from './contradictions.ts';
import { documentNumberKey } from './document-number.ts';
import { readFirstPageText } from './first-page.ts';

const page = readFirstPageText([
  'UBND TỈNH MINH HỌA 01',
  'SỞ NỘI VỤ',
  'Số: 12/KH-SNV',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Minh họa 01, ngày 05 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2026',
]);
const plan: DocumentFacts = { number: '12/KH-SNV', date: '2026-02-05', issuer: 'Sở Nội vụ', validFrom: null, validTo: null, read: page, sha256: 'a1' };
const context: CitingContext = {
  year: 2026,
  item: '1.1',
  bodyNames: ['UBND tỉnh Minh họa 01', 'Sở Nội vụ tỉnh Minh họa 01'],
  citedLastYear: [{ sha256: 'b2', documentNumberKey: documentNumberKey('11/KH-SNV'), year: 2025 }],
  today: '2026-12-20',
};
const codes = (document: Partial<DocumentFacts>, where: Partial<CitingContext> = {}) =>
  contradictions({ ...plan, ...document }, { ...context, ...where }).map(({ code }) => code);
const issuedLate = { ...plan, date: '2027-01-05', read: null };

describe('[F26] what in a document does not fit', () => {
  it('nothing, where all fits', () => expect(codes({})).toEqual([]));

  it.each<[string, Partial<DocumentFacts>, Partial<CitingContext>, string[]]>([
    ['no date', { date: null }, {}, ['noDate']],
    ['issued today', { read: null, date: '2026-12-20' }, {}, []],
    ['issued tomorrow', { read: null, date: '2026-12-21' }, {}, ['dateInFuture']],
    ['issued on the last day of the year', { read: null, date: '2026-12-31' }, { today: '2027-02-01' }, []],
    ['issued the day after', { read: null, date: '2027-01-01' }, { today: '2027-02-01' }, ['issuedAfterYear']],
    ['in force from the day of issue', { validFrom: '2026-02-05' }, {}, []],
    ['in force some days later', { validFrom: '2026-02-20' }, {}, []],
    ['in force the year after', { validFrom: '2027-01-01' }, {}, ['issuedBeforeValidFrom']],
    ['in force before it was issued', { validFrom: '2026-02-04' }, {}, ['validBeforeIssued']],
    ['over before the year', { validTo: '2025-12-31' }, {}, ['expired']],
    ['over on its first day', { validTo: '2026-01-01' }, {}, ['expiresWithinYear']],
    ['over the day before its end', { validTo: '2026-12-30' }, {}, ['expiresWithinYear']],
    ['over at its end', { validTo: '2026-12-31' }, {}, []],
    ['the same number, written otherwise', { number: '012/kh – snv' }, {}, []],
    ['another number', { number: '13/KH-SNV' }, {}, ['otherNumber']],
    ['no number entered', { number: null }, {}, []],
    ['another date', { date: '2026-02-06' }, {}, ['otherDate']],
    ['the same issuer in full', { issuer: 'Sở Nội vụ tỉnh Minh họa 01' }, {}, []],
    ['the sign of its head', { issuer: 'Giám đốc Sở Nội vụ' }, {}, []],
    ['an issuer of another province', { issuer: 'Sở Nội vụ tỉnh Minh họa 02' }, {}, ['otherIssuer']],
    ['the superior body', { issuer: 'UBND tỉnh Minh họa 01' }, {}, ['otherIssuer']],
    ['another department', { issuer: 'Sở Tài chính' }, {}, ['otherIssuer']],
    ['no organ of the body', {}, { bodyNames: ['UBND tỉnh Minh họa 02'] }, ['otherIssuer']],
    ['bodies that are not known', {}, { bodyNames: [] }, []],
    ['no page read', { read: null, number: '13/KH-SNV', issuer: 'Sở Tài chính' }, {}, []],
    ['the file of last year', { sha256: 'b2' }, {}, ['sameFileLastYear']],
    ['the number of last year', { read: null, number: '011/KH-SNV' }, {}, ['sameNumberLastYear']],
    ['file and number of last year', { sha256: 'b2', read: null, number: '11/KH-SNV' }, {}, ['sameFileLastYear']],
    ['a file that was not hashed', { sha256: null }, { citedLastYear: [{ sha256: null, documentNumberKey: null, year: 2025 }] }, []],
    ['several at once', { ...issuedLate, validTo: '2025-01-01', sha256: 'b2' }, {}, ['dateInFuture', 'issuedAfterYear', 'expired', 'sameFileLastYear']],
  ])('%s', (_what, document, where, expected) => {
    expect(codes(document, where)).toEqual(expected);
  });

  it('each is said as a sentence in both languages, with days as people write them', () => {
    const said = contradictions({ ...issuedLate, sha256: 'b2' }, context).map((each) => contradictionText(each, 'vi'));
    expect(said).toEqual([
      'Ngày ban hành 05/01/2027 sau ngày hiện tại (20/12/2026); đề nghị kiểm tra lại.',
      'Văn bản ban hành ngày 05/01/2027, sau khi kết thúc năm đánh giá 2026.',
      'Tệp này đã được dùng làm tài liệu kiểm chứng của năm đánh giá 2025; đề nghị xem lại khi dùng cho tiêu chí 1.1 của năm 2026.',
    ]);
    const situations: readonly [Partial<DocumentFacts>, Partial<CitingContext>][] = [
      [{ date: null }, {}],
      [issuedLate, {}],
      [{ validFrom: '2027-01-01', validTo: '2025-01-01' }, {}],
      [{ validFrom: '2026-01-01', validTo: '2026-05-01' }, {}],
      [{ number: '11/KH-SNV', date: '2026-02-06', issuer: 'Sở Tài chính' }, {}],
      [{ sha256: 'b2' }, { bodyNames: ['UBND tỉnh Minh họa 02'] }],
    ];
    const all = situations.flatMap(([document, where]) => contradictions({ ...plan, ...document }, { ...context, ...where }));
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(CONTRADICTIONS));
    for (const language of LANGUAGES) for (const each of all) expect(contradictionText(each, language)).toMatch(/^(?!.*undefined)[^\d-]*.*\.$/);
  });
});
