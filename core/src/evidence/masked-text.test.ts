import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskedAt, maskedText, passagesAt, spansOf } from './masked-text.ts';
import { personalPassages } from './personal-data.ts';

/** Letters so few that passages overlap and repeat, none of them of the mark. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ư', '😀'), maxLength: 30 });
const passages = fc.array(
  letters.filter((text) => text !== ''),
  { maxLength: 4 },
);

describe('[F116] a masked text', () => {
  it('holds no passage that was masked, and for the rest what it held', () => {
    fc.assert(
      fc.property(letters, passages, (text, masked) => {
        const kept = maskedText(text, masked).split(MASK);
        for (const passage of masked) for (const part of kept) expect(part.includes(passage)).toBe(false);
        const spans = spansOf(text, masked);
        const whole = kept.map((part, index) => part + text.slice(...(spans[index] ?? [0, 0]))).join('');
        expect(whole).toBe(text);
        for (const [from, to] of spans) expect(masked.some((passage) => text.slice(from, to).includes(passage))).toBe(true);
      }),
    );
  });

  it('stays as it is when it is masked once more, and is the same by the passages that its places name', () => {
    fc.assert(
      fc.property(letters, passages, (text, masked) => {
        const once = maskedText(text, masked);
        expect(maskedText(once, masked)).toBe(once);
        const spans = spansOf(text, masked);
        expect(maskedText(text, passagesAt(text, spans)).split(MASK).join('').length).toBeLessThanOrEqual(once.split(MASK).join('').length);
        expect(maskedAt(text, [])).toBe(text);
      }),
    );
  });
});

describe('[F116] passages with personal data', () => {
  it.each([
    ['Liên hệ bà Trần Thị Minh Họa, điện thoại 0912 345 678 (cơ quan: 024 3936 0000).', ['Trần Thị Minh Họa', '0912 345 678']],
    ['Đồng chí Lò A Sử và ông H’Minh đã ký.', ['Lò A Sử', 'H’Minh']],
    [
      'CCCD 001 203 004 567 của ông Nguyễn Văn A sinh ngày 02/9/1985; minhhoa@example.com',
      ['001 203 004 567', 'Nguyễn Văn A', '02/9/1985', 'minhhoa@example.com'],
    ],
    ['Số tài khoản: 1234 5678 9012 tại ngân hàng Minh họa', ['1234 5678 9012']],
    ['Tài khoản kho bạc, số tài khoản 9527.3.1234567; hòm thư vanthu@minhhoa.gov.vn', []],
    ['Kế hoạch 45/KH-UBND ngày 02/9/2022 của UBND Thành phố Hồ Chí Minh và tỉnh Bà Rịa - Vũng Tàu đạt 98,5%.', []],
    ['Mã số thuế 0101234567 của doanh nghiệp', []],
    ['Điện thoại\u00a00912\u00a0345\u00a0678', ['0912\u00a0345\u00a0678']],
    // What is said of something else in the same sentence lets nothing through.
    ['Kinh phí từ ngân sách chi cho bà Nguyễn Thị Minh Họa, số tài khoản 0123456789012 tại ngân hàng Minh họa.', ['Nguyễn Thị Minh Họa', '0123456789012']],
    ['Doanh nghiệp có mã số thuế 0312345678; liên hệ ông Lê Nam, điện thoại 0912345678.', ['Lê Nam', '0912345678']],
    ['NGUYỄN VĂN MINH HỌA, Nguyễn  Văn  A, Doãn Minh Họa', ['NGUYỄN VĂN MINH HỌA', 'Nguyễn  Văn  A', 'Doãn Minh Họa']],
    ['Anh Tuấn và chị Hoa thi tiếng Anh B1; hộ chiếu số B1234567', ['Tuấn', 'Hoa', 'B1234567']],
    ['Gọi (0912) 345678 hoặc 09123 45678, họp ngày 03-12-2022 có 15 hồ sơ', ['0912) 345678', '09123 45678']],
  ])('are found as they are written: %s', (text, found) => {
    expect(personalPassages(text).toSorted()).toEqual(found.toSorted());
    for (const passage of personalPassages(text)) expect(text).toContain(passage);
  });
});
