import { describe, expect, it } from 'vitest';
import { standingBases } from './standing-bases.ts';

const basis = (number: string, title: string) => ({ number, title: { vi: title } });

describe('[F36] the grounds that a round of 2024 stands on', () => {
  const standing = (filed: readonly string[], ...bases: ReturnType<typeof basis>[]) => standingBases(bases, 2024, filed).map(({ number }) => number);

  it('are not the plan and guidance of another year', () => {
    const [plan, law] = [basis('878/QĐ-BMH', 'Kế hoạch triển khai xác định Chỉ số năm 2022'), basis('76/NQ-MH', 'Chương trình tổng thể giai đoạn 2021 - 2030')];
    expect(standing([], plan, law)).toEqual(['76/NQ-MH']);
  });

  it('are those whose title names a span of years', () => {
    expect(
      standing([], basis('1/QĐ-BMH', 'Kế hoạch cải cách hành chính đến năm 2030'), basis('2/QĐ-BMH', 'Đề án xác định Chỉ số từ năm 2022 đến năm 2030')),
    ).toEqual(['1/QĐ-BMH', '2/QĐ-BMH']);
  });

  it('are not cited a second time where the round files them, however their number is spaced', () => {
    expect(standing(['6203 / BMH-CCHC'], basis('6203/BMH-CCHC', 'Hướng dẫn tự đánh giá năm 2024'))).toEqual([]);
  });
});
