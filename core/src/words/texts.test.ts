import { describe, expect, it } from 'vitest';
import { ITEM_STATE_NAMES } from './states.ts';
import { type Names, texts } from './texts.ts';

describe('texts', () => {
  const made = texts({
    title: { vi: 'Kỳ đánh giá', en: 'Rounds' },
    count: { vi: (bodies: number) => `${bodies} cơ quan`, en: (bodies: number) => `${bodies} bodies` },
    parts: { guidance: { vi: ['một', 'hai'], en: ['one', 'two'] } },
    rows: [{ head: { vi: 'Tên', en: 'Name' } }],
    states: ITEM_STATE_NAMES,
  });

  it('are written side by side and read in one language', () => {
    expect(made.vi.title).toBe('Kỳ đánh giá');
    expect(made.en.count(3)).toBe('3 bodies');
    expect(made.vi.parts).toEqual({ guidance: ['một', 'hai'] });
    expect(made.en.rows).toEqual([{ head: 'Name' }]);
    expect(made.vi.states.notAccepted).toBe('Không công nhận');
  });

  it('are refused by the compiler where a language lacks one, or says something else', () => {
    // @ts-expect-error English is missing
    texts({ title: { vi: 'Kỳ đánh giá' } });
    // @ts-expect-error it is made of something else
    texts({ count: { vi: (bodies: number) => `${bodies}`, en: (bodies: string) => bodies } });
    // @ts-expect-error a name is missing
    texts<Names<'open' | 'closed'>>({ open: { vi: 'Đang mở', en: 'Open' } });
    // @ts-expect-error languages stand under the key of a text, not above it
    texts({ vi: { title: 'Kỳ đánh giá' }, en: { title: 'Rounds' } });
    expect(Object.keys(made)).toEqual(['vi', 'en']);
  });
});
