import type { MovingSession } from '@parindex/core/council/session-move';
import type { AgendaStanding } from '@parindex/core/council/votes';
import type { Named } from '../../db/fragments.ts';
import { takeLockOf } from '../../db/locks.ts';
import type { Reading, Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import {
  type AgendaRow,
  countItemsKept,
  type KeptPapers,
  type MemberRow,
  readAgenda,
  readBarred,
  readCouncilOf,
  readKeptPapers,
  readMembers,
  readSessions,
  readVotes,
  type SessionRow,
  type VoteRow,
} from './queries/council.ts';

/** A session with its members, its agenda and the votes that the asker sees. */
export interface OpenSession {
  readonly session: SessionRow;
  /** Whoever its secretariat named. */
  readonly members: readonly MemberRow[];
  /** The whole council on its day. */
  readonly council: readonly Named[];
  readonly agenda: readonly AgendaRow[];
  /** Items of the agenda that are kept from the asker, as they have a cause of their own in the body. */
  readonly kept: number;
  readonly votes: readonly VoteRow[];
  /** By body, accounts of members who do not vote on its sheet. */
  readonly barred: ReadonlyMap<string, ReadonlySet<string>>;
  /** Its papers as the members got them, while it is convened or was held. */
  readonly papers: KeptPapers | undefined;
}

/** Reads a session; undefined where the round has none such. */
export async function readSession(db: Reading, round: string, id: string): Promise<OpenSession | undefined> {
  const [session] = await readSessions(db, round, id);
  if (!session) return undefined;
  return {
    session,
    members: await readMembers(db, id),
    council: await readCouncilOf(db, id),
    agenda: await readAgenda(db, id),
    kept: await countItemsKept(db, id),
    votes: await readVotes(db, id),
    barred: await readBarred(db, id),
    papers: session.state === 'drafted' ? undefined : await readKeptPapers(db, id),
  };
}

/** The same, held against whoever else acts in it until the transaction ends; in the version that was seen, where one was. */
export async function holdSession(db: Writing, round: string, id: string, version?: number): Promise<OpenSession> {
  await takeLockOf(db, 'councilSession', id);
  const open = await readSession(db, round, id);
  if (!open) throw new Problem('notFound');
  if (version !== undefined && open.session.version !== version) throw new Problem('staleVersion', { more: { version: open.session.version } });
  return open;
}

/** The votes on what is proposed now on an item. */
export const votesOn = ({ votes }: Pick<OpenSession, 'votes'>, { id, ballot }: Pick<AgendaRow, 'id' | 'ballot'>): VoteRow[] =>
  votes.filter((vote) => vote.item === id && vote.ballot === ballot);

/** The votes on an item before a new vote began, each vote by itself, in their order. */
export function votesBefore({ votes }: Pick<OpenSession, 'votes'>, { id, ballot }: Pick<AgendaRow, 'id' | 'ballot'>): VoteRow[][] {
  const before = votes.filter((vote) => vote.item === id && vote.ballot < ballot);
  const ballots = [...new Set(before.map((vote) => vote.ballot))].toSorted((one, other) => one - other);
  return ballots.map((one) => before.filter((vote) => vote.ballot === one));
}

/** An item of the agenda as far as the rules of votes hang on it; `stands` being what stands before the council now, where it hangs on that. */
export const standingOf = (open: OpenSession, item: AgendaRow, stands?: string): AgendaStanding => ({
  state: item.state,
  votes: votesOn(open, item).map(({ person, choice, way }) => ({ account: person.id, choice, way })),
  votedBefore: new Set(votesBefore(open, item).flatMap((votes) => votes.map(({ person }) => person.id))),
  barred: open.barred.get(item.body.id) ?? new Set(),
  moved: stands !== undefined && votesOn(open, item).some(({ seen }) => seen !== stands),
});

/** The session, the same. */
export const movingOf = (open: OpenSession): MovingSession => ({
  state: open.session.state,
  startsAt: open.session.startsAt?.toISOString() ?? null,
  chair: open.session.chair?.id ?? null,
  members: open.council.map(({ id }) => ({ account: id, presence: open.members.find(({ person }) => person.id === id)?.presence ?? 'absent' })),
  agenda: open.agenda.map((item) => standingOf(open, item)),
});

/** An item of its agenda; refused as not found where it has none such. */
export function itemOf({ agenda }: OpenSession, id: string): AgendaRow {
  const item = agenda.find((one) => one.id === id);
  if (!item) throw new Problem('notFound');
  return item;
}
