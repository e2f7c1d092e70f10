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

/**
 * Members who attend: those present, and those who answer in writing; of a single vote, of the latter only who have answered.
 * @param answered of whom there is a vote; absent where the session is asked for and not one vote
 */
export const attendingOf = (members: readonly Attending[], answered?: ReadonlySet<string>): Attending[] =>
  members.filter(({ account, presence }) => presence === 'present' || (presence === 'writing' && (answered?.has(account) ?? true)));

/** Whether more than half of the members attend. */
export const hasQuorum = (members: readonly Attending[], answered?: ReadonlySet<string>): boolean => 2 * attendingOf(members, answered).length > members.length;

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
  ...(['notAMember', 'notAttending', 'votedOtherwise', 'noBallot', 'noVotes', 'notCarried', 'inSession', 'elsewhere'] as const),
] as const;
export type CouncilRefusal = (typeof COUNCIL_REFUSALS)[number];

/** A session as far as what can be done in it hangs on it. */
export interface SessionStanding {
  readonly state: SessionState;
  readonly members: readonly Attending[];
}

/** An item of its agenda, with the votes on what is proposed now. */
export interface AgendaStanding {
  readonly state: AgendaState;
  readonly votes: readonly Vote[];
}

/** Why a vote of a member is not taken; undefined: it is. It replaces the one that they gave in the same way before. */
export function whyNotVote({ state, members }: SessionStanding, item: AgendaStanding, account: string, way: VoteWay): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'vote')) return 'itemNotInThisState';
  const member = members.find((one) => one.account === account);
  if (!member) return 'notAMember';
  if (attendingOf([member]).length === 0) return 'notAttending';
  if (way === 'ballot' && member.presence !== 'writing') return 'noBallot';
  return item.votes.some((vote) => vote.account === account && vote.way !== way) ? 'votedOtherwise' : undefined;
}

const answeredBy = (votes: readonly Pick<Vote, 'account'>[]): ReadonlySet<string> => new Set(votes.map(({ account }) => account));

/** Why the vote on an item cannot be closed: without a quorum no vote counts. */
export function whyNotCloseVote({ state, members }: SessionStanding, item: AgendaStanding): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'closeVote')) return 'itemNotInThisState';
  if (item.votes.length === 0) return 'noVotes';
  return hasQuorum(members, answeredBy(item.votes)) ? undefined : 'noQuorum';
}

/** Why nothing can be concluded on an item: only what more than half of those who voted were for, in a session with a quorum. */
export function whyNotConclude({ state, members }: SessionStanding, item: AgendaStanding): CouncilRefusal | undefined {
  if (!sessionAllows(state, 'decide')) return 'notInThisState';
  if (!agendaAllows(item.state, 'conclude')) return 'itemNotInThisState';
  if (!hasQuorum(members, answeredBy(item.votes))) return 'noQuorum';
  return isCarried(countVotes(item.votes)) ? undefined : 'notCarried';
}
