import { type AgendaState, agendaAllows, type SessionState, sessionAllows } from './session-states.ts';

/** How a session is held: members come together, or answer a written ballot (phiếu lấy ý kiến). */
export const SESSION_WAYS = ['meeting', 'writing'] as const;
export type SessionWay = (typeof SESSION_WAYS)[number];

export const COUNCIL_POSITIONS = ['chair', 'deputy', 'member'] as const;
export type CouncilPosition = (typeof COUNCIL_POSITIONS)[number];

/** Whether a member attends: not known yet, there, absent for a reason, or answering in writing. */
export const PRESENCES = ['expected', 'present', 'absent', 'writing'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What is put to the vote: that the claim stands, that what was appraised stands, or other values. */
export const PROPOSALS = ['asClaimed', 'asAppraised', 'other'] as const;
export type Proposal = (typeof PROPOSALS)[number];

export const CHOICES = ['for', 'against', 'other'] as const;
export type Choice = (typeof CHOICES)[number];

/** How a vote came: by the member themselves, or from their written ballot by the secretariat. */
export const VOTE_WAYS = ['self', 'ballot'] as const;
export type VoteWay = (typeof VOTE_WAYS)[number];

export interface Attending {
  readonly account: string;
  readonly presence: Presence;
}

export interface Vote {
  readonly account: string;
  readonly choice: Choice;
  readonly way: VoteWay;
}

/** Members who attend a session: those present, and those who answer in writing. */
export const attendingOf = (members: readonly Attending[]): Attending[] => members.filter(({ presence }) => presence === 'present' || presence === 'writing');

/** Whether more than half of the members attend. */
export const hasQuorum = (members: readonly Attending[]): boolean => 2 * attendingOf(members).length > members.length;

/**
 * What becomes of a member's presence in a session that is held, until they have voted: whoever was there does not answer in writing after all,
 * so that nobody's word is brought in their name.
 */
export const PRESENCES_WHILE_HELD: Readonly<Record<Presence, readonly Presence[]>> = {
  expected: ['present', 'absent', 'writing'],
  present: ['absent'],
  absent: ['present'],
  writing: ['present', 'absent'],
};

export interface VoteCount extends Readonly<Record<Choice, number>> {
  readonly cast: number;
}

/** The votes on an item: how many of each, as they stand. */
export function countVotes(votes: readonly Pick<Vote, 'choice'>[]): VoteCount {
  const of = (choice: Choice) => votes.filter((vote) => vote.choice === choice).length;
  return { for: of('for'), against: of('against'), other: of('other'), cast: votes.length };
}

/** Whether more than half of those who voted are for the proposal. */
export const isCarried = (count: VoteCount): boolean => 2 * count.for > count.cast;

/** Why something cannot be done in a session, by the name under which the API refuses it. */
export const COUNCIL_REFUSALS = [
  ...(['notInThisState', 'itemNotInThisState', 'noDate', 'noAgenda', 'noChair', 'noQuorum', 'votesStand', 'itemsOpen'] as const),
  ...(['presenceStands', 'hasVoted', 'ownCause', 'notEnoughVotes'] as const),
  ...(['notAMember', 'notAttending', 'votedOtherwise', 'noBallot', 'noVotes', 'notCarried', 'elsewhere', 'concludedElsewhere', 'valuesMoved'] as const),
] as const;
export type CouncilRefusal = (typeof COUNCIL_REFUSALS)[number];

/** A session as far as what can be done in it hangs on it. */
export interface SessionStanding {
  readonly state: SessionState;
  /** All who are of the council on its day: whoever its secretariat left out is absent. */
  readonly members: readonly Attending[];
}

/** An item of its agenda, with the votes on what is proposed now. */
export interface AgendaStanding {
  readonly state: AgendaState;
  readonly votes: readonly Vote[];
  /** Accounts of those who voted on it before a new vote began. */
  readonly votedBefore: ReadonlySet<string>;
  /** Accounts of members who do not vote on it, as they have a cause of their own in its body. */
  readonly barred: ReadonlySet<string>;
  /** Whether what was laid before the council has changed since somebody voted: then they voted on something else. */
  readonly moved: boolean;
}

/** Why a member's presence cannot become another; undefined: it can. */
export function whyNotAttend(
  state: SessionState,
  { account, presence }: Attending,
  to: Presence,
  agenda: readonly AgendaStanding[],
): CouncilRefusal | undefined {
  if (presence === to) return undefined;
  if (!sessionAllows(state, 'attend')) return 'notInThisState';
  if (agenda.some(({ votes, votedBefore }) => votedBefore.has(account) || votes.some((vote) => vote.account === account))) return 'hasVoted';
  return state !== 'held' || PRESENCES_WHILE_HELD[presence].includes(to) ? undefined : 'presenceStands';
}

/** Why a vote of a member is not taken; undefined: it is. It replaces the one before: their own also one that was entered for them, never the other way round. */
export function whyNotVote({ state, members }: SessionStanding, item: AgendaStanding, account: string, way: VoteWay): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'vote')) return 'itemNotInThisState';
  const member = members.find((one) => one.account === account);
  if (!member) return 'notAMember';
  if (attendingOf([member]).length === 0) return 'notAttending';
  if (item.barred.has(account)) return 'ownCause';
  if (way === 'ballot' && member.presence !== 'writing') return 'noBallot';
  return way === 'ballot' && item.votes.some((vote) => vote.account === account && vote.way === 'self') ? 'votedOtherwise' : undefined;
}

/** Whether more than half of the members who may vote on an item have voted, whatever they said. */
export function haveEnoughVoted(members: readonly Attending[], { votes, barred }: Pick<AgendaStanding, 'votes' | 'barred'>): boolean {
  const voters = members.filter(({ account }) => !barred.has(account));
  return 2 * voters.filter(({ account }) => votes.some((vote) => vote.account === account)).length > voters.length;
}

const whyNotQuorum = (members: readonly Attending[], item: AgendaStanding): CouncilRefusal | undefined =>
  !hasQuorum(members) ? 'noQuorum' : haveEnoughVoted(members, item) ? undefined : 'notEnoughVotes';

/** Why the vote on an item cannot be closed: without a quorum, of the session and of this vote, none counts. */
export function whyNotCloseVote({ state, members }: SessionStanding, item: AgendaStanding): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'closeVote')) return 'itemNotInThisState';
  if (item.votes.length === 0) return 'noVotes';
  if (item.moved) return 'valuesMoved';
  return whyNotQuorum(members, item);
}

/** Why nothing can be concluded on an item: only what more than half of those who voted were for, as it stood before them, in a session with a quorum. */
export function whyNotConclude({ state, members }: SessionStanding, item: AgendaStanding): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'conclude')) return 'itemNotInThisState';
  if (item.moved) return 'valuesMoved';
  return whyNotQuorum(members, item) ?? (isCarried(countVotes(item.votes)) ? undefined : 'notCarried');
}
