import * as people from '@parindex/core/contracts/accounts-people';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type AccountRequest = Answer<'accountRequestAnswer'>;
export type AskedRequest = Answer<'accountRequestAsked'>;

/** Requests that take two persons and concern the user: those that wait, or those that ended. */
export const accountRequestsQuery = (state: 'waiting' | 'ended') =>
  queryOptions({
    queryKey: ['people', 'requests', state],
    queryFn: ({ signal }) => call(people.listAccountRequests, { query: { state }, signal }),
  });

/** Those whose link is still open before the others: it can be withdrawn. */
export const openLinksFirst = (requests: readonly AccountRequest[]): AccountRequest[] =>
  requests.toSorted((one, other) => Number(other.linkUntil !== null) - Number(one.linkUntil !== null));

export const askAccountRequest = (person: string, body: Sent<'newAccountRequest'>) => call(people.askAccountRequest, { params: { id: person }, body });
export const decideAccountRequest = (id: string, body: Sent<'accountRequestDecision'>) => call(people.decideAccountRequest, { params: { id }, body });
export const stopAccountRequest = (id: string) => call(people.stopAccountRequest, { params: { id }, body: {} });
