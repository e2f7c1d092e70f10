import { describe, expect, it } from 'vitest';
import { monthsAfter } from '../quantity/calendar-date.ts';
import { ownCauses } from './own-cause.ts';

describe('[F43] one’s own cause', () => {
  const bodies = ['so-minh-hoa-a', 'tinh-minh-hoa-01'];
  const of = (to: string | null, months: number, today: string) => ownCauses([{ bodies, from: '2020-01-01', to }], [], months, today);

  it('is the sheet of a body to which somebody belongs, of those above it, and for the months of the round after they left', () => {
    expect(of(null, 24, '2026-01-01')).toEqual(bodies.map((body) => ({ body, grounds: [{ ground: 'member', until: null }] })));
    expect(of('2026-01-01', 24, '2026-01-01')[0]?.grounds).toEqual([{ ground: 'member', until: null }]);
    expect(of('2024-02-29', 24, '2026-02-28')[0]?.grounds).toEqual([{ ground: 'formerMember', until: '2026-02-28' }]);
    expect(of('2024-02-29', 24, '2026-03-01')).toEqual([]);
    expect(of('2024-01-31', 0, '2024-02-01')).toEqual([]);
    expect(ownCauses([{ bodies, from: '2026-01-02', to: null }], [], 24, '2026-01-01')).toEqual([]);
  });

  it('is what was declared too, each ground once', () => {
    const left = (to: string) => ({ bodies: ['a'], from: '2020-01-01', to });
    expect(ownCauses([left('2025-01-01'), left('2025-06-01')], [{ body: 'a', kind: 'kin' }], 24, '2026-01-01')).toEqual([
      {
        body: 'a',
        grounds: [
          { ground: 'formerMember', until: '2027-06-01' },
          { ground: 'kin', until: null },
        ],
      },
    ]);
  });

  it('ends on the last day of a month that has no such day', () => {
    expect(['2024-01-31', '2023-01-31', '2023-12-31', '2023-05-31'].map((date) => monthsAfter(date, 1))).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2024-01-31',
      '2023-06-30',
    ]);
  });
});
