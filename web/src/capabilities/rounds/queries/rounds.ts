import * as rounds from '@parindex/core/contracts/rounds';
import type { RoundPart } from '@parindex/core/round/parts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Round = Answer<'roundAnswer'>;
export type Exclusion = Round['exclusions'][number];
export type DomainOwner = Round['domainOwners'][number];
export type Participant = Round['participants'][number];
export type RoundRow = Answer<'roundRow'>;
export type RoundStep = Answer<'roundStep'>;
export type Opening = Answer<'openingAnswer'>;

/** All rounds, as there are only a few each year. */
export const roundsQuery = queryOptions({ queryKey: ['rounds'], queryFn: () => allPages((page) => call(rounds.listRounds, { query: page })) });

export const roundQuery = (round: string) => queryOptions({ queryKey: ['rounds', round], queryFn: () => call(rounds.readRound, { params: { round } }) });

/** What the round lacks to be opened; for its owners. */
export const openingQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'opening'], queryFn: () => call(rounds.readOpening, { params: { round } }) });

export const createRound = (body: Sent<'newRound'>) => call(rounds.createRound, { body });
export const changeRound = (round: string, body: Sent<'changedRound'>) => call(rounds.changeRound, { params: { round }, body });
export const confirmPart = (round: string, part: RoundPart, version: number) => call(rounds.confirmPlanPart, { params: { round, part }, body: { version } });
export const openRound = (round: string, body: Sent<'roundOpening'>) => call(rounds.openRound, { params: { round }, body });
export const setSteps = (round: string, body: Sent<'steps'>) => call(rounds.setSteps, { params: { round }, body });
export const setParticipants = (round: string, body: Sent<'participants'>) => call(rounds.setParticipants, { params: { round }, body });
export const setExclusions = (round: string, body: Sent<'exclusions'>) => call(rounds.setExclusions, { params: { round }, body });
export const setDomainOwners = (round: string, body: Sent<'domainOwners'>) => call(rounds.setDomainOwners, { params: { round }, body });

/** Caches the answer of a write, and invalidates what depends on the round. */
export function roundAnswered(client: QueryClient, round: Round): void {
  client.setQueryData(roundQuery(round.id).queryKey, round);
  void client.invalidateQueries({ queryKey: roundsQuery.queryKey, predicate: ({ queryKey }) => queryKey.length !== 2 || queryKey[1] !== round.id });
  void client.invalidateQueries({ queryKey: ['work'] });
}
