import { describe, expect, it } from 'vitest';
import * as exact from '../quantity/rational.ts';
import { type CountedPoints, lowest, shareOf, shareOverBodies } from './over-bodies.ts';

const counted = (answered: number, asked: number, points = '0/1', scoredMaximum = `${answered}/1`, appraised = 0): CountedPoints => ({
  ...{ answered, asked, appraised },
  ...{ points, scoredMaximum },
});
const share = (text: string | null) => (text === null ? null : exact.fromText(text));

describe('[F107] a domain over all bodies of a round', () => {
  it('is the exact sum of what bodies have done over what they are asked, not the mean of their shares', () => {
    expect(shareOverBodies([counted(1, 1), counted(0, 9)], 'progress')).toEqual(exact.divide(exact.one, exact.integer(10)));
    expect(shareOverBodies([counted(1, 1, '1/1', '1/1', 1), counted(3, 9, '1/1', '3/1', 2)], 'appraised')).toEqual(exact.fromFraction('3/10'));
    expect(shareOverBodies([counted(3, 3, '1/3', '1/1'), counted(1, 3, '1/3', '2/1')], 'points')).toEqual(exact.fromFraction('2/9'));
  });

  it('of points, asks only what is scored: a body that has scored nothing, or an item that is open, takes none from a domain', () => {
    expect(shareOverBodies([counted(4, 8, '4/1', '10/1'), counted(0, 8)], 'points')).toEqual(exact.fromFraction('2/5'));
    expect(shareOverBodies([counted(4, 8), counted(0, 0)], 'progress')).toEqual(exact.fromFraction('1/2'));
    expect([shareOverBodies([], 'progress'), shareOverBodies([counted(0, 8)], 'points'), shareOf(counted(1, 1, '0/1', '0/1'), 'points')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('of all domains is the mean of the domains, weighted by what is scored in each', () => {
    const [first, second] = [counted(2, 4, '3/1', '4/1'), counted(1, 6, '1/2', '2/1')];
    const whole = counted(3, 10, '7/2', '6/1');
    const weighted = exact.sum(
      [first, second].map((one) => exact.multiply(shareOf(one, 'points') ?? exact.zero, exact.divide(exact.fromFraction(one.scoredMaximum), exact.integer(6)))),
    );
    expect(shareOverBodies([whole], 'points')).toEqual(weighted);
  });

  it('names the lowest, all of them where several are equal, and none where all are', () => {
    const named = (...shares: (string | null)[]) => lowest(shares.map((text, code) => ({ code, share: share(text) }))).map(({ code }) => code);
    expect(named('0.5', '0.412', null, '0.7')).toEqual([1]);
    expect(named('0.5', '0.4', '0.4')).toEqual([1, 2]);
    expect([named('0.5', '0.5'), named(null, '0.5'), named()]).toEqual([[], [], []]);
  });
});
