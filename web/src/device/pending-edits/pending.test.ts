import { describe, expect, it } from 'vitest';
import { type NewPending, type Pending, placeChange, sentTogether } from './pending.ts';

const target = { kind: 'figure', id: 'x' } as const;
const change = (value: string, reason?: string): NewPending => ({
  ...{ id: value, account: 'a', round: 'r', body: 'b', target, changes: { value }, base: 1, saw: [], window: 'w', madeAt: '', sent: false },
  ...{ standing: 'waiting', theirs: [], problem: null, ...(reason === undefined ? {} : { reason }) },
});

/** What waits after some changes of one figure, in their order. */
function after(...changes: NewPending[]): { value: unknown; reason: string | undefined }[] {
  let waiting: Pending[] = [];
  for (const one of changes) {
    const { put, remove } = placeChange(waiting, one);
    const kept = waiting.filter((entry) => !remove.includes(entry) && !put.some((changed) => 'order' in changed && changed.order === entry.order));
    waiting = [...kept, ...put.map((entry) => ({ order: waiting.length + 1, ...entry }))].toSorted((a, b) => a.order - b.order);
  }
  return waiting.map(({ changes: { value }, reason }) => ({ value, reason }));
}

describe('a change that waits to be sent', () => {
  it('grows while it is typed on, for the same reason', () => {
    expect(after(change('1', 'A'), change('12', 'A'))).toEqual([{ value: '12', reason: 'A' }]);
  });

  it('[F33] stays an entry of its own where the reason is another one, and nothing goes ahead of it', () => {
    expect(after(change('1', 'A'), change('2', 'B'), change('3', 'A'))).toEqual([
      { value: '1', reason: 'A' },
      { value: '2', reason: 'B' },
      { value: '3', reason: 'A' },
    ]);
    expect(after(change('1'), change('2', 'B'))).toHaveLength(2);
  });

  it('[F44] of another window is typed over only by whoever saw it, and is another change then', () => {
    const beside = { ...change('2'), window: 'beside' };
    const values = (...changes: NewPending[]) => after(...changes).map(({ value }) => value);
    expect(values(change('1'), beside)).toEqual(['1', '2']);
    expect(values(change('1'), { ...beside, saw: ['1'] })).toEqual(['2']);
    // Whoever had seen what the other window has typed over has not seen this.
    expect(values(change('1'), { ...beside, saw: ['1'] }, { ...change('3'), window: 'third', saw: ['1'] })).toEqual(['2', '3']);
  });

  it('[F44] goes out in one request with others, but not with one that it would write over unseen', () => {
    const sizes = (...changes: NewPending[]) =>
      sentTogether(
        changes.map((one, order) => ({ ...one, order })),
        3,
      );
    const beside = { ...change('2'), window: 'beside' };
    expect(sizes(change('1'), change('2'), change('3'), change('4'))).toBe(3);
    expect(sizes(change('1'), beside)).toBe(1);
    expect(sizes(change('1'), { ...beside, saw: ['1'] })).toBe(2);
    expect(sizes(change('1'), { ...beside, changes: { note: 'x' } })).toBe(2);
    expect(sizes(change('1'), { ...change('2'), origin: 'import' })).toBe(1);
  });

  it('[F44] that is in conflict is replaced on what its author saw, and only by whoever saw it; fields chosen for set the others free', () => {
    const theirs = [{ field: 'value', theirs: '19', seq: 6 }];
    const stuck: Pending = { ...change('20'), order: 1, sent: true, standing: 'conflict', theirs };
    // Typed on before the answer came: what the other one wrote is asked about again.
    expect(placeChange([stuck], change('205'))).toEqual({ put: [change('205')], remove: [stuck] });
    const beside = { ...change('205'), window: 'beside' };
    expect(placeChange([stuck], beside)).toEqual({ put: [beside], remove: [] });
    const two = { ...stuck, changes: { value: '20', note: 'x' } };
    expect(placeChange([two], change('20'))).toEqual({ put: [{ ...two, changes: { note: 'x' }, theirs: [], standing: 'waiting' }, change('20')], remove: [] });
  });
});
