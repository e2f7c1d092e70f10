import { expect, it } from 'vitest';
import { endingIn, formatBeginning, formatEnding, momentIn } from './format.ts';

it('takes a closing by its last day, and writes it so again; an hour is kept', () => {
  for (const typed of ['29/12/2026', ' 29-12-2026 ', 'hết ngày 29/12/2026', '00:00 30/12/2026']) {
    const ending = endingIn(typed) ?? '';
    expect(new Date(ending).toISOString()).toBe('2026-12-29T17:00:00.000Z');
    expect(formatEnding(ending)).toBe('29/12/2026');
  }
  for (const typed of ['17:00 29/12/2026', '17h00 29/12/2026', '17 giờ 00 ngày 29/12/2026']) {
    const ending = endingIn(typed) ?? '';
    expect(new Date(ending).toISOString()).toBe('2026-12-29T10:00:00.000Z');
    expect(formatEnding(ending)).toBe('17:00 29/12/2026');
  }
  expect([endingIn('31/02/2026'), endingIn('25:00 01/02/2026'), endingIn('')]).toEqual([undefined, undefined, undefined]);
  expect(momentIn('01/12/2026')).toBe('2026-12-01T00:00:00+07:00');
  expect([formatBeginning('2026-11-30T17:00:00Z'), formatBeginning('2026-12-01T01:00:00Z')]).toEqual(['01/12/2026', '08:00 01/12/2026']);
});
