import { describe, expect, it } from 'vitest';
import { asTcvn3, asVni } from '../../text/old-encodings/testing/encode.ts';
import { LANGUAGES } from '../../words/index.ts';
import { OLD_ENCODING_NAMES, respondentFaultText, respondentNoticeText } from '../../words/respondent-list-words.ts';
import { RESPONDENT_FAULTS, RESPONDENT_NOTICES } from './faults.ts';
import { respondentKeys } from './keys.ts';
import { mailboxOf, readMailAddress } from './mail-address.ts';
import { readPhone } from './phone.ts';
import { type RespondentListRules, readRespondents } from './read.ts';

const RULES: RespondentListRules = {
  groups: [
    { id: 'deputies', title: { vi: 'Đại biểu Hội đồng nhân dân', en: 'Council deputies' } },
    { id: 'leaders', title: { vi: 'Lãnh đạo sở', en: 'Department leaders' } },
    { id: 'divisionHeads', title: { vi: 'Trưởng phòng', en: 'Heads of division' } },
  ],
  group: null,
  known: [],
};
const HEAD = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Nhóm đối tượng', 'Điện thoại', 'Thư điện tử', 'Địa chỉ nhận thư', 'Ghi chú'];
const AN = ['1', 'Nguyễn Văn An', 'Giám đốc', 'Sở Minh họa A', 'Lãnh đạo sở', '0912 345 678', 'An.NV@minhhoa.vn', '', ''];
const BINH = ['2', 'Trần Thị Bình', 'Trưởng phòng', 'Sở Minh họa A', 'trưởng phòng', '024.3825.1234', '', '', ''];
const CUONG = [
  '3',
  'Phạm Văn Cường',
  'Đại biểu',
  'HĐND Tỉnh Minh họa 01',
  'DAI BIEU HOI DONG NHAN DAN',
  '',
  '',
  'Thôn Minh họa 03, Xã Minh họa 02',
  'vắng tháng 5',
];

const rowsOf = (...lines: readonly (readonly string[])[]) => lines.map((cells, index) => ({ line: index + 1, cells }));
const read = (lines: readonly (readonly string[])[], rules: Partial<RespondentListRules> = {}) => readRespondents(rowsOf(...lines), { ...RULES, ...rules });
const faultsOf = (lines: readonly (readonly string[])[], rules: Partial<RespondentListRules> = {}) =>
  read(lines, rules).faults.map(({ line, column, code }) => `${line ?? '*'} ${column ?? '*'} ${code}`);
/** A line like another but for some of its cells, by place. */
const but = (cells: readonly string[], other: Readonly<Record<number, string>>): string[] => cells.map((cell, place) => other[place] ?? cell);

describe('[F55] a unit’s list of respondents', () => {
  it('is read in normal form', () => {
    const { respondents, faults, notices } = read([HEAD, AN, BINH, ['', '', '', '', '', '', '', '', ''], CUONG]);
    expect({ faults, notices }).toEqual({ faults: [], notices: [] });
    expect(respondents).toEqual([
      {
        line: 2,
        name: 'Nguyễn Văn An',
        position: 'Giám đốc',
        unit: 'Sở Minh họa A',
        group: 'leaders',
        phone: '+84912345678',
        mail: 'an.nv@minhhoa.vn',
        address: null,
        note: null,
      },
      {
        line: 3,
        name: 'Trần Thị Bình',
        position: 'Trưởng phòng',
        unit: 'Sở Minh họa A',
        group: 'divisionHeads',
        phone: '+842438251234',
        mail: null,
        address: null,
        note: null,
      },
      {
        line: 5,
        name: 'Phạm Văn Cường',
        position: 'Đại biểu',
        unit: 'HĐND Tỉnh Minh họa 01',
        group: 'deputies',
        phone: null,
        mail: null,
        address: 'Thôn Minh họa 03, Xã Minh họa 02',
        note: 'vắng tháng 5',
      },
    ]);
  });
  it('has columns in any order, under the heads that units give them, and a group for the whole file', () => {
    const { respondents, faults } = read(
      [
        ['Email', 'HỌ TÊN', 'Cơ quan, đơn vị', 'Số điện thoại (di động)', 'TT'],
        ['an@minhhoa.vn', 'Nguyễn  Văn\nAn', 'Sở Minh họa A', '', '1'],
      ],
      { group: 'leaders' },
    );
    expect(faults).toEqual([]);
    expect(respondents).toMatchObject([{ name: 'Nguyễn Văn An', unit: 'Sở Minh họa A', group: 'leaders', mail: 'an@minhhoa.vn', phone: null }]);
  });
  it('tells all faults at once, each by line and column', () => {
    expect(
      faultsOf([
        HEAD,
        but(AN, { 1: ' ', 4: 'Người dân', 5: '0123', 6: 'an@minhhoa' }),
        but(BINH, { 5: '', 4: '' }),
        but(CUONG, { 1: '=HYPERLINK("x")', 8: 'a\u0007b' }),
        [...BINH, 'thừa'],
        but(AN, { 1: 'Lê Văn \u202eD', 5: '01212345678', 6: '', 8: 'x'.repeat(2_001) }),
      ]),
    ).toEqual([
      '2 name nameEmpty',
      '2 group groupUnknown',
      '2 phone badPhone',
      '2 mail badMail',
      '3 group groupMissing',
      '3 * noWay',
      '4 name formulaCell',
      '4 note controlCharacter',
      '5 * cellBeyond',
      '5 name personTwice',
      '6 name controlCharacter',
      '6 note textTooLong',
      '6 phone formerPhone',
    ]);
  });
  it('is refused where its head is not that of a list', () => {
    expect(faultsOf([])).toEqual(['* * noHead']);
    expect(faultsOf([HEAD])).toEqual(['* * noRespondents']);
    expect(
      faultsOf([
        ['STT', 'Chức vụ', 'Chức vụ', 'Năm sinh'],
        ['1', 'Giám đốc', '', '1970'],
      ]),
    ).toEqual(['1 position columnTwice', '1 * columnUnknown', '1 name columnMissing', '1 group columnMissing', '1 * noWayColumn']);
  });
  it('has at most so many lines, and beyond them nothing is read', () => {
    expect(faultsOf([HEAD, AN, BINH, CUONG], { mostLines: 3 })).toEqual([]);
    expect(faultsOf([HEAD, AN, BINH, CUONG], { mostLines: 2 })).toEqual(['* * tooManyLines']);
  });
  it('knows a formula by its cell too, whatever its result', () => {
    const rows = rowsOf(HEAD, AN).map((row) => (row.line === 2 ? { ...row, formulas: [1] } : row));
    expect(readRespondents(rows, RULES).faults).toMatchObject([{ line: 2, column: 'name', code: 'formulaCell' }]);
  });
  it('asks which group is meant where a name may be two', () => {
    const groups = [...RULES.groups, { id: 'heads2', title: { vi: 'Trưởng phòng', en: 'Heads' } }];
    expect(faultsOf([HEAD, BINH], { groups })).toEqual(['2 group groupAmbiguous']);
    expect(faultsOf([HEAD, but(BINH, { 4: 'heads2' })], { groups })).toEqual([]);
  });

  it('[F57] knows one box by whatever address', () => {
    expect(['le.a@gmail.com', 'lea+phieu@gmail.com', 'le.a+2@gmail.com'].map(mailboxOf)).toEqual(Array(3).fill('lea@gmail.com'));
    expect(['le.a@minh-hoa.example', '+a@minh-hoa.example'].map(mailboxOf)).toEqual(['le.a@minh-hoa.example', '+a@minh-hoa.example']);
  });

  it('[F57] names nobody twice: not by number, by box, nor by name at one place', () => {
    const { faults, respondents } = read([
      HEAD,
      AN,
      but(BINH, { 5: '+84 912.345.678' }),
      but(CUONG, { 6: 'AN.nv@MINHHOA.vn' }),
      but(AN, { 1: 'Nguyen Van An', 5: '0987654321', 6: '' }),
      but(AN, { 1: 'Nguyễn Văn An', 3: 'Sở Minh họa B', 5: '0987654322', 6: '' }),
    ]);
    expect(faults.map(({ line, column, code, details }) => [line, column, code, details['other']])).toEqual([
      [3, 'phone', 'phoneTwice', '2'],
      [4, 'mail', 'mailTwice', '2'],
      [5, 'name', 'personTwice', '2'],
    ]);
    expect(respondents.map(({ line }) => line)).toEqual([2, 6]);
    expect(respondentFaultText(faults[0] as (typeof faults)[number], 'vi')).toBe('Dòng 3 và dòng 2 có cùng số điện thoại.');
  });
  it('[F57] names nobody who is already there', () => {
    const known = [respondentKeys({ name: 'Nguyễn Văn An', position: 'Giám đốc', unit: 'Sở Minh họa A', phone: '+84912345678', mail: null })];
    expect(faultsOf([HEAD, AN, BINH], { known })).toEqual(['2 phone phoneKnown', '2 name personKnown']);
  });
  it('takes two whose names differ in their marks for two, and asks', () => {
    const hung = but(AN, { 1: 'Lê Văn Hùng', 5: '0987654321', 6: '' });
    const { respondents, faults, notices } = read([HEAD, hung, but(hung, { 1: 'Lê Văn Hưng', 5: '0987654322' })]);
    expect(faults).toEqual([]);
    expect(respondents).toHaveLength(2);
    expect(notices).toMatchObject([{ line: 3, code: 'likePerson', details: { other: '2' } }]);
    // Where the tone is set is no other name.
    expect(faultsOf([HEAD, but(AN, { 1: 'Lê Thị Hoà' }), but(AN, { 1: 'LÊ THỊ HÒA', 5: '0987654321', 6: '' })])).toEqual(['3 name personTwice']);
  });
});

describe('a list in an old font', () => {
  it('is converted, and says what came out', () => {
    const { respondents, faults, notices } = read([HEAD.map(asTcvn3), AN.map(asTcvn3), BINH.map(asVni), but(CUONG, { 1: asTcvn3('Phạm Văn Cường') })]);
    expect(faults).toEqual([]);
    expect(respondents.map(({ name, unit, group }) => [name, unit, group])).toEqual([
      ['Nguyễn Văn An', 'Sở Minh họa A', 'leaders'],
      ['Trần Thị Bình', 'Sở Minh họa A', 'divisionHeads'],
      ['Phạm Văn Cường', 'HĐND Tỉnh Minh họa 01', 'deputies'],
    ]);
    expect(notices.map(({ line, code, details }) => [line, code, details['encodings']])).toEqual([
      [1, 'converted', 'tcvn3'],
      [2, 'converted', 'tcvn3'],
      [3, 'converted', 'vni'],
      [4, 'converted', 'tcvn3'],
    ]);
    expect(respondentNoticeText(notices[3] as (typeof notices)[number], 'vi')).toBe(
      'Dòng này được gõ bằng bảng mã TCVN3 (ABC) và đã được chuyển sang Unicode: “Phạm Văn Cường”. Hãy đối chiếu với bản gốc.',
    );
  });
  it('is refused line by line where it cannot be told, and of such a line only what is sure is judged', () => {
    const { respondents, faults } = read([HEAD, AN, but(BINH, { 1: 'Loïc Dupont', 4: 'NguyÔnn', 5: '0123' }), but(CUONG, { 1: 'Ph?m V?n C??ng' })]);
    expect(faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual(['3 name tooLittle', '3 phone badPhone', '4 name lostLetters']);
    expect(respondents.map(({ line }) => line)).toEqual([2]);
  });
  it('lets a foreign name stand where the sender has confirmed it', () => {
    const lines = [HEAD, but(AN, { 1: 'Loïc Dupont' })];
    expect(faultsOf(lines)).toEqual(['2 name tooLittle']);
    expect(read(lines, { asWritten: new Set([2]) })).toMatchObject({ faults: [], notices: [], respondents: [{ name: 'Loïc Dupont' }] });
    expect(read([HEAD, but(AN, { 1: 'José Müller' })])).toMatchObject({ faults: [], notices: [], respondents: [{ name: 'José Müller' }] });
  });
});

describe('a telephone number', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['+84 912-345-678', '+84912345678'],
    ['+84 (0)912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084 912 345 678', '+84912345678'],
    ['912345678', '+84912345678 (0)'],
    ['’0912345678', '+84912345678'],
    ['024 3825 1234', '+842438251234'],
    ['(0236) 3821 234', '+842363821234'],
    ['0123456789', '✗ badPhone'],
    ['01212345678', '✗ formerPhone'],
    ['1212345678', '✗ formerPhone'],
    ['091234567', '✗ badPhone'],
    ['09123456789', '✗ badPhone'],
    ['0412345678', '✗ badPhone'],
    ['0912345678/0987654321', '✗ badPhone'],
    ['0912345678 máy lẻ 2', '✗ badPhone'],
    ['9.12E+08', '✗ badPhone'],
    ['+1 912 345 678', '✗ badPhone'],
    ['19001234', '✗ badPhone'],
    ['٠٩١٢٣٤٥٦٧٨', '✗ badPhone'],
  ])('“%s” → %s', (text, expected) => {
    const phone = readPhone(text);
    expect(phone.kind === 'refused' ? `✗ ${phone.reason}` : phone.phone + (phone.zeroAdded ? ' (0)' : '')).toBe(expected);
    // Normal form is read as itself.
    if (phone.kind === 'read') expect(readPhone(phone.phone)).toEqual({ kind: 'read', phone: phone.phone, zeroAdded: false });
  });
});

describe('an e-mail address', () => {
  it.each(['a@b.vn', 'nguyen.van-a+cchc@so-minh-hoa.tinh.gov.vn', `${'a'.repeat(64)}@b.vn`])('“%s” is one', (text) => {
    expect(readMailAddress(` ${text.toUpperCase()} `)).toBe(text);
  });
  it.each([
    'a',
    '@b.vn',
    'a@',
    'a@b',
    'a b@c.vn',
    'a@b..vn',
    '.a@b.vn',
    'a.@b.vn',
    'a..b@c.vn',
    'a@-b.vn',
    'a@b.v1',
    'a@b.vn; c@d.vn',
    'nguyễn@b.vn',
    'a@@b.vn',
    `${'a'.repeat(65)}@b.vn`,
  ])('“%s” is none', (text) => expect(readMailAddress(text)).toBeUndefined());
});

describe('what is told', () => {
  it('has a full sentence in both languages for each fault and notice', () => {
    const details = Object.fromEntries(
      'found at limit line other groupsVi groupsEn words readings text encodings column'.split(' ').map((key) => [key, key === 'column' ? 'name' : `<${key}>`]),
    );
    for (const language of LANGUAGES) {
      for (const code of RESPONDENT_FAULTS) expect(respondentFaultText({ line: 1, column: null, code, details }, language)).toMatch(/^[\p{Lu}“].+\.$/u);
      for (const code of RESPONDENT_NOTICES) expect(respondentNoticeText({ line: 1, column: null, code, details }, language)).toMatch(/^[\p{Lu}“].+\.$/u);
      expect(Object.values(OLD_ENCODING_NAMES[language])).not.toContain('');
    }
  });
});
