import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS, type Act } from '../ledger/entry.ts';
import { allows, SHEET_ACTS, SHEET_STATES, type SheetState, stateAfter } from './sheet-states.ts';

/** A sheet after acts that were tried in turn, each done only where its state allows it. */
function walk(tried: readonly Act[]): { done: Act[]; state: SheetState } {
  const done: Act[] = [];
  let state: SheetState = 'open';
  for (const act of tried) {
    if (!allows(state, act)) continue;
    state = stateAfter(state, act);
    done.push(act);
  }
  return { done, state };
}

const WHOLE: readonly Act[] = ['freeze', 'send', 'takeBack', 'reopen'];
const BY_THE_BODY: readonly Act[] = ['declare', 'propose', 'accept', 'return'];

describe('what a sheet’s state allows', () => {
  it('[F34] takes changes of the body in the open state alone', () => {
    for (const act of BY_THE_BODY) expect(SHEET_STATES.filter((state) => allows(state, act))).toEqual(['open']);
  });

  it('[F34] is sent only after it was frozen, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 60 }), (tried) => {
        const { done, state } = walk(tried);
        const whole = done.filter((act) => WHOLE.includes(act));
        whole.forEach((act, index) => {
          const before = whole[index - 1];
          if (act === 'send') expect(['freeze', 'takeBack']).toContain(before);
          if (act === 'takeBack') expect(before).toBe('send');
          if (act === 'freeze') expect([undefined, 'reopen']).toContain(before);
        });
        // Nothing of the body comes between a freeze and the reopening that follows it.
        let frozen = false;
        for (const act of done) {
          if (act === 'freeze') frozen = true;
          if (act === 'reopen') frozen = false;
          expect(frozen && BY_THE_BODY.includes(act)).toBe(false);
        }
        expect(state === 'open').toBe(!frozen);
      }),
    );
  });

  it('names a next state for acts on the whole sheet and for no other', () => {
    for (const act of ACTS) expect(SHEET_ACTS[act].to !== undefined).toBe(WHOLE.includes(act));
  });
});
