import { describe, expect, it } from 'vitest';
import type { RunningItem } from '../ranking/running-sheet.ts';
import { byLoss, lossOf, spreadsOf } from './lost-points.ts';

const scored = (code: string, points: string): RunningItem => ({ code, state: 'answered', points: `${points}/1`, maximum: '10/1' });
const without = (code: string, state: RunningItem['state']): RunningItem => ({ code, state, points: '0/1', maximum: '10/1' });

describe('[F79] where points are lost', () => {
  it('counts what those who have answered lack, the most first; what is open, or does not count, is apart', () => {
    const sheets = [
      [scored('1.1', '9'), scored('1.2', '4'), without('2.1', 'unanswered')],
      [scored('1.1', '10'), scored('1.2', '7'), without('2.1', 'notApplicable')],
      [without('1.1', 'unanswered'), scored('1.2', '4'), without('2.1', 'claimed')],
    ];
    expect(byLoss(spreadsOf(sheets).map(lossOf))).toEqual([
      { code: '1.2', answered: 3, claimed: 0, unanswered: 0, losing: 3, lost: '15/1', share: '50/1', mean: '5/1', most: '10/1' },
      { code: '1.1', answered: 2, claimed: 0, unanswered: 1, losing: 1, lost: '1/1', share: '5/1', mean: '19/2', most: '10/1' },
    ]);
    const [spread] = spreadsOf(sheets, '1.2');
    expect(spread?.values).toEqual([
      { points: '4/1', maximum: '10/1', bodies: [0, 2] },
      { points: '7/1', maximum: '10/1', bodies: [1] },
    ]);
  });
});
