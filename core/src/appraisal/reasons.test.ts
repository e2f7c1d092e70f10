import { describe, expect, it } from 'vitest';
import { DEFAULT_REASONS, reasonName, reasonsAfter } from './reasons.ts';

const [first, second] = DEFAULT_REASONS as [(typeof DEFAULT_REASONS)[number], (typeof DEFAULT_REASONS)[number]];

describe('[F22] reasons of verdicts are kept by the owner of a round', () => {
  it('are added, worded anew and taken out; one that was used keeps its code and its words', () => {
    const used = new Set([first.code]);
    const after = reasonsAfter(
      [first, second],
      [
        { code: null, name: 'Lý do riêng (minh họa)', english: null },
        { code: second.code, name: 'Lời khác (minh họa)', english: null },
        { code: first.code, name: 'Cũng lời khác (minh họa)', english: null },
      ],
      used,
    );
    expect(after.map(({ code, retired }) => [code, retired])).toEqual([
      ['own1', false],
      [second.code, false],
      ['own2', false],
      [first.code, true],
    ]);
    expect(reasonName(after, first.code, 'vi')).toBe(first.name);
    expect(reasonName(after, second.code, 'en')).toBe('Lời khác (minh họa)');

    // Offered again under its own words, it is what it was.
    expect(reasonsAfter(after, [first], used)).toEqual([first]);
    expect(reasonsAfter(after, [second], new Set(['own1', first.code])).map(({ code, retired }) => [code, retired])).toEqual([
      [second.code, false],
      ['own1', true],
      [first.code, true],
    ]);
  });
});
