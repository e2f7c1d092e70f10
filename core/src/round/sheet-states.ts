import type { Act } from '../ledger/entry.ts';
import type { StateAct } from './state-act.ts';

/** What a sheet is, by its last act on the whole: open to its body, frozen to be signed, sent. */
export const SHEET_STATES = ['open', 'frozen', 'sent'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/**
 * What a sheet's state allows, and where each act leads. Who may do it is the matter of rights, when of the calendar; what
 * a sheet must have before it is frozen is the matter of its check.
 */
export const SHEET_ACTS: Readonly<Record<Act, StateAct<SheetState>>> = {
  declare: { from: ['open'] },
  propose: { from: ['open'] },
  submit: { from: ['open'] },
  recall: { from: ['open'] },
  accept: { from: ['open'] },
  return: { from: ['open'] },
  freeze: { from: ['open'], to: 'frozen' },
  send: { from: ['frozen'], to: 'sent' },
  takeBack: { from: ['sent'], to: 'frozen' },
  reopen: { from: ['frozen', 'sent'], to: 'open' },
  ask: { from: SHEET_STATES },
  siteCheck: { from: SHEET_STATES },
  officialFigure: { from: SHEET_STATES },
  reply: { from: SHEET_STATES },
  proposeReply: { from: SHEET_STATES },
  submitReply: { from: SHEET_STATES },
  recallReply: { from: SHEET_STATES },
  passReply: { from: SHEET_STATES },
  acceptReply: { from: SHEET_STATES },
  returnReply: { from: SHEET_STATES },
  appraise: { from: SHEET_STATES },
  conclude: { from: SHEET_STATES },
  dispute: { from: SHEET_STATES },
  // What is done to the explanation, which has states of its own (explanation-states.ts).
  freezeExplanation: { from: SHEET_STATES },
  sendExplanation: { from: SHEET_STATES },
  takeBackExplanation: { from: SHEET_STATES },
};

/** Whether an act may be done to a sheet in this state. */
export const allows = (state: SheetState, act: Act): boolean => SHEET_ACTS[act].from.includes(state);

/** The state of a sheet after an act. */
export const stateAfter = (state: SheetState, act: Act): SheetState => SHEET_ACTS[act].to ?? state;
