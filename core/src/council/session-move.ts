import { AGENDA_ACTS, type AgendaMove, agendaAllows, type SessionMove, sessionAllows } from './session-states.ts';
import { type AgendaStanding, type CouncilRefusal, hasQuorum, type SessionStanding, whyNotCloseVote } from './votes.ts';

/** A session as far as its moves hang on it. */
export interface MovingSession extends SessionStanding {
  readonly startsAt: string | null;
  /** Who presides. */
  readonly chair: string | null;
  readonly agenda: readonly AgendaStanding[];
}

/** Why a session cannot be moved on, or back; undefined: it can. */
export function whyNotMove(session: MovingSession, move: SessionMove): CouncilRefusal | undefined {
  const { state, members, agenda, startsAt, chair } = session;
  if (!sessionAllows(state, move)) return 'notInThisState';
  switch (move) {
    case 'convene':
      if (startsAt === null) return 'noDate';
      if (chair === null || !members.some(({ account }) => account === chair)) return 'noChair';
      return agenda.length === 0 ? 'noAgenda' : undefined;
    case 'open':
      return hasQuorum(members) ? undefined : 'noQuorum';
    case 'adjourn':
      return agenda.some(({ votes, votedBefore, state: of }) => votes.length > 0 || votedBefore.size > 0 || of === 'concluded') ? 'votesStand' : undefined;
    case 'conclude':
      return agenda.some(({ state: of }) => of === 'open' || of === 'closed') ? 'itemsOpen' : undefined;
    case 'callOff':
      return undefined;
  }
}

/** Why an item of the agenda cannot be moved on; undefined: it can. */
export function whyNotMoveItem(session: SessionStanding, item: AgendaStanding, move: AgendaMove): CouncilRefusal | undefined {
  if (move === 'closeVote') return whyNotCloseVote(session, item);
  if (!sessionAllows(session.state, 'decide')) return 'notInThisState';
  return agendaAllows(item.state, move) ? undefined : 'itemNotInThisState';
}

/** Whether a move begins a new vote: those who voted before vote anew. */
export const beginsVote = (move: AgendaMove): boolean => AGENDA_ACTS[move].to === 'open';
