import { describe, expect, it } from 'vitest';
import { changedSince, type PaperItem } from './papers.ts';

const item = (changes: Partial<PaperItem> = {}): PaperItem => ({
  ...{ id: 'một', body: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01', code: '1.1', proposal: 'asAppraised', words: null, verdicts: 1, said: 2 },
  claimed: { state: 'answered', points: '1/1', maximum: '1/1' },
  now: { state: 'answered', points: '1/2', maximum: '1/1' },
  stands: 'a',
  ...changes,
});
const kinds = (...args: Parameters<typeof changedSince>) => changedSince(...args).map(({ kind, item: { id } }) => `${kind} ${id}`);

describe('[F39] papers that were kept when a session was convened', () => {
  it('tell each thing that changed since, by its name where it has one', () => {
    const none = new Set<string>();
    expect(kinds([item()], [item()], none)).toEqual([]);
    expect(kinds([item()], [item({ stands: 'b' })], none)).toEqual(['otherwise một']);
    const zero = { state: 'answered', points: '0/1', maximum: '1/1' } as const;
    expect(kinds([item()], [item({ now: zero, said: 3, stands: 'b' })], none)).toEqual(['now một', 'said một']);
    expect(kinds([item()], [item({ proposal: 'asClaimed', stands: 'b' })], none)).toEqual(['proposal một']);
    expect(kinds([item()], [item({ id: 'hai' })], none)).toEqual(['added hai', 'removed một']);
  });

  it('say nothing of what the council itself concluded', () => {
    const concluded = item({ now: { state: 'answered', points: '1/1', maximum: '1/1' }, stands: null });
    expect(kinds([item()], [concluded], new Set(['một']))).toEqual([]);
  });
});
