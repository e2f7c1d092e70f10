import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore } from '../quantity/calendar-date.ts';
import { inForceOn } from './dated.ts';

describe('dayAfter and dayBefore', () => {
  it.each([
    ['2025-06-29', '2025-06-30'],
    ['2025-06-30', '2025-07-01'],
    ['2024-02-28', '2024-02-29'],
    ['2025-02-28', '2025-03-01'],
    ['2025-12-31', '2026-01-01'],
  ])('%s is followed by %s', (date, next) => {
    expect(dayAfter(date)).toBe(next);
    expect(dayBefore(next)).toBe(date);
  });
});

describe('inForceOn', () => {
  const list = [
    { to: '2025-06-30', label: 'first' },
    { from: '2025-09-01', label: 'second' },
  ];

  it.each([
    ['2000-01-01', 'first'],
    ['2025-06-30', 'first'],
    ['2025-07-01', undefined],
    ['2025-08-31', undefined],
    ['2025-09-01', 'second'],
  ])('on %s it is %s', (date, label) => expect(inForceOn(list, date)?.label).toBe(label));
});
