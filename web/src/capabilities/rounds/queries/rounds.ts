import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type Round = Answer<'roundAnswer'>;
export type RoundRow = Answer<'roundRow'>;
export type RoundStep = Answer<'roundStep'>;
export type Opening = Answer<'openingAnswer'>;

/** All rounds: there are a few a year. */
export const roundsQuery = queryOptions({ queryKey: ['rounds'], queryFn: () => allPages<RoundRow>('/api/rounds') });

const addressOf = (round: string) => `/api/rounds/${inPath(round)}`;

export const roundQuery = (round: string) => queryOptions({ queryKey: ['rounds', round], queryFn: () => ask<Round>('GET', addressOf(round)) });

/** What the round lacks to open; for its owners. */
export const openingQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'opening'], queryFn: () => ask<Opening>('GET', `${addressOf(round)}/opening`) });

export const createRound = (body: Sent<'newRound'>) => ask<Round>('POST', '/api/rounds', { body });
export const changeRound = (round: string, body: Sent<'changedRound'>) => ask<Round>('PATCH', addressOf(round), { body });
export const confirmPart = (round: string, part: string, version: number) =>
  ask<Round>('PUT', `${addressOf(round)}/confirmations/${inPath(part)}`, { body: { version } });
export const openRound = (round: string, version: number) => ask<Round>('POST', `${addressOf(round)}/opening`, { body: { version } });
export const closeRound = (round: string, version: number) => ask<Round>('POST', `${addressOf(round)}/closing`, { body: { version } });
export const setSteps = (round: string, body: Sent<'steps'>) => ask<Round>('PUT', `${addressOf(round)}/steps`, { body });
export const setParticipants = (round: string, body: Sent<'participants'>) => ask<Round>('PUT', `${addressOf(round)}/participants`, { body });
export const setExclusions = (round: string, body: Sent<'exclusions'>) => ask<Round>('PUT', `${addressOf(round)}/exclusions`, { body });
export const setDomainOwners = (round: string, body: Sent<'domainOwners'>) => ask<Round>('PUT', `${addressOf(round)}/domain-owners`, { body });

/** Keeps what a write answered, and lets go of what else hangs on the round. */
export function roundAnswered(client: QueryClient, round: Round): void {
  client.setQueryData(roundQuery(round.id).queryKey, round);
  void client.invalidateQueries({ queryKey: roundsQuery.queryKey, predicate: ({ queryKey }) => queryKey.length !== 2 || queryKey[1] !== round.id });
  void client.invalidateQueries({ queryKey: ['work'] });
}
