import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type PersonRow = Answer<'peoplePage'>['items'][number];
export type Person = Answer<'personAnswer'>;
export type Membership = Answer<'membershipAnswer'>;
export type NewMembership = Sent<'newMembership'>;
export type MadeLink = Answer<'madeLink'>;
export type Handover = Answer<'handoverRecord'>;

/** The first page of people who fit. */
export const findPeople = (search: string, signal: AbortSignal) => ask<Answer<'peoplePage'>>('GET', '/api/people', { query: { search, limit: 20 }, signal });

export const peopleQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam, signal }) => ask<Answer<'peoplePage'>>('GET', '/api/people', { query: { search, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Each reading leaves a trace in the trail: only when somebody looks, not when a window comes to the front. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => ask<Person>('GET', `/api/people/${inPath(id)}`, { signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const invite = (body: Sent<'invitation'>) => ask<Answer<'invited'>>('POST', '/api/people', { body });
export const changePerson = (id: string, body: Sent<'personChange'>) => ask<void>('PATCH', `/api/people/${inPath(id)}`, { body });
export const resetPassword = (id: string) => ask<MadeLink>('POST', `/api/people/${inPath(id)}/reset`);
export const removeSecondFactor = (id: string) => ask<void>('DELETE', `/api/people/${inPath(id)}/second-factor`);
export const endSessions = (id: string, tokens: boolean) =>
  ask<Answer<'sessionsEnded'>>('DELETE', `/api/people/${inPath(id)}/sessions`, { query: { tokens: String(tokens) } });
export const addMembership = (id: string, body: NewMembership) => ask<{ id: string }>('POST', `/api/people/${inPath(id)}/memberships`, { body });
export const setLastDay = (id: string, membership: string, body: Sent<'membershipChange'>) =>
  ask<Membership>('PATCH', `/api/people/${inPath(id)}/memberships/${inPath(membership)}`, { body });

export const handOver = (body: Sent<'handoverBody'>) => ask<Handover>('POST', '/api/handovers', { body });
/** The record to print; a page of its own. */
export const printedHandover = (id: string) => `/api/handovers/${inPath(id)}/record`;
/** Reads anew whatever was read of people. */
export const peopleChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['people'] });
/** What stands behind the address of the installation, whole. */
export const wholeLink = ({ path }: MadeLink) => new URL(path, location.origin).href;
