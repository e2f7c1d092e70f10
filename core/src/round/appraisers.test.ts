import { describe, expect, it } from 'vitest';
import { appraisersOfItem } from './appraisers.ts';

describe('[F37] who appraises an item', () => {
  it('is whoever is named at it, and else whoever has its domain', () => {
    const shares = [
      { domain: '1', item: null, body: 'a' },
      { domain: '1', item: '1.2', body: 'b' },
      { domain: '1', item: '1.2', body: 'c' },
    ];
    expect(appraisersOfItem(shares, '1', '1.1')).toEqual(['a']);
    expect(appraisersOfItem(shares, '1', '1.2')).toEqual(['b', 'c']);
    expect(appraisersOfItem(shares, '2', '2.1')).toEqual([]);
  });
});
