import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCounts } from './fold-counts.ts';
import { type CountedPart, protectedCounts, protectedParts } from './protected-counts.ts';

const part = (id: string, a: number, b = 0, noOpinion = 0): CountedPart => ({ id, counts: { a, b, '#noOpinion': noOpinion } });
const shown = (parts: CountedPart[], threshold = 5) => {
  const found = protectedParts(parts, threshold);
  return { parts: found.parts.map(({ id, answers }) => `${id} ${answers ?? '…'}`), total: found.total?.answers ?? null };
};

describe('[F70] small groups are withheld', () => {
  it('all is shown where every group has enough', () => expect(shown([part('x', 5), part('y', 3, 3)])).toEqual({ parts: ['x 5', 'y 6'], total: 11 }));
  it('one small group takes the next smallest with it: else it were the total less the others', () =>
    expect(shown([part('x', 40), part('y', 3, 1), part('z', 9)])).toEqual({ parts: ['x 40', 'y …', 'z …'], total: 53 }));
  it('two small groups hide each other only when they have answers enough together', () => {
    expect(shown([part('x', 40), part('y', 4), part('z', 4)])).toEqual({ parts: ['x 40', 'y …', 'z …'], total: 48 });
    expect(shown([part('x', 40), part('y', 2), part('z', 2), part('v', 20)])).toEqual({ parts: ['x 40', 'y …', 'z …', 'v …'], total: 64 });
  });
  it('the total is withheld where no other group is left to hide it', () => {
    expect(shown([part('x', 3)])).toEqual({ parts: ['x …'], total: null });
    expect(shown([part('x', 2), part('y', 2)])).toEqual({ parts: ['x …', 'y …'], total: null });
  });
  it('a group to which nobody belongs hides nobody; one of which nobody has an opinion is small all the same', () => {
    expect(shown([part('x', 3), part('y', 0), part('z', 8)])).toEqual({ parts: ['x …', 'y 0', 'z …'], total: 11 });
    expect(shown([part('x', 0, 0, 2), part('y', 8), part('z', 9), part('v', 30)])).toEqual({ parts: ['x …', 'y …', 'z …', 'v 30'], total: 47 });
  });
  it('of counts by group, each question by itself', () => {
    const cell = (group: string, question: string, option: string, count: number) => ({ stratum: 's', cluster: 'c', group, question, option, count });
    const counts = foldCounts([[cell('x', 'q1', 'a', 9), cell('y', 'q1', 'a', 2), cell('z', 'q1', 'b', 7), cell('x', 'q2', 'a', 9), cell('y', 'q2', 'b', 6)]]);
    expect(protectedCounts(counts, 5).map(({ question, shown: of }) => [question, of.parts.map(({ answers }) => answers), of.total?.counts])).toEqual([
      ['q1', [9, null, null], { a: 11, b: 7 }],
      ['q2', [9, 6], { a: 9, b: 6 }],
    ]);
  });

  it('no withheld count can be worked out from what is shown, nor any sum of fewer answers than the threshold', () => {
    const group = fc.record({ a: fc.nat(3), b: fc.nat(3), noOpinion: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (groups, threshold) => {
        const parts = groups.map(({ a, b, noOpinion }, index) => part(`g${index}`, a, b, noOpinion));
        const found = protectedParts(parts, threshold);
        const answers = (id: string) =>
          (parts.find((one) => one.id === id)?.counts['a'] as number) + (parts.find((one) => one.id === id)?.counts['b'] as number);
        const withheld = new Set(found.parts.filter((one) => one.counts === null).map(({ id }) => id));
        // Nobody who is small is shown.
        for (const one of found.parts)
          if (one.answers !== null && Object.values(one.counts ?? {}).some((count) => count > 0)) expect(one.answers).toBeGreaterThanOrEqual(threshold);
        // Every table that sums and differences of shown tables give is a set of groups; shown groups are known by themselves, so what is left of it is what is learned.
        const tables = [...found.parts.filter((one) => one.counts !== null).map(({ id }) => [id]), ...(found.total ? [parts.map(({ id }) => id)] : [])];
        for (let signs = 0; signs < 3 ** tables.length; signs++) {
          const sum = new Map<string, number>();
          tables.forEach((ids, index) => {
            const sign = (Math.floor(signs / 3 ** index) % 3) - 1;
            for (const id of ids) sum.set(id, (sum.get(id) ?? 0) + sign);
          });
          const learned = [...sum].filter(([id, times]) => times !== 0 && withheld.has(id)).map(([id]) => id);
          if (learned.length === 0) continue;
          expect(learned.filter((id) => answers(id) > 0).length).toBeGreaterThan(1);
          expect(learned.reduce((all, id) => all + answers(id), 0)).toBeGreaterThanOrEqual(threshold);
        }
      }),
      { numRuns: 200 },
    );
  });
});
