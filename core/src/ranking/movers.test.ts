import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moversOf, type Place } from './movers.ts';

const place = (rank: number | null, index: number | null): Place => ({ rank, index: index === null ? null : { exact: `${index}/1`, rounded: String(index) } });
const body = (name: string, before: Place, after: Place) => ({ name, before, after });

describe('[F71] who moved most', () => {
  it('by places, then by the index; who stands where it stood is left out', () => {
    const bodies = [
      body('lên hai', place(3, 70), place(1, 72)),
      body('lên một', place(2, 71), place(1, 73)),
      body('xuống ba', place(1, 80), place(4, 60)),
      body('giảm điểm', place(5, 50), place(5, 49)),
      body('nguyên', place(6, 40), place(6, 40)),
      body('không hạng', place(null, null), place(7, 30)),
    ];
    const { rose, fell } = moversOf(bodies, (one) => one, 5);
    expect(rose.map(({ of, places }) => [of.name, places])).toEqual([
      ['lên hai', 2],
      ['lên một', 1],
    ]);
    expect(fell.map(({ of, places }) => [of.name, places])).toEqual([
      ['xuống ba', -3],
      ['giảm điểm', 0],
    ]);
  });

  it('nobody both rises and falls, and what is turned round falls as it rose', () => {
    const places = fc.record({ rank: fc.option(fc.integer({ min: 1, max: 9 })), index: fc.option(fc.integer({ min: 0, max: 100 })) });
    fc.assert(
      fc.property(fc.array(fc.record({ before: places, after: places }), { maxLength: 12 }), (pairs) => {
        const bodies = pairs.map(({ before, after }, at) => body(String(at), place(before.rank, before.index), place(after.rank, after.index)));
        const there = moversOf(bodies, (one) => one, 99);
        const back = moversOf(bodies, ({ before, after }) => ({ before: after, after: before }), 99);
        const names = (movers: typeof there.rose) => new Set(movers.map(({ of }) => of.name));
        expect([...names(there.rose)].filter((name) => names(there.fell).has(name))).toEqual([]);
        expect(names(there.rose)).toEqual(names(back.fell));
      }),
    );
  });
});
