import { describe, expect, it } from 'vitest';
import { findingsByItem } from './by-item.ts';

const finding = (item: string | null, severity: 'mustMend' | 'mustExplain' | 'told', costs: string | null = null) => ({ item, severity, costs });

describe('findings by item', () => {
  it('[F47] tells each item once with all that was found there, the hardest first, under the most points', () => {
    const [a, b, c, d, e] = [
      finding('1.1', 'mustMend', '1/2'),
      finding('1.2', 'mustExplain', '1/1'),
      finding('1.1', 'told'),
      finding('1.1', 'mustExplain', '3/2'),
      finding('1.2', 'told'),
    ];
    expect(findingsByItem([a, b, c, d, e])).toEqual([
      { item: '1.1', severity: 'mustMend', costs: '3/2', findings: [a, d, c] },
      { item: '1.2', severity: 'mustExplain', costs: '1/1', findings: [b, e] },
    ]);
  });

  it('leaves what is of no item by itself', () => {
    expect(findingsByItem([finding(null, 'told'), finding(null, 'told')])).toHaveLength(2);
    expect(findingsByItem([])).toEqual([]);
  });
});
