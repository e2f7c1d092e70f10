import type { Act, ReplyPartAct } from '../ledger/entry.ts';
import type { StateAct } from './state-act.ts';

/** What a body's explanation is, by its last act on the whole: open to be written, frozen to be signed, sent. */
export const EXPLANATION_STATES = ['open', 'frozen', 'sent'] as const;
export type ExplanationState = (typeof EXPLANATION_STATES)[number];

/** Acts on the explanation as a whole: each leads to a state. */
export const WHOLE_EXPLANATION_ACTS = ['freezeExplanation', 'sendExplanation', 'takeBackExplanation'] as const satisfies readonly Act[];
export type WholeExplanationAct = (typeof WHOLE_EXPLANATION_ACTS)[number];

/** What the state of an explanation allows, and where each act leads. Taken back it is open again: what was signed before no longer holds. */
export const EXPLANATION_ACTS: Readonly<Record<'reply' | ReplyPartAct | WholeExplanationAct, StateAct<ExplanationState>>> = {
  reply: { from: ['open'] },
  proposeReply: { from: ['open'] },
  submitReply: { from: ['open'] },
  recallReply: { from: ['open'] },
  passReply: { from: ['open'] },
  acceptReply: { from: ['open'] },
  returnReply: { from: ['open'] },
  freezeExplanation: { from: ['open'], to: 'frozen' },
  sendExplanation: { from: ['frozen'], to: 'sent' },
  takeBackExplanation: { from: ['frozen', 'sent'], to: 'open' },
};

/** Whether an act may be done to an explanation in this state. */
export const explanationAllows = (state: ExplanationState, act: keyof typeof EXPLANATION_ACTS): boolean => EXPLANATION_ACTS[act].from.includes(state);

/** The state of an explanation by the last act on the whole of it; null: there was none. */
export const explanationAfter = (last: WholeExplanationAct | null): ExplanationState => (last === null ? undefined : EXPLANATION_ACTS[last].to) ?? 'open';
