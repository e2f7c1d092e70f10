import { expect, it } from 'vitest';
import { subjectWithKind } from './citing.ts';

it('[F33] a list of documents says what kind each is, by its number, and says it once', () => {
  const subjects: [number: string, subject: string][] = [
    ['878/QĐ-BNV', 'Ban hành Kế hoạch triển khai (minh họa)'],
    ['6203/BNV-CCHC', 'hướng dẫn tự đánh giá (minh họa)'],
    ['12/KH-UBND', 'Kế hoạch xác định Chỉ số (minh họa)'],
  ];
  expect(subjects.map(([number, subject]) => subjectWithKind(number, subject))).toEqual([
    'Quyết định ban hành Kế hoạch triển khai (minh họa)',
    'Công văn hướng dẫn tự đánh giá (minh họa)',
    'Kế hoạch xác định Chỉ số (minh họa)',
  ]);
});
