import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

const read = (text: string, maximum = '2', penalty = false) => readRule([{ text }], { code: '1.1', title: 'Nội dung minh họa', maximum, penalty });

describe('[F8] a rule that was read from words carries a doubt wherever it may have lost what they say', () => {
  it.each([
    // For whom, or when, it holds.
    ['Chỉ áp dụng với đơn vị có thủ tục hành chính:\n- Từ 90% trở lên: 2 điểm\n- Dưới 90%: 0 điểm', 'wordsLeft'],
    ['Đối với cấp tỉnh:\n- Từ 90% trở lên: 2 điểm\n- Dưới 90%: 0 điểm', 'wordsLeft'],
    ['Có kế hoạch và hoàn thành từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm', 'wordsLeft'],
    // Of two things, or of two years.
    ['Số văn bản chậm dưới 3: 2 điểm; số ngày chậm từ 3 trở lên: 0 điểm', 'wordsLeft'],
    ['Tăng từ 2% trở lên: 2 điểm; tăng dưới 2%: 0 điểm', 'wordsLeft'],
    // What is left over, and the least.
    ['Đúng hạn: 2 điểm; chậm không quá 15 ngày: 1 điểm', 'restUnsaid'],
    ['Đầy đủ: 2 điểm; thiếu 1 nội dung: 1 điểm', 'restUnsaid'],
    ['Xuất sắc: 2 điểm; tốt: 1 điểm', 'restUnsaid'],
    // Parts, of which one gives nothing, may be levels.
    ['Trình duyệt đúng hạn: 1 điểm; công khai kết quả: 0,5 điểm; gửi báo cáo: 0,5 điểm; lập sổ theo dõi: 0 điểm', 'oneOrSum'],
    ['Điểm = tỷ lệ hồ sơ đúng hạn x 1', 'topIsNotMaximum'],
    ['Điểm = tỷ lệ hồ sơ đúng hạn x 20', 'topIsNotMaximum'],
    ['Không phát sinh: 2 điểm; mỗi đơn được 0,5 điểm', 'wordsLeft'],
    ['Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm\nRiêng đơn vị đạt 100% hai năm liền được cộng', 'wordsLeft'],
  ])('%s', (text, code) => expect(read(text)?.doubts.map((doubt) => doubt.code)).toContain(code));

  it('bands of a penalty that leave nobody without one', () => {
    expect(read('Chậm dưới 3 ngày: trừ 1 điểm; chậm từ 3 ngày trở lên: trừ 2 điểm', '2', true)?.doubts).toContainEqual({ code: 'restUnsaid', details: {} });
  });

  it.each([
    'Mỗi 10 hồ sơ trễ hạn trừ 0,5 điểm',
    'Mỗi 02 sáng kiến được 0,5 điểm',
    'Cứ mỗi 10% tăng thêm được 0,5 điểm',
    'Mỗi hội nghị được 0,5 điểm; mỗi tin bài được 0,1 điểm; tối đa 2 điểm',
    'Mỗi mô hình cấp tỉnh cộng 0,5 điểm, cấp bộ cộng 1 điểm, tối đa không quá 2 điểm',
    '01 văn bản chậm trừ 0,25 điểm',
    'Hoàn thành: từ 1 đến 1,5 điểm; không hoàn thành: 0 điểm',
    'So với năm trước tăng từ 5% trở lên: 2 điểm; dưới 5%: 0 điểm',
    'Điểm = tỷ lệ tăng so với năm trước × 2',
    'Thiếu một trong các nội dung trừ 0,5 điểm',
    'Không đạt 90%: 0 điểm; đạt từ 90% trở lên: 2 điểm',
    'Mỗi hai báo cáo chậm trừ 0,5 điểm',
    'Từ 12,500 hồ sơ trở lên: 2 điểm; dưới 12,500 hồ sơ: 0 điểm',
    'Dưới 5% nhưng đã xin lỗi: 2 điểm; từ 5% trở lên: 0 điểm',
    'Từ 90% trở lên và không có hồ sơ quá hạn: 2 điểm; dưới 90%: 0 điểm',
  ])('is left to a person: %s', (text) => {
    const draft = read(text);
    expect(draft === undefined || draft.doubts.length > 0, JSON.stringify(draft)).toBe(true);
    if (draft) expect(['bands', 'proportional', 'perUnit', 'formula', 'deduct']).not.toContain(draft.rule.kind);
  });

  it('what is said plainly carries none', () => {
    for (const [text, maximum, penalty] of [
      ['Mỗi báo cáo chậm trừ 0,5 điểm, tối đa trừ 2 điểm', '2', true],
      ['Mỗi báo cáo chậm trừ 0,5 điểm, tối đa trừ 2 điểm', '2', false],
      ['Không có: 0 điểm; mỗi sáng kiến được 0,5 điểm', '2', false],
      ['Tỷ lệ hồ sơ tiếp nhận và giải quyết đúng hạn từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm', '2', false],
      ['Nếu tỷ lệ hồ sơ đúng hạn đạt từ 90% trở lên: 2 điểm; nếu tỷ lệ này dưới 90%: 0 điểm', '2', false],
      ['Chọn một mức:\n- Xuất sắc: 2 điểm\n- Tốt: 1 điểm', '2', false],
    ] as const)
      expect(read(text, maximum, penalty), text).toMatchObject({ doubts: [] });
  });
});
