import type { StateAct } from '../round/state-act.ts';

/** What a session of the council is: prepared by its secretariat, convened, being held, over. */
export const SESSION_STATES = ['drafted', 'convened', 'held', 'concluded'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Acts that lead a session on, or back. */
export const SESSION_MOVES = ['convene', 'callOff', 'open', 'adjourn', 'conclude'] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

/** What is done within a session: its plan and members, who attends, its agenda, and what is done to an item of the agenda. */
export const SESSION_WORK = ['plan', 'attend', 'arrange', 'decide'] as const;
export type SessionWork = (typeof SESSION_WORK)[number];

/** What a session's state allows, and where each act leads. Screens, server and documentation read it; what is not in it cannot be done. */
export const SESSION_ACTS: Readonly<Record<SessionMove | SessionWork, StateAct<SessionState>>> = {
  plan: { from: ['drafted', 'convened'] },
  arrange: { from: ['drafted', 'convened', 'held'] },
  attend: { from: ['convened', 'held'] },
  decide: { from: ['held'] },
  convene: { from: ['drafted'], to: 'convened' },
  callOff: { from: ['convened'], to: 'drafted' },
  open: { from: ['convened'], to: 'held' },
  // Back to where members are invited, as long as nobody has voted.
  adjourn: { from: ['held'], to: 'convened' },
  conclude: { from: ['held'], to: 'concluded' },
};

/** Whether something may be done in a session in this state. */
export const sessionAllows = (state: SessionState, act: SessionMove | SessionWork): boolean => SESSION_ACTS[act].from.includes(state);

/** What an item of the agenda is: open to votes, its vote closed, concluded on, put off to another session. */
export const AGENDA_STATES = ['open', 'closed', 'concluded', 'putOff'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

/** Acts that lead an item of the agenda on; its conclusion is an entry of the ledger and comes by itself. */
export const AGENDA_MOVES = ['closeVote', 'voteAgain', 'putOff', 'takeUp'] as const;
export type AgendaMove = (typeof AGENDA_MOVES)[number];

/** The same of an item of the agenda: a vote that was closed is taken again as a new one, for which those before do not count. */
export const AGENDA_ACTS: Readonly<Record<AgendaMove | 'propose' | 'vote' | 'conclude', StateAct<AgendaState>>> = {
  propose: { from: ['open'] },
  vote: { from: ['open'] },
  closeVote: { from: ['open'], to: 'closed' },
  voteAgain: { from: ['closed'], to: 'open' },
  putOff: { from: ['open', 'closed'], to: 'putOff' },
  takeUp: { from: ['putOff'], to: 'open' },
  conclude: { from: ['closed'], to: 'concluded' },
};

/** Whether something may be done to an item of the agenda in this state. */
export const agendaAllows = (state: AgendaState, act: keyof typeof AGENDA_ACTS): boolean => AGENDA_ACTS[act].from.includes(state);
