import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXPLANATION_ACTS,
  EXPLANATION_STATES,
  explanationAfter,
  explanationAllows,
  WHOLE_EXPLANATION_ACTS,
  type WholeExplanationAct,
} from './explanation-states.ts';

describe('[F38] the states of an explanation', () => {
  it('allow what the table says, act by act', () => {
    const allowed = Object.keys(EXPLANATION_ACTS).map((act) => [
      act,
      EXPLANATION_STATES.filter((state) => explanationAllows(state, act as keyof typeof EXPLANATION_ACTS)),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      ...{ reply: ['open'], proposeReply: ['open'], submitReply: ['open'], recallReply: ['open'] },
      ...{ passReply: ['open'], acceptReply: ['open'], returnReply: ['open'] },
      freezeExplanation: ['open'],
      sendExplanation: ['frozen'],
      takeBackExplanation: ['frozen', 'sent'],
    });
  });

  it('follow from the last act, whatever was tried: nothing is sent that was not frozen since it was open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WHOLE_EXPLANATION_ACTS), { maxLength: 30 }), (tried) => {
        const done: WholeExplanationAct[] = [];
        for (const act of tried) if (explanationAllows(explanationAfter(done.at(-1) ?? null), act)) done.push(act);
        for (const [index, act] of done.entries()) if (act === 'sendExplanation') expect(done[index - 1]).toBe('freezeExplanation');
        expect(explanationAfter(done.at(-1) ?? null)).toBe(
          done.length === 0 || done.at(-1) === 'takeBackExplanation' ? 'open' : done.at(-1) === 'sendExplanation' ? 'sent' : 'frozen',
        );
      }),
    );
  });
});
