import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

const item = (maximum: string, penalty = false) => ({ code: '1.1', title: 'Nội dung minh họa', maximum, penalty });
const read = (text: string, maximum = '2', penalty = false) => readRule([{ text }], item(maximum, penalty));
const ratio = { ratio: ['c1_1_of', 'c1_1_to'], whenNothing: 'zero', over: 'refuse' };

describe('[F8] a rule in words', () => {
  it('in proportion between a floor and a target', () => {
    expect(read('Từ 95% trở lên: 2 điểm; từ 80% đến dưới 95%: điểm = tỷ lệ × 2 / 95%; dưới 80%: 0 điểm')).toMatchObject({
      rule: { kind: 'proportional', of: ratio, target: '0.95', floor: '0.8', belowFloor: '0' },
      doubts: [],
    });
    expect(read('Tính điểm theo công thức: (Tỷ lệ hồ sơ đúng hạn x điểm tối đa)/100%')).toMatchObject({
      rule: { kind: 'proportional', target: '1' },
      doubts: [],
    });
    expect(read('Từ 90% trở lên: 2; từ 80% đến dưới 95%: điểm = tỷ lệ × 2 / 95%; dưới 80%: 0')?.doubts).toMatchObject([{ code: 'targetDiffers' }]);
  });

  it('in bands, whatever their order, numbers and signs', () => {
    const bands = {
      kind: 'bands',
      bands: [
        { from: '0.9', points: '2' },
        { from: '0.7', points: '1' },
      ],
      otherwise: '0',
    };
    for (const text of [
      '- Đạt từ 90% trở lên: 2 điểm\n- Đạt từ 70% đến dưới 90%: 1 điểm\n- Dưới 70%: 0 điểm',
      'Dưới 70% không tính điểm; từ 70% - dưới 90%: 1,0; từ 90% trở lên: điểm tối đa.',
      '≥ 90%: 2; 70% ≤ tỷ lệ < 90%: 1; < 70%: 0',
      'Từ 90% trở lên được 2 điểm. Từ 70% đến dưới 90% được 1 điểm. Dưới 70% được 0 điểm.',
      'Từ 90% trở lên: 2đ; từ 70% đến dưới 90%: 50% số điểm; các trường hợp còn lại: 0',
    ])
      expect(read(text), text).toMatchObject({ rule: bands, doubts: [] });
    expect(read('Từ 1 đến 3 văn bản: 1; từ 4 văn bản trở lên: 0; 0 văn bản: 2')).toMatchObject({
      rule: {
        kind: 'bands',
        of: { figure: 'c1_1' },
        bands: [
          { from: '4', points: '0' },
          { from: '1', points: '1' },
          { from: '0', points: '2' },
        ],
      },
      figures: [{ title: 'Số văn bản', named: true }],
      doubts: [],
    });
  });

  it('and says where bands leave a gap, overlap, or do not say whose an edge is', () => {
    const codes = (text: string, maximum?: string) => read(text, maximum)?.doubts.map(({ code }) => code);
    expect(codes('Từ 90% trở lên: 2; từ 70% đến dưới 85%: 1; dưới 70%: 0')).toEqual(['gap']);
    expect(codes('Từ 90% trở lên: 2; từ 70% đến 90%: 1; dưới 70%: 0')).toEqual(['edgeUnsaid']);
    expect(codes('Từ 90% trở lên: 2; từ 70% đến dưới 95%: 1; dưới 70%: 0')).toEqual(['overlap']);
    expect(codes('Từ 90% trở lên: 2; từ 70% đến dưới 90%: 1')).toEqual(['restUnsaid']);
    expect(codes('Từ 90% trở lên: 1,5; dưới 90%: 0')).toEqual(['topIsNotMaximum']);
  });

  it('of two cases, of parts, of levels', () => {
    expect(read('Đúng thời hạn: 0,5; không đúng: 0', '0.5')).toMatchObject({ rule: { kind: 'yesNo', yes: '0.5', no: '0' }, doubts: [] });
    expect(read('Không ban hành: 0 điểm\nBan hành kịp thời (1.5 điểm)', '1.5')).toMatchObject({ rule: { kind: 'yesNo', yes: '1.5', no: '0' }, doubts: [] });
    expect(read('Có xác định mục tiêu: 0,5\nCó phân công rõ đơn vị: 0,25\nCó bố trí kinh phí: 0,25', '1')).toMatchObject({
      rule: { kind: 'checks', all: false, checks: [{ points: '0.5' }, { points: '0.25' }, { points: '0.25' }] },
      doubts: [],
    });
    expect(read('Ban hành trong quý I: 1 điểm; ban hành trong quý II: 0,5 điểm; không ban hành: 0 điểm', '1')).toMatchObject({
      rule: { kind: 'levels', levels: [{ points: '1' }, { points: '0.5' }, { points: '0' }] },
    });
  });

  it('in proportion, where letters stand for two numbers', () => {
    const floored = { kind: 'proportional', of: ratio, target: '1', floor: '0.8', belowFloor: '0' };
    const figures = [
      { title: 'Số vấn đề đã xử lý', named: true },
      { title: 'Tổng số vấn đề phải xử lý', named: true },
    ];
    for (const text of [
      'Nếu tỷ lệ vấn đề đã xử lý đạt từ 80% - 100% thì điểm đánh giá được tính theo công thức:\n(b/a) x điểm tối đa\nTrong đó:\na là tổng số vấn đề phải xử lý\nb là số vấn đề đã xử lý\nNếu tỷ lệ này < 80% thì điểm đánh giá là 0',
      'Từ 80% trở lên: điểm = b/a*2,00, trong đó: a là tổng số vấn đề phải xử lý; b là số vấn đề đã xử lý. Dưới 80%: 0 điểm',
    ])
      expect(read(text), text).toMatchObject({ rule: floored, figures, doubts: [] });
    for (const text of ['Tính theo công thức: [(b/a)*100%]*2/100%', 'Điểm đánh giá = (b x điểm tối đa)/a', 'Điểm = 2 x b/a'])
      expect(read(text), text).toMatchObject({ rule: { kind: 'proportional', target: '1' }, figures: [{ named: false }, { named: false }] });
    // The same letter twice, and a hundred that is not divided by.
    for (const text of ['Điểm = (a/a) x 2', 'Điểm = (b/a) x 100 x 2']) expect(read(text), text).toBeUndefined();
  });

  it('in bands that say what they count', () => {
    const read15 = read('Hoàn thành 100% kế hoạch: 1,5\nHoàn thành từ 85% - dưới 100% kế hoạch: 0.75\nHoàn thành dưới 85% kế hoạch: 0', '1.5');
    expect(read15).toMatchObject({ rule: { kind: 'bands', of: ratio, bands: [{ from: '1' }, { from: '0.85', points: '0.75' }], otherwise: '0' }, doubts: [] });
    expect(read('Có từ 02 sáng kiến trở lên: 2; có 01 sáng kiến: 1; không có sáng kiến: 0')).toMatchObject({
      rule: {
        kind: 'bands',
        of: { figure: 'c1_1' },
        bands: [
          { from: '2', points: '2' },
          { from: '1', points: '1' },
          { from: '0', points: '0' },
        ],
      },
      figures: [{ title: 'Số sáng kiến' }],
      doubts: [],
    });
    for (const text of [
      '100% nhiệm vụ và đúng hạn: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0',
      'Từ 90% nhiệm vụ trở lên: 2; từ 80% hồ sơ trở lên: 1; dưới 80%: 0',
    ])
      expect(read(text), text).toBeUndefined();
  });

  it('of cases in words that hold a number, with a doubt', () => {
    const doubts = [{ code: 'numberInWords' }];
    expect(read('Từ 3 văn bản trở lên: 2; có 2 hội nghị: 1; không có: 0')).toMatchObject({ rule: { kind: 'levels' }, doubts });
    expect(read('Công khai đầy đủ 100% thủ tục: 2; Không đầy đủ: 0')).toMatchObject({ rule: { kind: 'yesNo', yes: '2' }, doubts });
    expect(read('Đúng tiến độ 100% số nhiệm vụ: 2 điểm. Hoàn thành 100% số nhiệm vụ nhưng có nhiệm vụ chậm: 1 điểm. Không hoàn thành: 0 điểm')).toMatchObject({
      rule: { kind: 'levels', levels: [{ points: '2' }, { points: '1' }, { points: '0' }] },
      doubts,
    });
  });

  it('for each', () => {
    expect(read('Mỗi sáng kiến được 0,25 điểm, tối đa 1 điểm', '1')).toMatchObject({
      rule: { kind: 'perUnit', of: { figure: 'c1_1' }, points: '0.25', free: '0' },
      figures: [{ title: 'Số sáng kiến' }],
      doubts: [],
    });
    expect(read('Mỗi văn bản chậm trừ 0,5 điểm')).toMatchObject({ rule: { kind: 'formula', expression: '2 - 0.5 * c1_1' }, doubts: [] });
    for (const text of ['Gửi đầy đủ, đúng hạn: 2\nThiếu hoặc chậm 01 báo cáo trừ 0,5 điểm', 'Đúng quy định: 2; mỗi báo cáo thiếu hoặc chậm bị trừ 0,5 điểm'])
      expect(read(text), text).toMatchObject({
        rule: { kind: 'formula', expression: '2 - 0.5 * c1_1' },
        figures: [{ title: 'Số báo cáo thiếu hoặc chậm' }],
        doubts: [],
      });
    expect(read('Đúng hạn: 2; chậm 1 ngày trừ 0,5; chậm quá 10 ngày: 0')?.doubts).toMatchObject([{ code: 'wordsLeft' }]);
    expect(read('Mỗi ngày chậm: trừ 1 điểm', '5', true)).toMatchObject({ rule: { kind: 'perUnit', points: '-1' } });
    expect(read('Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm', '1')?.doubts).toMatchObject([{ code: 'topIsNotMaximum' }]);
  });

  it('that takes away', () => {
    expect(read('Thiếu biểu mẫu: trừ 0,5 điểm; báo cáo sai thể thức: trừ 0,25 điểm')).toMatchObject({
      rule: { kind: 'deduct', combine: 'sum', checks: [{ points: '0.5' }, { points: '0.25' }] },
      doubts: [{ code: 'combineUnsaid' }],
    });
    expect(read('Đúng hạn: 2 điểm; chậm dưới 10 ngày: trừ 0,5 điểm')).toBeUndefined();
  });

  it('whose numbers may be thousands is never read as one with decimals', () => {
    for (const number of ['12,500', '12.500', '1.000', '1,000'])
      expect(read(`Từ ${number} hồ sơ trở lên: 2 điểm; dưới ${number} hồ sơ: 0 điểm`)?.rule.kind, number).not.toBe('bands');
    expect(read('Từ 12,5% trở lên: 2 điểm; dưới 12,5%: 0 điểm')).toMatchObject({ rule: { bands: [{ from: '0.125' }] }, doubts: [] });
  });

  it.each([
    { words: 'shares with a whole between them', text: 'Từ 150% đến 200%: 2; từ 0% đến 50%: 1', doubt: 'gap' },
    { words: 'a floor that is not taken', text: 'Trên 80% đến dưới 95%: điểm = tỷ lệ × 2 / 100%; dưới 80%: 0', doubt: 'edgeUnsaid' },
    { words: 'another case beside each', text: 'Mỗi sáng kiến được 0,5 điểm; được khen thưởng: 1 điểm', doubt: 'wordsLeft' },
    { words: 'rounding that is not read', text: 'Từ 90% trở lên: 2; dưới 90%: 0\nKết quả làm tròn theo quy tắc chung', doubt: 'wordsLeft' },
  ])('with a doubt: $words', ({ text, doubt }) => {
    expect(read(text)?.doubts.map(({ code }) => code)).toContain(doubt);
  });

  it('of a ratio that may be over its whole, as the words say', () => {
    expect(read('Từ 90% trở lên: 2; dưới 90%: 0\nTử số lớn hơn mẫu số thì tính 100%')).toMatchObject({ rule: { of: { over: 'cap' } } });
    expect(read('Từ 90% trở lên: 2; dưới 90%: 0\nTỷ lệ có thể vượt 100%')).toMatchObject({ rule: { of: { over: 'allow' } } });
  });

  it('is left to a person where it is not understood', () => {
    for (const text of ['Chấm theo hướng dẫn của Bộ Minh họa', '', 'Từ 90% trở lên', 'Điều tra xã hội học', 'Có: 1; một phần: 0,25; đầy đủ: 0,4'])
      expect(read(text), text).toBeUndefined();
  });
});
