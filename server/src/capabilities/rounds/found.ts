import type { Subject } from '@parindex/core/rights/index';
import type { Names } from '@parindex/core/words/texts';
import type { Reading, Writing } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { Problem } from '../../http/problems.ts';
import {
  contributorsAmong,
  findRound,
  findRoundRights,
  holdRound,
  participantsAmong,
  type RightsOfRound,
  type RoundRow,
  type RoundState,
} from './queries/rounds.ts';

/** A round with what rights depend on, except its participants. */
export type RoundSubject = Pick<Subject, 'roundOwner' | 'domainOwners' | 'estimateReaders' | 'calendar'>;

/** A round that was requested, with what rights on it depend on. */
export interface FoundRound<S extends RoundSubject = RoundSubject> {
  readonly of: S;
  /** Read again once it is locked. */
  round: RoundRow;
}

/** Who asks for a round, when. */
export interface RoundRequest {
  readonly db: Reading;
  readonly params: { readonly round: string };
  readonly caller: Caller | null;
  readonly receivedAt: Date;
}

/** A round with what rights depend on at a moment. */
export const subjectOfRound = ({ ownerBody, domainOwners, estimateReaders, steps }: RightsOfRound, moment: Date): RoundSubject => ({
  roundOwner: ownerBody,
  domainOwners,
  estimateReaders,
  calendar: { steps, moment },
});

/** The rights on a round, without reading it; undefined if there is none. */
export async function findRoundSubject({ db, params, receivedAt }: Omit<RoundRequest, 'caller'>): Promise<{ readonly of: RoundSubject } | undefined> {
  const rights = await findRoundRights(db, params.round);
  return rights && { of: subjectOfRound(rights, receivedAt) };
}

/** Owner bodies whose drafts the caller may see; null: all. */
export function knowsDraftsOf(caller: Caller | null): string[] | null {
  const bodies = (caller?.memberships ?? []).map(({ body }) => body);
  return bodies.includes(null) ? null : bodies.flatMap((body) => body ?? []);
}

/** A round, unless it is somebody else's draft, which looks as if it did not exist. */
export async function findKnownRound({ db, params, caller, receivedAt }: RoundRequest): Promise<FoundRound | undefined> {
  const round = await findRound(db, params.round);
  const drafts = knowsDraftsOf(caller);
  if (!round || (round.state === 'draft' && drafts !== null && !drafts.includes(round.ownerBody))) return undefined;
  return { of: subjectOfRound(round, receivedAt), round };
}

/** A round with whether the caller's bodies take part. */
export async function findRoundWithin(request: RoundRequest): Promise<FoundRound<RoundSubject & Pick<Subject, 'participants'>> | undefined> {
  const found = await findKnownRound(request);
  if (!found) return undefined;
  const bodies = (request.caller?.memberships ?? []).flatMap(({ body }) => body ?? []);
  return { ...found, of: { ...found.of, participants: await participantsAmong(request.db, request.params.round, bodies) } };
}

/** The same, and whether a department that the caller belongs to has a part in it: for what all in the round read. */
export async function findRoundReader(request: RoundRequest): Promise<FoundRound<RoundSubject & Pick<Subject, 'participants' | 'contributors'>> | undefined> {
  const found = await findRoundWithin(request);
  if (!found) return undefined;
  const bodies = (request.caller?.memberships ?? []).flatMap(({ body }) => body ?? []);
  return { ...found, of: { ...found.of, contributors: await contributorsAmong(request.db, request.params.round, bodies) } };
}

const STATE_TEXTS: Names<RoundState> = {
  draft: { vi: 'Kỳ đánh giá chưa mở.', en: 'The round is not open yet.' },
  open: { vi: 'Kỳ đánh giá đã mở.', en: 'The round is open already.' },
  closed: { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' },
};

/** Locks the plan of a round for writing; refuses if its state allows no such change. */
export async function holdFound(db: Writing, found: FoundRound, allowed: readonly RoundState[]): Promise<RoundRow> {
  const round = await holdRound(db, found.round.id);
  if (!round) throw new Problem('notFound');
  found.round = round;
  if (!allowed.includes(round.state)) throw new Problem('notNow', { detail: STATE_TEXTS[round.state], more: { state: round.state } });
  return round;
}
