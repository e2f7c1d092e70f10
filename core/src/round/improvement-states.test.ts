import { describe, expect, it } from 'vitest';
import { IMPROVEMENT_STATES, improvementIsLate, improvementMoves } from './improvement-states.ts';

describe('[F112] tasks to mend lost points', () => {
  it('are changed while they are open, end in one of two ways, and are opened again to be changed', () => {
    const moves = IMPROVEMENT_STATES.flatMap((from) => IMPROVEMENT_STATES.filter((to) => improvementMoves(from, to)).map((to) => `${from} ${to}`));
    expect(moves).toEqual(['open open', 'open done', 'open dropped', 'done open', 'dropped open']);
  });
  it('are late after their last day alone, and no more once they have ended', () => {
    expect(['2023-05-30', '2023-05-31', '2023-06-01'].map((today) => improvementIsLate({ state: 'open', due: '2023-05-31' }, today))).toEqual([
      false,
      false,
      true,
    ]);
    expect(improvementIsLate({ state: 'done', due: '2023-05-31' }, '2023-06-01')).toBe(false);
  });
});
