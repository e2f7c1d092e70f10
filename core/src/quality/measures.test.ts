import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPieces, giveMarkers, hashOfPieces } from './draw.ts';
import {
  type Appraised,
  agreementOf,
  changedBy,
  LEAST_PAIRS,
  meanOf,
  type Pair,
  pairsApart,
  relianceOf,
  severityByPerson,
  severityInPairs,
} from './measures.ts';

const PIECES = ['tinh-a', 'tinh-b', 'tinh-c', 'tinh-d'].flatMap((body) => ['1.1', '1.2', '2.1'].map((item) => ({ body, item })));

describe('[F42] the draw of items for a second marking', () => {
  it('comes out the same for everybody by list and seed, whatever the order of the list, and otherwise by another seed', () => {
    const drawn = drawPieces(PIECES, 'Xổ số 15/06/2023', 4);
    expect(drawn).toHaveLength(4);
    expect(drawPieces(PIECES.toReversed(), 'Xổ số 15/06/2023', 4)).toEqual(drawn);
    expect(hashOfPieces(PIECES.toReversed())).toBe(hashOfPieces(PIECES));
    expect(hashOfPieces(PIECES.slice(1))).not.toBe(hashOfPieces(PIECES));
    const seeds = Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawPieces(PIECES, `hạt giống ${seed}`, 4)));
    expect(new Set(seeds).size).toBeGreaterThan(10);
  });
  it('takes each piece with the same chance', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 1_200; seed++)
      for (const { body, item } of drawPieces(PIECES, `${seed}`, 3)) times.set(`${body} ${item}`, (times.get(`${body} ${item}`) ?? 0) + 1);
    // 1,200 draws of 3 out of 12: 300 each, give or take four standard deviations (15 each).
    for (const { body, item } of PIECES) expect(Math.abs((times.get(`${body} ${item}`) ?? 0) - 300)).toBeLessThan(60);
  });
  it('gives each piece to somebody able, as evenly as that can be, and to nobody where nobody is', () => {
    const able = (person: string, { body, item }: { body: string; item: string }) => body !== 'tinh-d' && !(person === 'an' && item === '1.1');
    const given = giveMarkers(PIECES, ['an', 'bình', 'chi'], able, 'hạt giống');
    expect(given.filter(({ person }) => person === null).map(({ body }) => body)).toEqual(['tinh-d', 'tinh-d', 'tinh-d']);
    const counts = Map.groupBy(given, ({ person }) => person);
    expect(['an', 'bình', 'chi'].map((person) => counts.get(person)?.length)).toEqual([3, 3, 3]);
    for (const { person, ...piece } of given) if (person !== null) expect(able(person, piece)).toBe(true);
  });
});

const marked = (points: number, maximum = 2) => ({ points: `${points}/1`, maximum: `${maximum}/1` });
const pair = (index: number, first: number, second: number): Pair => ({
  body: `tinh-${index}`,
  item: '1.1',
  first: { ...marked(first), person: 'an', week: '2023-02-06' },
  second: { ...marked(second), person: index % 2 === 0 ? 'bình' : 'chi' },
});

describe('[F42] measures of appraisal', () => {
  it('say how far each person moves claims, as a share of the maximum, with an interval where there is more than one', () => {
    const appraised = (person: string, claimed: number, points: number): Appraised => ({
      ...{ body: 'tinh-a', item: '1.1', person, week: '2023-02-06' },
      ...{ claimed: marked(claimed), appraised: marked(points), changed: claimed !== points },
    });
    const all = [appraised('an', 2, 1), appraised('an', 2, 2), appraised('bình', 1, 2), { ...appraised('chi', 1, 1), claimed: marked(0, 0) }];
    const found = severityByPerson(all);
    expect(found.map(({ key, count, mean }) => [key, count, mean])).toEqual([
      ['an', 2, -0.25],
      ['bình', 1, 0.5],
    ]);
    // Two values half apart: t(0.975, 1) = 12.7062, times the standard error of 0.25.
    expect(found[0]?.interval?.high).toBeCloseTo(-0.25 + 12.7062 * 0.25, 3);
    expect(found[1]?.interval).toBeNull();
    expect(changedBy(all, 'item')).toEqual([{ key: '1.1', decided: 4, changed: 2 }]);
    expect(meanOf([])).toBeUndefined();
  });
  it('compare each person with whoever marked the same item: what one gives less, the other gives more', () => {
    const found = new Map(severityInPairs([pair(0, 1, 2), pair(1, 1, 2), pair(2, 2, 2)]).map(({ key, mean }) => [key, mean]));
    expect(found.get('an')).toBeCloseTo(-1 / 3, 12);
    expect(found.get('bình')).toBe(0.25);
    expect(found.get('chi')).toBe(0.5);
    expect(pairsApart([pair(0, 2, 2), pair(1, 1, 2), pair(2, 0, 2)]).map(({ body, apart }) => [body, apart])).toEqual([
      ['tinh-2', -1],
      ['tinh-1', -0.5],
    ]);
  });
  it('say nothing of agreement from a few pairs, nor where all items have the same points', () => {
    const some = (count: number, of: (index: number) => Pair) => Array.from({ length: count }, (_, index) => of(index));
    const few = agreementOf(
      some(LEAST_PAIRS - 1, (index) => pair(index, index % 3, index % 3)),
      's',
    );
    expect(few).toMatchObject({ pairs: LEAST_PAIRS - 1, same: LEAST_PAIRS - 1, apart: 0, alpha: null, intraclass: null });
    expect(
      agreementOf(
        some(LEAST_PAIRS, (index) => pair(index, 2, 2)),
        's',
      ),
    ).toMatchObject({ alpha: null, intraclass: null });
    const whole = agreementOf(
      some(LEAST_PAIRS, (index) => pair(index, index % 3, index % 3)),
      's',
    );
    expect(whole).toMatchObject({ alpha: { value: 1, reliance: 'reliable' }, intraclass: { value: 1, interval: { low: 1, high: 1 } } });
  });
  it('say of alpha what the three places say at which it is read', () => {
    expect([0.8, 0.79951, 2 / 3, 0.66649, 0, -0.2].map(relianceOf)).toEqual(['reliable', 'reliable', 'tentative', 'unreliable', 'unreliable', 'unreliable']);
  });
  it('hold each coefficient within its interval, and below 1 where marks differ', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), { minLength: 12, maxLength: 40 }), (marks) => {
        const { alpha, intraclass } = agreementOf(
          marks.map(([first, second], index) => ({
            ...pair(index, 0, 0),
            first: { ...pair(index, 0, 0).first, ...marked(first, 8) },
            second: { ...pair(index, 0, 0).second, ...marked(second, 8) },
          })),
          's',
        );
        const differ = marks.some(([first, second]) => first !== second);
        if (alpha && differ) expect(alpha.value).toBeLessThan(1);
        if (intraclass?.interval) {
          expect(intraclass.interval.low).toBeLessThanOrEqual(intraclass.value + 1e-9);
          expect(intraclass.interval.high).toBeGreaterThanOrEqual(intraclass.value - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});
