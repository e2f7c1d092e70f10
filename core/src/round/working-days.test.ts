import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import { daysOffByDate, deadlineOnDayOff, fixedDaysOffOf, isWeekend, isWorkingDay, nextWorkingDay, readFixedDaysOff } from './index.ts';

/** Invented notice: Thursday to Sunday off, Saturday of the week after worked in exchange. */
const daysOff = daysOffByDate([
  { date: '2026-01-01', kind: 'off', name: 'Tết Dương lịch' },
  { date: '2026-01-02', kind: 'off', name: 'Nghỉ hoán đổi (minh họa)' },
  { date: '2026-01-10', kind: 'worked', name: 'Làm bù (minh họa)' },
]);

describe('working days', () => {
  it.each([
    ['2025-12-31', true],
    ['2026-01-01', false],
    ['2026-01-02', false],
    ['2026-01-03', false],
    ['2026-01-04', false],
    ['2026-01-05', true],
    ['2026-01-10', true],
    ['2026-01-11', false],
    ['1999-12-31', true],
    ['1999-12-26', false],
  ])('%s is worked: %s', (day, worked) => expect(isWorkingDay(day, daysOff)).toBe(worked));

  it('[F35] a deadline on a day off is flagged with the next working day; one on a working day is not', () => {
    expect(deadlineOnDayOff('2026-01-01', daysOff)).toEqual({ day: '2026-01-01', name: 'Tết Dương lịch', nextWorkingDay: '2026-01-05' });
    expect(deadlineOnDayOff('2026-01-03', daysOff)).toEqual({ day: '2026-01-03', name: null, nextWorkingDay: '2026-01-05' });
    expect(deadlineOnDayOff('2026-01-10', daysOff)).toBeUndefined();
    expect(nextWorkingDay('2025-12-31', daysOff)).toBe('2025-12-31');
  });

  it('knows weekends before and after the day from which it counts', () => {
    expect(['1999-12-31', '2000-01-01', '2000-01-02', '2000-01-03', '1900-01-06', '2026-11-28'].map(isWeekend)).toEqual([false, true, true, false, true, true]);
  });
});

describe('the days off that the Labour Code fixes', () => {
  const stored = readJson(readFileSync(new URL('../../../data/days-off.json', import.meta.url), 'utf8')).value;

  it('are four in every year, each with the article that says so', () => {
    const days = fixedDaysOffOf(readFixedDaysOff(stored).days ?? [], 2027);
    expect(days.map(({ date }) => date)).toEqual(['2027-01-01', '2027-04-30', '2027-05-01', '2027-09-02']);
    for (const { kind, source } of days) {
      expect(kind).toBe('off');
      expect(source).toContain('45/2019/QH14, Điều 112');
    }
  });

  it('are refused where the file names days that there are not, or one twice', () => {
    const rule = (monthDay: string): Raw => ({ monthDay, name: { vi: 'Ngày minh họa' }, source: 'Minh họa' });
    const { faults } = readFixedDaysOff({ format: 'parindex-days-off/1', fixed: [rule('02-30'), rule('01-01'), rule('01-01'), rule('1-1')] });
    expect(faults?.list.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'wrongType /fixed/3/monthDay',
      'outOfRange /fixed/0/monthDay',
      'duplicateId /fixed/2/monthDay',
    ]);
  });
});
