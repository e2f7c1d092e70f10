import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretMarkText } from '../words/evidence-hints.ts';
import { LANGUAGES } from '../words/index.ts';
import { SECRET_LEVELS, secretMark } from './secret-marks.ts';

describe('[F116] marks of secrecy on a page', () => {
  it.each([
    [['MẬT'], 'mat'],
    [['TỐI MẬT'], 'toiMat'],
    [['TUYỆT MẬT'], 'tuyetMat'],
    [['M Ậ T'], 'mat'],
    [['T Ố I  M Ậ T'], 'toiMat'],
    [['T U Y Ệ T  M Ậ T'], 'tuyetMat'],
    [['TUYỆTMẬT'], 'tuyetMat'],
    [['[MẬT]'], 'mat'],
    [['| TỐI MẬT |'], 'toiMat'],
    [['“MẬT”'], 'mat'],
    [['MẬT.'], 'mat'],
    [['TỐI', 'MẬT'], 'toiMat'],
    [['TUYỆT', 'MẬT'], 'tuyetMat'],
    [['Độ mật: Mật'], 'mat'],
    [['ĐỘ MẬT: TỐI MẬT'], 'toiMat'],
    [['Mức độ mật: Tuyệt mật'], 'tuyetMat'],
    [['Độ mật:', 'Mật'], 'mat'],
    [['MẬT - HỎA TỐC'], 'mat'],
    [['KHẨN TỐI MẬT'], 'toiMat'],
    [['HOẢ TỐC', 'TỐI MẬT'], 'toiMat'],
    [['TÀI LIỆU MẬT'], 'mat'],
    [['BẢN SAO TUYỆT MẬT'], 'tuyetMat'],
    [['MẬT BẢN SỐ: 02'], 'mat'],
    [['Số: 12/BC-UBND MẬT'], 'mat'],
    [['Số: 12/BC-UBND   MẬT          Minh họa 01, ngày 05 tháng 02 năm 2026'], 'mat'],
    [['MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], 'mat'],
    [['UBND TỈNH MINH HỌA 01', 'Số: 12/BC-UBND', 'TOI MAT'], 'toiMat'],
    [['MẬT', 'TỐI MẬT'], 'toiMat'],
    [['MẬT'.normalize('NFD')], 'mat'],
    // A mark that was lifted is for people to tell.
    [['MẬT', 'ĐÃ GIẢI MẬT'], 'mat'],
  ])('%j is marked %s', (lines, level) => {
    expect(secretMark(lines)?.level).toBe(level);
  });

  it.each([
    'bảo mật',
    'BẢO MẬT',
    'BÍ MẬT NHÀ NƯỚC',
    'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15',
    'QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'mật độ',
    'MẬT ĐỘ DÂN SỐ',
    'MẬT KHẨU',
    'Mật khẩu: ********',
    'giải mật',
    'GIẢI MẬT',
    'ĐÃ GIẢI MẬT',
    'Danh mục tài liệu mật, tối mật',
    'QUẢN LÝ VĂN BẢN MẬT',
    'Văn bản đến có độ mật được đăng ký riêng',
    'Độ mật: Không',
    'Độ mật: Thường',
    'Độ mật:',
    'Mật ong Minh họa',
    'Số văn bản mật: 0',
    'KHẨN',
    'HỎA TỐC',
    'THƯỢNG KHẨN',
    'MẶT',
    'MẤT',
    'MẬT ONG MINH HỌA',
    'CƠ MẬT VIỆN',
    'AN TOÀN, BẢO MẬT THÔNG TIN',
    'Phòng chống lộ, lọt bí mật nhà nước, tin tối mật',
    'TỐI ĐA',
    '',
  ])('“%s” is no mark', (line) => {
    expect(secretMark([line])).toBeNull();
    expect(secretMark(['UBND TỈNH MINH HỌA 01', line, 'Số: 12/BC-UBND'])).toBeNull();
  });

  it('the line is told in which it stands', () => {
    expect(secretMark(['UBND TỈNH MINH HỌA 01', '  M Ậ T ', 'MẬT'])).toEqual({ level: 'mat', from: 'M Ậ T' });
  });

  it('a mark is found wherever it stands among other lines, and nothing throws', () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('BÍ MẬT NHÀ NƯỚC', 'KHẨN', 'Số: 1/KH-MH', '\u0323'.repeat(60)));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        expect(secretMark([...before, 'TUYỆT MẬT', ...after])?.level).toBe('tuyetMat');
      }),
    );
  });

  it('each level has its sentence in both languages', () => {
    for (const language of LANGUAGES) for (const level of SECRET_LEVELS) expect(secretMarkText({ level, from: '' }, language)).toMatch(/MẬT.*\.$/);
  });
});
