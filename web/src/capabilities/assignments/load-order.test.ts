import { expect, it } from 'vitest';
import { inOrderOfUrgency } from './load-order.ts';
import type { LoadItem } from './queries/assignments.ts';

const part = (target: string, body: string, more: Partial<LoadItem>): LoadItem =>
  ({
    target,
    round: { id: 'minh-hoa' },
    body: { id: body },
    standing: null,
    late: false,
    waitsForMe: false,
    closes: '2026-12-20T17:00:00Z',
    ...more,
  }) as LoadItem;

it('[F33] what is given comes in order of urgency: to be decided, returned, late, by its end; approved last; sheets by what of them ends first', () => {
  const items = [
    part('approved', 'tinh-01', { standing: 'approved', closes: '2026-12-01T17:00:00Z' }),
    part('later', 'tinh-01', {}),
    part('sooner', 'tinh-01', { closes: '2026-12-05T17:00:00Z' }),
    part('returned', 'tinh-01', { standing: 'returned' }),
    part('decide', 'tinh-02', { standing: 'submitted', waitsForMe: true }),
    part('over', 'tinh-03', { standing: 'approved', closes: '2026-12-01T17:00:00Z' }),
    part('endless', 'tinh-04', { closes: null }),
    part('late', 'tinh-01', { late: true }),
  ];
  expect(inOrderOfUrgency(items).map((sheet) => sheet.map(({ target }) => target))).toEqual([
    ['returned', 'late', 'sooner', 'later', 'approved'],
    ['decide'],
    ['endless'],
    ['over'],
  ]);
});
