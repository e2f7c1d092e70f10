import * as council from '@parindex/core/contracts/council';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Council = Answer<'councilAnswer'>;
export type SessionHead = Council['sessions'][number];
export type Session = Answer<'councilSession'>;
export type AgendaItem = Session['agenda'][number];

/** How often a session that is held is asked for anew: members vote meanwhile. */
const LOOK_AGAIN = 10_000;

export const councilKey = (round: string) => ['council', round] as const;

export const councilQuery = (round: string) =>
  queryOptions({ queryKey: [...councilKey(round), 'sessions'], queryFn: () => call(council.readCouncil, { params: { round } }) });

export const sessionQuery = (round: string, session: string) =>
  queryOptions({
    queryKey: [...councilKey(round), session],
    queryFn: () => call(council.readSession, { params: { round, session } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'held' ? LOOK_AGAIN : false),
  });
