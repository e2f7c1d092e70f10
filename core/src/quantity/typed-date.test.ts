import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, PHRASES } from '../words/index.ts';
import { dayNumber } from './calendar-date.ts';
import { displayDate } from './display.ts';
import { DATE_REFUSALS, readTypedDate } from './typed-date.ts';

const tell = (text: string): string => {
  const typed = readTypedDate(text);
  return typed.kind === 'read' ? typed.value : typed.kind === 'refused' ? `✗ ${typed.reason}` : typed.kind;
};

describe('a date as a clerk types it', () => {
  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['31/12/2025', '2025-12-31'],
    ['5/3/2025', '2025-03-05'],
    ['05-03-2025', '2025-03-05'],
    ['05–03–2025', '2025-03-05'],
    ['5.3.2025', '2025-03-05'],
    [' 05 / 03 / 2025 ', '2025-03-05'],
    ['０５/０３/２０２５', '2025-03-05'],
    ['2025-03-05', '2025-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', '✗ noSuchDay'],
    ['31/04/2025', '✗ noSuchDay'],
    ['0/1/2025', '✗ noSuchDay'],
    ['1/1/0000', '✗ noSuchDay'],
    ['12/25/2025', '✗ noSuchMonth'],
    ['2025-13-01', '✗ noSuchMonth'],
    ['5/3/25', '✗ shortYear'],
    ['5/3-2025', '✗ notADate'],
    ['2025/03/05', '✗ notADate'],
    ['05032025', '✗ notADate'],
    ['5 3 2025', '✗ notADate'],
    ['5/3', '✗ notADate'],
    ['5/3/20255', '✗ notADate'],
    ['ngày 5 tháng 3 năm 2025', '✗ notADate'],
  ])('“%s” → %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it('every day is read back from every way of writing it', () => {
    const day = fc
      .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (date, mark, short) => {
        const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
        const written = [dayOfMonth, month].map((part) => (short ? String(Number(part)) : part));
        expect(tell([...written, year].join(mark))).toBe(date);
        expect(tell(displayDate(date))).toBe(date);
        expect(tell(date)).toBe(date);
      }),
    );
  });

  it('whatever is typed, what is read is a day of the calendar', () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10_000 })).map(String);
    const typed = fc.oneof(
      fc.string(),
      fc.tuple(part, part, part, fc.constantFrom('/', '-', '.')).map(([a, b, c, mark]) => [a, b, c].join(mark)),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readTypedDate(text);
        if (read.kind === 'read') expect(dayNumber(read.value)).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it('every refusal has its sentence in both languages', () => {
    for (const language of LANGUAGES) for (const reason of DATE_REFUSALS) expect(PHRASES[language].typedDate[reason]).toMatch(/\.$/);
  });
});
