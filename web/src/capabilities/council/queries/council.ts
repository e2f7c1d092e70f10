import * as council from '@parindex/core/contracts/council';
import type { CouncilDocument } from '@parindex/core/contracts/schemas/council';
import type { AgendaMove, SessionMove } from '@parindex/core/council/session-states';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Council = Answer<'councilAnswer'>;
export type SessionHead = Council['sessions'][number];
export type Session = Answer<'councilSession'>;
export type AgendaItem = Session['agenda'][number];

/** How often a session that is held is asked for anew: members vote meanwhile. */
const LOOK_AGAIN = 10_000;

const councilKey = (round: string) => ['council', round] as const;

export const councilQuery = (round: string) =>
  queryOptions({ queryKey: [...councilKey(round), 'sessions'], queryFn: () => call(council.readCouncil, { params: { round } }) });

export const sessionQuery = (round: string, session: string) =>
  queryOptions({
    queryKey: [...councilKey(round), session],
    queryFn: () => call(council.readSession, { params: { round, session } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'held' ? LOOK_AGAIN : false),
  });

/** After whatever was done in a session: it is shown as the server answers it; others may have been faster. */
export const sessionChanged = (client: QueryClient, round: string) =>
  Promise.all([councilKey(round), ['explanation', round], ['work']].map((queryKey) => client.invalidateQueries({ queryKey })));

export const draftSession = (round: string, body: Sent<'newCouncilSession'>) => call(council.draftSession, { params: { round }, body });

/** A session as it would be sent back unchanged. */
export function asSent({ version, way, startsAt, place, chair, secretary, members, agenda }: Session): Sent<'councilSessionChange'> {
  return {
    ...{ version, way, startsAt, place, chair: chair?.id ?? null, secretary: secretary?.id ?? null },
    members: members.map(({ person, position, presence, absence, post, agency }) => ({ account: person.id, position, presence, absence, post, agency })),
    agenda: agenda.map(({ id, body, item, proposal, words, targets }) => ({ item: id, body: body.id, code: item.code, proposal, words, targets })),
  };
}

export const changeSession = ({ round, id }: Session, body: Sent<'councilSessionChange'>) =>
  call(council.changeSession, { params: { round, session: id }, body });

export const moveSession = ({ round, id, version }: Session, move: SessionMove, ending?: Sent<'councilSessionMove'>['ending']) =>
  call(council.moveSession, { params: { round, session: id }, body: { version, move, ...(ending ? { ending } : {}) } });

export const moveAgendaItem = ({ round, id, version }: Session, item: string, move: AgendaMove) =>
  call(council.moveAgendaItem, { params: { round, session: id, item }, body: { version, move } });

export const voteOnItem = ({ round, id }: Session, item: string, body: Sent<'councilVote'>) =>
  call(council.voteOnItem, { params: { round, session: id, item }, body });

export const enterBallot = ({ round, id }: Session, item: string, member: string, body: Sent<'councilBallot'>) =>
  call(council.enterBallot, { params: { round, session: id, item, member }, body });

export const concludeItem = ({ round, id }: Session, item: string, body: Sent<'councilConclusion'>) =>
  call(council.concludeItem, { params: { round, session: id, item }, body });

export const takeDocument = ({ round, id }: Session, document: CouncilDocument, format: 'pdf' | 'docx') =>
  callForFile(council.councilDocument, { params: { round, session: id, document }, query: { format } });
