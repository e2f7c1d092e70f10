import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPLY_MOVES, type ReplyDoer, type ReplyPartState, replyMoves, replyPartAfter } from './reply-parts.ts';

const DOERS: readonly ReplyDoer[] = ['department', 'leader', 'division', 'body'];
const plain = { division: false };

describe('[F38] a department’s part of an explanation', () => {
  it('each act leads to one state, whoever does it', () => {
    for (const { act, to } of REPLY_MOVES) expect(replyPartAfter(act)).toBe(to);
  });

  it('the department writes and submits, its leader approves, the body answers by it; each of them returns it', () => {
    expect(replyMoves('none', ['department'], plain)).toEqual(['proposeReply']);
    expect(replyMoves('submitted', ['department'], plain)).toEqual(['proposeReply', 'recallReply']);
    expect(replyMoves('submitted', ['department', 'leader'], plain)).toEqual(['proposeReply', 'recallReply', 'acceptReply', 'returnReply']);
    expect(replyMoves('approved', ['department'], plain)).toEqual([]);
    expect(replyMoves('approved', ['body'], plain)).toEqual(['returnReply', 'take', 'reply']);
    expect(replyMoves('reviewed', ['leader'], plain)).toEqual([]);
  });

  it('goes through the head of a division where the body’s chain says so, and nowhere else', () => {
    expect(replyMoves('submitted', ['division'], plain)).toEqual(['returnReply']);
    expect(replyMoves('submitted', ['division'], { division: true })).toEqual(['passReply', 'returnReply']);
    expect(replyMoves('submitted', ['leader'], { division: true })).toEqual(['returnReply']);
    expect(replyMoves('passed', ['leader'], { division: true })).toContain('acceptReply');
  });

  it('whatever people try, the body answers by nothing that the department’s leader has not approved since it was last written', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.boolean(), (picks, division) => {
        let state: ReplyPartState = 'none';
        let [approved, passed] = [false, false];
        for (const pick of picks) {
          const moves = DOERS.flatMap((by) => replyMoves(state, [by], { division }).map((act) => ({ by, act })));
          const { by, act } = moves[pick % moves.length] as (typeof moves)[number];
          if (act === 'proposeReply' || act === 'returnReply') [approved, passed] = [false, false];
          if (act === 'passReply') passed = true;
          if (act === 'acceptReply') {
            expect(by).toBe('leader');
            if (division) expect(passed).toBe(true);
            approved = true;
          }
          if (act === 'take') {
            taken += 1;
            expect([by, approved]).toEqual(['body', true]);
          }
          state = replyPartAfter(act);
        }
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });
});
