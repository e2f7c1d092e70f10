import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataText } from '../words/evidence-hints.ts';
import { LANGUAGES } from '../words/index.ts';
import { PERSONAL_DATA_KINDS, personalData } from './personal-data.ts';

const tell = (page: string) => personalData([page]).map(({ kind, count }) => `${kind} ${count}`);
const lines = (...texts: string[]) => texts.join('\n');
/** Invented throughout: numbers that nobody was given can have the form of real ones. */
const phones = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1} Cán bộ minh họa 09${String(10_000_000 + index * 1_111)}`);

describe('[F116] personal data on a page', () => {
  it.each<[string, string, string[]]>([
    ['a personal identification number', 'Số CCCD: 001085000001 cấp ngày 01/01/2021', ['citizenId 1']],
    ['the same one twice', lines('001085000001', '001085000001'), ['citizenId 1']],
    ['a list of them', lines('001085000001', '079190000002', '038201000003'), ['citizenId 3']],
    ['in groups, where the line says so', 'Căn cước: 001 085 000 001', ['citizenId 1']],
    ['an identity card beside its words', 'CMND số 012345678 do Công an tỉnh Minh họa 01 cấp', ['identityCard 1']],
    ['a column of identity cards', lines('TT Họ tên Số CMND', '1 A 012345678', '2 B 012345679', '3 C 012345670'), ['identityCard 3']],
    ['a list of telephones', lines(...phones(5)), ['telephones 5']],
    ['telephones in groups', lines('0912 345 678', '0912.345.679', '+84 912345680', '0912-345-681', '091 234 5682', '0982345683'), ['telephones 6']],
    ['names with birthdays', lines('1 Nguyễn Văn Minh Họa 05/02/1985', '2 TRẦN THỊ MINH HỌA 06/03/1990', '3 Lê Minh Họa 7-4-1979'), ['birthDates 3']],
    ['names with years under a heading', lines('Họ và tên  Năm sinh', 'Nguyễn Minh Họa 1985', 'Trần Minh Họa 1990', 'Lê Minh Họa 1979'), ['birthDates 3']],
    ['one birthday that the line tells', 'Ông Nguyễn Minh Họa, sinh ngày 05/02/1985, quê quán Minh họa', ['birthDates 1']],
    ['a bank account', 'Số tài khoản: 1234 5678 90 tại Ngân hàng Minh họa', ['bankAccounts 1']],
    ['another name of it', 'STK 0123456789012', ['bankAccounts 1']],
  ])('%s', (_what, page, expected) => {
    expect(tell(page)).toEqual(expected);
    expect(tell(page.normalize('NFD'))).toEqual(expected);
  });

  it.each<[string, string]>([
    ['document numbers', lines('123/KH-UBND ngày 05/02/1999', '876/QĐ-BNV', '33/2024/QH15', '1432/UBND-NC')],
    ['twelve digits that no person was born with', lines('001985000001', '123456789012', '003085000001', '999085000001')],
    ['amounts', lines('012.085.000.001', '1.234.567.890 đồng', '123456789', '000,085,000,001', '123456789012 đồng')],
    ['nine digits without a word', lines('Mã: 012345678', '012345679', '012345670')],
    ['a tax code', lines('Mã số thuế: 0301234567', 'MST 0312345678-001')],
    [
      'tax codes in a list',
      lines(
        'Doanh nghiệp Mã số thuế',
        ...['0300000000', '0300000018', '0300000025', '0300000032', '0300000057', '0300000064'].map((code) => `Công ty Minh họa ${code}`),
      ),
    ],
    ['four telephones', lines(...phones(4))],
    ['telephones of offices', lines(...Array.from({ length: 8 }, (_, index) => `Sở Minh họa 024 3825 00${10 + index}`))],
    ['figures of statistics', lines('2019 2020 2021 2022', '1.234 2.345 3.456 98,5%', '0901 0902 0903 0904 0905 0906', '12 34 56 78 90')],
    ['codes of files of procedures', '000.00.01.H26-251103-0001'],
    ['documents with those who signed', lines('12/KH-MH Nguyễn Minh Họa 05/02/2010', '13/KH-MH Trần Minh Họa 06/02/2010', '14/KH-MH Lê Minh Họa 07/02/2010')],
    ['new dates beside names', lines('Nguyễn Minh Họa 05/02/2026', 'Trần Minh Họa 06/02/2026', 'Lê Minh Họa 07/02/2026')],
    ['places with dates', lines('Tỉnh Minh họa 01 05/02/1997', 'Sở Minh họa A 06/03/1990', 'Xã Minh họa 3 07/04/1979')],
    ['an account of the budget', 'Số tài khoản: 3713.0.1234567 tại Kho bạc Nhà nước Minh họa'],
    ['the word alone', 'Miễn nộp bản sao CMND, CCCD, số tài khoản theo quy định'],
  ])('%s are none', (_what, page) => {
    expect(tell(page)).toEqual([]);
  });

  it('pages are counted from 1, and numbers are never given', () => {
    const hints = personalData(['Trang đầu', '001085000001']);
    expect(hints).toEqual([{ kind: 'citizenId', page: 2, count: 1 }]);
    expect(JSON.stringify(hints)).not.toContain('001085');
  });

  it('whatever a page holds, nothing throws and every count is one at least', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('CMND ', '001085000001', '0912345678', 'Nguyễn Minh Họa', ' 5/2/1985', '\n', 'STK ', ' '),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
          { maxLength: 3 },
        ),
        (pages) => {
          for (const { page, count } of personalData(pages)) {
            expect(count).toBeGreaterThan(0);
            expect(page).toBeLessThanOrEqual(pages.length);
          }
        },
      ),
    );
  });

  it('each kind has its sentence in both languages', () => {
    for (const language of LANGUAGES)
      for (const kind of PERSONAL_DATA_KINDS) expect(personalDataText({ kind, page: 3, count: 7 }, language)).toMatch(/3.*\(7\)\.$/);
  });
});
