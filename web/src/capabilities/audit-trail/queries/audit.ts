import * as auditTrail from '@parindex/core/contracts/audit-trail';
import type { SentQuery } from '@parindex/core/contracts/contract';
import { MOST_PER_PAGE } from '@parindex/core/contracts/limits';
import * as rounds from '@parindex/core/contracts/rounds';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type AuditRow = Answer<'auditRow'>;
/** One page of the trail. */
export type AuditPart = Answer<'auditPage'>;

/** As the API expects it: moments instead of days. */
export type AuditFilter = Omit<SentQuery<typeof auditTrail.listAudit>, 'after' | 'limit'>;

/** The trail, newest first. Each read is itself recorded, so it only happens on request. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'rows', filter],
    queryFn: ({ pageParam, signal }) => call(auditTrail.listAudit, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const auditHeadQuery = queryOptions({
  queryKey: ['audit', 'head'],
  queryFn: ({ signal }) => call(auditTrail.readAuditHead, { signal }),
});

/** Rounds to choose from. */
export const roundChoicesQuery = queryOptions({
  queryKey: ['rounds', 'choices'],
  queryFn: ({ signal }) => call(rounds.listRounds, { query: { limit: MOST_PER_PAGE }, signal }),
  staleTime: 60_000,
});
