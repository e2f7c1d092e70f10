import { describe, expect, it } from 'vitest';
import type { Scheme } from '../scheme/types.ts';
import { readSchemeOf } from '../testing/documents.ts';
import { domain, item, scheme as schemeWith } from '../testing/small-round.ts';
import { nextPointsText } from './next-points-words.ts';
import { schemeNames } from './scheme-names.ts';

const levels = [
  { id: 'a', points: 1 },
  { id: 'b', upTo: '0.5' },
];
const checks = [
  { id: 'k', title: { vi: 'Có kế hoạch' }, points: '0.5' },
  { id: 'l', points: '0.5' },
];
const scheme = readSchemeOf(
  schemeWith({
    figures: [{ id: 'inspected', type: 'amount', title: { vi: 'Số đơn vị được kiểm tra', en: 'Units inspected' } }],
    domains: [domain('1', [item('1.1'), item('1.2', { rule: { kind: 'levels', levels } }), item('1.3', { rule: { kind: 'checks', checks } })])],
  }),
).scheme as Scheme;
const names = { vi: schemeNames(scheme, 'vi'), en: schemeNames(scheme, 'en') };

describe('what the next points want, in words', () => {
  const [first, second, third] = ['1.1', '1.2', '1.3'].map((code) => names.vi.item(code)) as [never, never, never];
  const step = { more: '2', wanted: '5', points: '1/1' };
  const figure = {
    kind: 'figure',
    figure: 'inspected',
    present: '3',
    unit: '1',
    next: step,
    full: { more: '1231.5', wanted: '1234.5', points: '3/2' },
    gradual: false,
    alsoChanges: [],
  } as const;

  it('[F119] points are rounded as the scheme says: all digits stand in the explanation alone', () => {
    const uneven = { ...figure, next: { ...step, points: '10043/7000' }, full: undefined } as never;
    expect(nextPointsText(first, uneven, names.vi).join(' ')).toMatch(/để đạt 1,43 điểm/);
  });

  it('the rise of a figure', () => {
    expect(nextPointsText(first, figure, names.vi)).toEqual([
      '“Số đơn vị được kiểm tra” cần tăng thêm 2 (từ 3 lên 5) để đạt 1 điểm.',
      'Để đạt điểm tối đa 1,5 điểm, cần tăng thêm 1.231,5 (lên 1.234,5).',
    ]);
    expect(nextPointsText(first, { ...figure, full: null }, names.en)).toEqual(['“Units inspected” needs 2 more (from 3 to 5) to reach 1 point.']);
    expect(nextPointsText(first, { ...figure, gradual: true }, names.vi)).toEqual([
      '“Số đơn vị được kiểm tra” cần tăng thêm 1.231,5 (từ 3 lên 1.234,5) để đạt điểm tối đa 1,5 điểm.',
    ]);
    expect(nextPointsText(first, figure, names.en)[1]).toBe('The full 1.5 points need 1,231.5 more (up to 1,234.5).');
  });

  it('another answer, and things to be done', () => {
    expect(nextPointsText(first, { kind: 'option', option: true, points: '1/1', upTo: false, alsoChanges: [] }, names.vi)).toEqual([
      'Phương án có điểm cao hơn tiếp theo là “Có”: 1 điểm.',
    ]);
    expect(nextPointsText(second, { kind: 'option', option: 'b', points: '1/2', upTo: true, alsoChanges: [] }, names.en)).toEqual([
      'The next answer worth more is “b”: up to 0.5 points.',
    ]);
    expect(nextPointsText(third, { kind: 'checks', add: ['k', 'l'], points: '1/1', alsoChanges: [] }, names.vi)).toEqual([
      'Chưa xác nhận “Có kế hoạch”, “l”; thực hiện xong thì đạt 1 điểm.',
    ]);
  });
});
