import { expect, it } from 'vitest';
import type { z } from 'zod';
import { type HistoryEntry, runsOf } from '../../ledger/runs.ts';
import { history } from './sheets.ts';

it('a page of history can be put into runs as it is answered', () => {
  const uuid = '00000000-0000-4000-8000-000000000001';
  const answer: z.infer<typeof history> = history.parse({
    items: [
      {
        id: uuid,
        seq: 1,
        target: { kind: 'figure', id: 'x' },
        act: 'declare',
        stage: 'claimed',
        standing: 'effective',
        actor: { id: uuid, name: 'An' },
        role: 'clerk',
        onBehalfOf: null,
        receivedAt: '2026-01-01T00:00:00.000Z',
        base: 0,
        edition: 'e1',
        changes: { value: '3' },
        erased: [],
        points: null,
        reason: { code: null, text: null },
        origin: 'web',
      },
    ],
    next: null,
  });
  const entries: readonly HistoryEntry[] = answer.items;
  expect(runsOf(entries, { fromStart: answer.next === null })).toHaveLength(1);
});
