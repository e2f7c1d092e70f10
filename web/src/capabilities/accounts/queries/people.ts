import * as people from '@parindex/core/contracts/accounts-people';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type PersonRow = Answer<'peoplePage'>['items'][number];
export type Person = Answer<'personAnswer'>;
export type Membership = Answer<'membershipAnswer'>;
export type NewMembership = Sent<'newMembership'>;
export type MadeLink = Answer<'madeLink'>;
export type Handover = Answer<'handoverRecord'>;

/** The first page of matching people. */
export const findPeople = (search: string, signal: AbortSignal) => call(people.listPeople, { query: { search, limit: 20 }, signal });

export const peopleQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam, signal }) => call(people.listPeople, { query: { search, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Each read is recorded in the trail, so it only happens when somebody looks, not when a window gains focus. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => call(people.readPerson, { params: { id }, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const invite = (body: Sent<'invitation'>) => call(people.invitePerson, { body });
export const changePerson = (id: string, body: Sent<'personChange'>) => call(people.changePerson, { params: { id }, body });
export const resetPassword = (id: string) => call(people.resetPassword, { params: { id } });
export const endSessions = (id: string, tokens: boolean) => call(people.endPersonSessions, { params: { id }, query: { tokens: tokens ? 'true' : 'false' } });
export const addMembership = (id: string, body: NewMembership) => call(people.grantMembership, { params: { id }, body });
export const setLastDay = (id: string, membership: string, body: Sent<'membershipChange'>) => call(people.endMembership, { params: { id, membership }, body });

export const handOver = (body: Sent<'handoverBody'>) => call(people.performHandover, { body });
/** The record to print; a page of its own. */
export const printedHandover = (id: string) => addressOf(people.printHandover, { params: { id } });
/** The same as a file. */
export const fetchHandover = (id: string, format: 'pdf' | 'docx') => callForFile(people.printHandover, { params: { id }, query: { format } });
/** Reads anew whatever was read of people, and what waits for whoever is signed in. */
export const peopleChanged = async (client: QueryClient): Promise<void> => {
  await Promise.all([['people'], ['work']].map((queryKey) => client.invalidateQueries({ queryKey })));
};
/** The full link, built from a path at the installation's address. */
export const wholeLink = ({ path }: MadeLink) => new URL(path, location.origin).href;
