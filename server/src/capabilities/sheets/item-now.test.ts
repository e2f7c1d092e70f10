import { describe, expect, it } from 'vitest';
import { itemNow } from './item-now.ts';

const takeover = (from: string, to: string, items: Record<string, string | null>) => ({ from, to, mapping: { items, figures: {} } });
const TAKEOVERS = [takeover('a', 'b', { '1.1': '1.2', '1.3': null }), takeover('b', 'c', { '1.2': '2.1' })];

describe('[F46] [F114] what stands at an item moves with it', () => {
  it.each([
    ['1.1', 'a', '2.1'],
    ['1.2', 'b', '2.1'],
    ['1.2', 'c', '1.2'],
    ['1.3', 'a', undefined],
    ['1.4', 'a', undefined],
  ])('%s of edition %s stands at %s', (item, edition, now) => expect(itemNow({ item, edition }, TAKEOVERS)).toBe(now));
});
