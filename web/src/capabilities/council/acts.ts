import * as council from '@parindex/core/contracts/council';
import type { CouncilDocument } from '@parindex/core/contracts/schemas/council';
import type { AgendaMove, SessionMove } from '@parindex/core/council/session-states';
import type { QueryClient } from '@tanstack/react-query';
import { call, callForFile } from '../../client/call.ts';
import type { Sent } from '../../client/request.ts';
import { councilKey, type Session } from './queries/council.ts';

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
