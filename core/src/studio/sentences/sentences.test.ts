import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

const item = (maximum: string, penalty = false) => ({ code: '1.1', title: 'Nội dung minh họa', maximum, penalty });
const read = (text: string, maximum = '2', penalty = false) => readRule([{ text }], item(maximum, penalty));
const ratio = { ratio: ['c1_1_of', 'c1_1_to'], whenNothing: 'notApplicable', over: 'refuse' };

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

  it('for each', () => {
    expect(read('Mỗi sáng kiến được 0,25 điểm, tối đa 1 điểm', '1')).toMatchObject({
      rule: { kind: 'perUnit', of: { figure: 'c1_1' }, points: '0.25', free: '0' },
      figures: [{ title: 'Số sáng kiến' }],
      doubts: [],
    });
    expect(read('Mỗi văn bản chậm trừ 0,5 điểm')).toMatchObject({ rule: { kind: 'formula', expression: '2 - 0.5 * c1_1' }, doubts: [] });
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

  it('is left to a person where it is not understood', () => {
    for (const text of ['Chấm theo hướng dẫn của Bộ Minh họa', '', 'Từ 90% trở lên', 'Điều tra xã hội học', 'Có: 1; một phần: 0,25; đầy đủ: 0,4'])
      expect(read(text), text).toBeUndefined();
  });
});
