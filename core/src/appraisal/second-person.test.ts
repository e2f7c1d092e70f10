import { describe, expect, it } from 'vitest';
import { movedTooFar, type Scored, secondActsOf } from './second-person.ts';

const item = (points: string, maximum = '2/1', code = '1.1'): Scored => ({ code, points, maximum });

describe('[F41] what one person does not decide alone', () => {
  it('is what moves an item by more than the threshold, up or down, from the claim or from what stands', () => {
    const moved = (claimed: string, now: string, after: string) => movedTooFar('0.5', [item(claimed)], [item(now)], [item(after)]);
    expect(moved('2/1', '2/1', '3/2')).toEqual([]);
    expect(moved('2/1', '2/1', '149/100')).toEqual(['1.1']);
    expect(moved('0/1', '0/1', '51/100')).toEqual(['1.1']);
    // Step by step away from the claim.
    expect(moved('2/1', '3/2', '1/1')).toEqual(['1.1']);
    // Back to the claim, but far from what stands.
    expect(moved('2/1', '1/1', '2/1')).toEqual(['1.1']);
    // What stands already is confirmed by whoever accepts it.
    expect(moved('2/1', '0/1', '0/1')).toEqual([]);
  });

  it('is an item that leaves the maximum, and every item that a shared figure moves', () => {
    expect(movedTooFar('0.5', [item('0/1')], [item('0/1')], [item('0/1', '0/1')])).toEqual(['1.1']);
    const two = [item('1/1'), item('1/1', '2/1', '1.2')];
    expect(movedTooFar('0.5', two, two, [item('1/1'), item('0/1', '2/1', '1.2')])).toEqual(['1.2']);
  });

  it('is nothing where a round names no threshold', () => {
    expect(movedTooFar(null, [item('2/1')], [item('2/1')], [item('0/1')])).toEqual([]);
  });

  it('is confirmed or returned by another, and taken back by its author', () => {
    expect(secondActsOf(true)).toEqual(['recall']);
    expect(secondActsOf(false)).toEqual(['accept', 'return']);
  });
});
