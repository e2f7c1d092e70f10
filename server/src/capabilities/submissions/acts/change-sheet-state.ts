import { allows, type WholeExplanationAct } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { type ActDescription, type EntryCommand, OF_THE_WHOLE } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';

type StateAct = 'freeze' | 'send' | 'takeBack' | 'reopen' | WholeExplanationAct;

interface WholeSheetAct {
  readonly id: string;
  readonly base: number;
  readonly reason?: string;
}

/** An act that changes the state of a whole sheet, or of its explanation: only from certain states, by somebody who has seen all of it. */
const changingState = ({ place, sheet }: OpenSheet, act: StateAct, judge: () => void): ActDescription<EntryCommand> => ({
  origin: 'api',
  admit: () => {
    refuseClosed(place);
    if (!allows(sheet.state, act)) throw new Problem(act === 'freeze' ? 'sheetFrozen' : 'notNow', { more: { state: sheet.state } });
  },
  contentOf: () => OF_THE_WHOLE,
  judge,
});

/**
 * Freezes (chốt số liệu), sends, takes back or reopens a locked sheet, or its explanation, so that no save comes in between. Each names the
 * seq that was seen: later entries must be read first. `judge` refuses what the sheet's present state does not allow.
 */
export async function changeSheetState(
  acting: Acting,
  open: OpenSheet,
  act: StateAct,
  { id, base, reason }: WholeSheetAct,
  judge: () => void = () => undefined,
) {
  const command = { id, act, target: null, base, changes: {}, ...(reason === undefined ? {} : { reason: { code: null, text: reason } }) };
  const { sheet, entries } = await appendToSheet(acting, open, [command], changingState(open, act, judge));
  return { seq: sheet.seq, state: sheet.state, replayed: entries[0]?.replayed === true };
}
