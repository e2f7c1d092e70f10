import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PHRASES } from './phrases.ts';
import { deadlineText, openingText } from './step-times.ts';

it('[F35] says a closing as an office does: at midnight by the day that ends, else by the hour', () => {
  expect(deadlineText('2026-12-29T17:00:00.000Z', 'vi')).toBe('hết ngày 29/12/2026');
  expect(deadlineText('2026-12-30T00:00:00+07:00', 'vi')).toBe('hết ngày 29/12/2026');
  expect(deadlineText('2027-01-01T00:00:00+07:00', 'en')).toBe('the end of 31/12/2026');
  expect(deadlineText('2026-12-29T10:00:00.000Z', 'vi')).toBe('17 giờ 00 ngày 29/12/2026');
  expect(deadlineText('2026-12-29T23:59:00+07:00', 'vi')).toBe('23 giờ 59 ngày 29/12/2026');
  expect(openingText('2026-12-01T00:00:00+07:00', 'vi')).toBe('ngày 01/12/2026');
  expect(openingText('2026-12-01T08:00:00+07:00', 'vi')).toBe('08 giờ 00 ngày 01/12/2026');
});

it('never names midnight', () => {
  const moments = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2299-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.boolean(), (moment, whole) => {
      const iso = (whole ? `${moment.toISOString().slice(0, 10)}T17:00:00.000Z` : moment.toISOString()) as string;
      for (const say of [deadlineText, openingText]) for (const language of ['vi', 'en'] as const) expect(say(iso, language)).not.toMatch(/00 giờ 00|00:00/);
    }),
  );
});

it('[F35] says of a moment out of range what it must come after, as deadlines are said', () => {
  const details = { found: '2024-02-01T00:00:00+07:00', expected: '> 2024-02-29T17:00:00.000Z' };
  expect(PHRASES.vi.fault.outOfRange(details)).toBe('Thời điểm “hết ngày 31/01/2024” phải muộn hơn mốc “hết ngày 29/02/2024”.');
  expect(PHRASES.en.fault.outOfRange(details)).toBe('The time “the end of 31/01/2024” must be later than “the end of 29/02/2024”.');
  expect(PHRASES.vi.fault.outOfRange({ found: '2024-02-01T00:00:00+07:00' })).toBe('Giá trị “hết ngày 31/01/2024” ngoài phạm vi cho phép.');
  expect(PHRASES.vi.fault.outOfRange({ found: '7', expected: '≤ 5' })).toContain('“7”');
});
